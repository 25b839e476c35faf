package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Field;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/** What became of a file that was taken in, as lines of text. */
final class Taken {
  static final Declarations DECLARED = DeclarationReader.readAll(List.of());
  private static final Configuration CONF = new Configuration();

  /** {@code line column=value …} of the accepted rows, with the columns that have a value. */
  final List<String> accepted = new ArrayList<>();

  /** {@code line,column,reason,raw}. */
  final List<String> rejects = new ArrayList<>();

  /** Keys of the accepted rows, a stroke between their parts. */
  final List<String> keys = new ArrayList<>();

  /** Keys of the things that the accepted rows belong to. */
  final List<String> entities = new ArrayList<>();

  /** {@code line column=raw} of the values that accepted rows keep as written. */
  final List<String> kept = new ArrayList<>();

  /** Digests of the accepted rows. */
  final List<Long> digests = new ArrayList<>();

  /** What else is told of the file. */
  final List<String> notes = new ArrayList<>();

  /** How many rows were read; -1 when the file was rejected as a whole. */
  long read;

  private Taken() {}

  /** A CSV file of that data set. */
  static Taken csv(String set, String... lines) {
    return of(set, "a.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  /** A JSON Lines file of that data set. */
  static Taken json(String set, String... lines) {
    return of(set, "a.jsonl", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  /** A file of that data set, name and content. */
  static Taken of(String set, String name, byte[] bytes) {
    try {
      Path folder = Files.createTempDirectory("taken");
      Path file = Files.write(folder.resolve(name), bytes);
      try {
        return of(set, file);
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of that data set that is there already. */
  static Taken of(String set, Path file) throws IOException {
    String name = file.getFileName().toString();
    FileKind kind = FileKind.find(name).orElseThrow();
    Prescan scan = Prescan.of(new ByteArrayInputStream(Files.readAllBytes(file)), kind);
    return of(
        set,
        new FileTask(
            file.toString(),
            name,
            kind,
            scan.charset(),
            scan.bytes(),
            7,
            scan.problem(),
            Piece.WHOLE));
  }

  private static Taken of(String name, FileTask task) throws IOException {
    DataSet set = DECLARED.dataSet(name);
    RawRows rows = RawFiles.open(task, set, CONF);
    Taken taken = new Taken();
    FileParser parser =
        new FileParser(
            set, new RowTyping(set, DECLARED, new Masking("5ec4e7")), Sieve.ALL, task, rows);
    parser.forEachRemaining(row -> taken.add(set, task, row));
    FileReport report = parser.report();
    taken.read = report.rowsRead() == null ? -1 : report.rowsRead();
    taken.notes.addAll(report.told());
    return taken;
  }

  private void add(DataSet set, FileTask task, Row row) {
    List<String> columns = List.of(StagedRows.staged(set).fieldNames());
    if (row.length() != columns.size() || !row.get(columns.indexOf("file")).equals(task.file())) {
      throw new AssertionError("the row does not have the columns of its schema: " + row);
    }
    Object line = row.get(columns.indexOf(StagedRows.LINE));
    Object[] problems = (Object[]) row.get(columns.indexOf(StagedRows.PROBLEMS));
    for (Object one : problems) {
      Row problem = (Row) one;
      rejects.add(line + "," + problem.get(0) + "," + problem.get(1) + "," + problem.get(2));
    }
    if (problems.length == 0) {
      accept(set, columns, line, row);
    }
  }

  private void accept(DataSet set, List<String> columns, Object line, Row row) {
    StringBuilder text = new StringBuilder(line.toString());
    for (int i = 0; i < set.fields().size(); i++) {
      Field field = set.fields().get(i);
      if (!row.isNullAt(i)) {
        text.append(' ').append(field.name()).append('=').append(row.get(i));
      }
    }
    accepted.add(text.toString());
    keys.add(key(row.getString(columns.indexOf(StagedRows.RECORD_KEY))));
    entities.add(key(new RevisionGroup(set, Set.of()).entityKey(row)));
    digests.add(row.getLong(columns.indexOf(StagedRows.DIGEST)));
    for (Object one : (Object[]) row.get(columns.indexOf(StagedRows.KEPT_RAW))) {
      kept.add(line + " " + ((Row) one).get(0) + "=" + ((Row) one).get(1));
    }
  }

  private static String key(String key) {
    return key.replace(RowTyping.KEY_SEPARATOR, "|");
  }
}
