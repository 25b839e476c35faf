package gouji.ingest;

import gouji.contract.DataSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The table of one data set in memory, into which files are taken as a run takes them. */
final class RevisedTable {
  private final DataSet set;
  private final List<String> columns;
  private final String header;
  private final Map<String, Integer> contents = new HashMap<>();
  private List<Row> rows = List.of();
  private List<String> remarks = List.of();

  /** An empty table; files have that header. */
  RevisedTable(String name, String header) {
    this.set = Taken.DECLARED.dataSet(name);
    this.header = header;
    columns = List.of(StagedRows.merged(set).fieldNames());
  }

  /** Takes one file in, in a run of its own. */
  RevisedTable take(String file, String... lines) {
    return take(Map.of(file, List.of(lines)));
  }

  /** Takes several files in, in one run; a known path has new content. */
  RevisedTable take(Map<String, List<String>> files) {
    int kept = StagedRows.records(set).size();
    Map<String, List<Row>> byEntity = new TreeMap<>();
    rows.forEach(r -> add(byEntity, r, kept, false));
    Set<String> renewed = new HashSet<>();
    files.forEach(
        (file, lines) -> {
          int content = contents.merge(file, 1, Integer::sum);
          if (content > 1) {
            renewed.add(file);
          }
          staged(file, content, lines).forEach(r -> add(byEntity, r, kept, true));
        });
    RevisionGroup group = new RevisionGroup(set, renewed);
    List<Row> newest = new ArrayList<>();
    List<String> told = new ArrayList<>();
    byEntity
        .values()
        .forEach(
            one ->
                newest.addAll(
                    group.newest(
                        one,
                        r -> told.add(r.file() + ":" + r.line() + " " + r.kind().name()),
                        file -> {})));
    rows = newest;
    remarks = told.stream().sorted().toList();
    return this;
  }

  private void add(Map<String, List<Row>> byEntity, Row row, int kept, boolean isNew) {
    Object[] values = new Object[kept + 1];
    for (int i = 0; i < kept; i++) {
      values[i] = row.get(i);
    }
    values[kept] = isNew;
    String entity = new RevisionGroup(set, Set.of()).entityKey(row);
    byEntity.computeIfAbsent(entity, e -> new ArrayList<>()).add(RowFactory.create(values));
  }

  private List<Row> staged(String file, int content, List<String> lines) {
    byte[] bytes =
        (header + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Path path = Files.createTempFile("revised", ".csv");
      try {
        Files.write(path, bytes);
        Prescan scan = Prescan.of(new ByteArrayInputStream(bytes), FileKind.CSV);
        FileTask task =
            new FileTask(
                path.toString(),
                file,
                FileKind.CSV,
                scan.charset(),
                scan.bytes(),
                content,
                scan.problem(),
                Piece.WHOLE);
        RawRows raw = RawFiles.open(task, set, new Configuration());
        List<Row> read = new ArrayList<>();
        new FileParser(
                set,
                new RowTyping(set, Taken.DECLARED, new Masking("5ec4e7")),
                Sieve.ALL,
                task,
                raw)
            .forEachRemaining(read::add);
        int problems = columns.indexOf(StagedRows.RECORD_KEY);
        read.removeIf(r -> r.isNullAt(problems));
        return read;
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The records in force: the values of some columns, a stroke between them, sorted. */
  List<String> inForce(String... chosen) {
    int inForce = columns.indexOf(StagedRows.IN_FORCE);
    return rows.stream()
        .filter(r -> Boolean.TRUE.equals(r.get(inForce)))
        .map(r -> values(r, Arrays.stream(chosen)))
        .sorted()
        .toList();
  }

  /** Everything that is kept, in force or not. */
  List<String> all() {
    Set<String> lists = Set.of(StagedRows.KEPT_RAW, StagedRows.PROBLEMS);
    return rows.stream()
        .map(r -> values(r, columns.stream().filter(c -> !lists.contains(c))))
        .sorted()
        .toList();
  }

  private String values(Row row, Stream<String> chosen) {
    return chosen
        .map(c -> Objects.toString(row.get(columns.indexOf(c)), ""))
        .collect(Collectors.joining("|"));
  }

  /** What the last run told: {@code file:line KIND}, sorted. */
  List<String> remarks() {
    return remarks;
  }
}
