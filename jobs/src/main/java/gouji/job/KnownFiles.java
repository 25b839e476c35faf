package gouji.job;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.ingest.FileKind;
import gouji.ingest.FileReport;
import gouji.ingest.FileTask;
import gouji.ingest.MergeReport;
import gouji.ingest.Piece;
import gouji.ingest.Prescan;
import gouji.store.Entry;
import gouji.store.Folders;
import gouji.store.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The files that a warehouse knows, by path, each with its newest content. */
final class KnownFiles {
  private final Map<String, Known> byFile = new TreeMap<>();

  private KnownFiles() {}

  /** Reads the table of files. */
  static KnownFiles read(Tables tables) {
    KnownFiles known = new KnownFiles();
    // One small row for each input file: bounded by how many files a user keeps.
    tables.list(OwnTable.FILES).forEach(r -> known.put(Known.of(r)));
    return known;
  }

  /** Whether some file, or some row of one, is rejected. */
  boolean hasRejects() {
    return byFile.values().stream().anyMatch(k -> k.rowsRead() == null || k.rejected() > 0);
  }

  /** Notes a file. */
  void put(Known file) {
    byFile.put(file.file(), file);
  }

  /** All files as rows of the table, in the order of their paths. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    byFile.values().stream()
        .sorted(Comparator.comparing(Known::file))
        .forEach(k -> rows.add(k.row()));
    return rows;
  }

  /**
   * What one pass over a file's bytes told.
   *
   * @param found null when the file has to be left for a later run
   * @param left why it has to be left; null when it has not
   */
  record Looked(Prescan found, String left) implements Serializable {
    private static final byte[] NOTHING = {};

    /**
     * Looks at a file.
     *
     * @param unitMap the map on which the rows of published reports depend, as it is in its file
     */
    static Looked at(InputListing.Entry entry, byte[] unitMap, Configuration conf) {
      try (InputStream in = Folders.fileSystem(entry.path(), conf).open(entry.path())) {
        byte[] behind = entry.kind() == FileKind.PUBLISHED ? unitMap : NOTHING;
        Prescan scan = Prescan.of(in, entry.kind(), behind);
        return entry.isChanged(conf) || scan.bytes() != entry.stamp().bytes()
            ? new Looked(null, "it is still being written")
            : new Looked(scan, null);
      } catch (IOException e) {
        return new Looked(null, "it cannot be read: " + e.getMessage());
      }
    }
  }

  /**
   * The file to read when its bytes are new at its path; null when they are known, or when it has
   * to be left.
   *
   * @param left told why the file has to be left for a later run
   */
  Pending pending(InputListing.Entry entry, Looked looked, Consumer<String> left) {
    if (looked.left != null) {
      left.accept(entry.file() + ": left for the next run, " + looked.left);
      return null;
    }
    Prescan scan = looked.found;
    Known before = byFile.get(entry.file());
    if (before != null && before.sha256().equals(scan.sha256())) {
      return null;
    }
    int content = before == null ? 1 : before.content() + 1;
    FileTask task =
        new FileTask(
            entry.path().toString(),
            entry.file(),
            entry.kind(),
            scan.charset(),
            scan.bytes(),
            content,
            scan.problem(),
            Piece.WHOLE);
    List<FileTask> tasks = scan.pieces().stream().map(task::at).toList();
    return new Pending(entry, tasks, content, scan.sha256());
  }

  /**
   * A file whose bytes are to be read.
   *
   * @param tasks its pieces
   * @param content how many contents its path has had, this one included
   */
  record Pending(InputListing.Entry entry, List<FileTask> tasks, int content, String sha256) {
    private static final int EXPANSION = 10;

    /** The data set that its rows belong to. */
    String dataSet() {
      return entry.dataSet();
    }

    /** Its length. */
    long bytes() {
      return entry.stamp().bytes();
    }

    /** Fails when the file is not any more what was looked at before its rows were read. */
    void checkUnchanged(Configuration conf) {
      try {
        if (entry.isChanged(conf)) {
          throw changed("it was written meanwhile", null);
        }
      } catch (IOException e) {
        throw changed(e.getMessage(), e);
      }
    }

    private Failure changed(String why, IOException cause) {
      return new Failure(
          FailureCode.INTERRUPTED,
          "%s is not what it was when its reading began: %s. Repeat the command when its writer is done; nothing of this run counts."
              .formatted(entry.file(), why),
          cause);
    }

    /** About how much text the file holds: compressed kinds hold several times their bytes. */
    long textBytes() {
      return entry.kind() == FileKind.CSV || entry.kind() == FileKind.JSONL
          ? bytes()
          : bytes() * EXPANSION;
    }
  }

  /**
   * A file that was taken in.
   *
   * @param rowsRead null when the file was rejected as a whole
   */
  record Known(
      String dataSet,
      String file,
      String sha256,
      long bytes,
      int content,
      Long rowsRead,
      long accepted,
      long rejected,
      List<String> warnings,
      String run) {
    /**
     * A file that was read.
     *
     * @param count the rows that came out of the merge, null when none did; of a file that is
     *     rejected whole the one reject that stands for it is not counted
     */
    static Known of(
        Pending pending,
        FileReport report,
        MergeReport.Count count,
        List<String> warnings,
        String run) {
      long rejected = count == null ? 0 : count.rejected();
      return new Known(
          pending.dataSet(),
          report.file(),
          pending.sha256(),
          pending.bytes(),
          pending.content(),
          report.rowsRead(),
          count == null ? 0 : count.accepted(),
          report.rowsRead() == null ? rejected - 1 : rejected,
          warnings,
          run);
    }

    static Known of(Entry entry) {
      return new Known(
          entry.text(Columns.DATA_SET),
          entry.text(Columns.FILE),
          entry.text(Columns.SHA256),
          entry.number(Columns.BYTES),
          entry.number(Columns.CONTENT).intValue(),
          entry.number(Columns.ROWS_READ),
          entry.number(Columns.ROWS_ACCEPTED),
          entry.number(Columns.ROWS_REJECTED),
          entry.texts(Columns.WARNINGS),
          entry.text(Columns.RUN));
    }

    Row row() {
      return RowFactory.create(
          dataSet,
          file,
          sha256,
          bytes,
          content,
          rowsRead,
          accepted,
          rejected,
          warnings.toArray(),
          run);
    }
  }
}
