package gouji.job;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.ingest.FileTask;
import gouji.ingest.Problem;
import gouji.ingest.RawRows;
import gouji.ingest.RowsOpener;
import gouji.ingest.UnitMap;
import gouji.published.PublishedReport;
import gouji.published.ReportReader;
import gouji.published.Unreadable;
import gouji.published.UnreadableFile;
import gouji.store.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;

/** Opens published reports as what the unit that a map names has filed. */
final class PublishedOpener implements RowsOpener {
  private static final long serialVersionUID = 1L;

  private final Broadcast<Declarations> declared;
  private final Broadcast<UnitMap> units;

  /** Made by the first file of a task: it knows all labels of all forms. */
  private transient ReportReader reader;

  PublishedOpener(Broadcast<Declarations> declared, Broadcast<UnitMap> units) {
    this.declared = declared;
    this.units = units;
  }

  @Override
  public RawRows open(FileTask task, Configuration conf) throws IOException {
    if (task.problem() != null) {
      return null;
    }
    if (task.bytes() > ReportReader.MOST_BYTES) {
      return PublishedRows.refused(Problem.UNREADABLE, Unreadable.TOO_LARGE.english());
    }
    byte[] bytes = bytes(new Path(task.path()), conf);
    try {
      return reader()
          .read(bytes)
          .map(report -> rows(report, task))
          .orElseGet(() -> PublishedRows.refused(Problem.UNREADABLE, Unreadable.NO_ROW.english()));
    } catch (UnreadableFile e) {
      return PublishedRows.refused(Problem.UNREADABLE, e.getMessage());
    }
  }

  private static byte[] bytes(Path path, Configuration conf) throws IOException {
    try (InputStream in = Folders.fileSystem(path, conf).open(path)) {
      return in.readAllBytes();
    }
  }

  private ReportReader reader() {
    if (reader == null) {
      reader = new ReportReader(declared.value());
    }
    return reader;
  }

  private PublishedRows rows(PublishedReport report, FileTask task) {
    String file = InputListing.withoutPublished(task.file());
    Optional<UnitMap.Unit> unit = units.value().find(file, report.unit());
    if (unit.isEmpty()) {
      return unknown(report.unit(), file);
    }
    if (report.year() == null) {
      return PublishedRows.refused(
          new Problem(Columns.YEAR, "missing_value", ""),
          "it does not tell its report year. Write it into its title, or file its cells in the data"
              + " set reported");
    }
    return PublishedRows.of(report, unit.get());
  }

  private static PublishedRows unknown(String name, String file) {
    return name.isEmpty()
        ? PublishedRows.refused(
            new Problem(Columns.UNIT_ID, "missing_value", ""),
            "it does not tell its unit. Add a line with the unit_id and the file %s to the unit map"
                .formatted(file))
        : PublishedRows.refused(
            new Problem(Columns.UNIT_ID, "unknown_code", name),
            "the unit map does not know %s. Add a line with its unit_id and this name, or with the file %s, to it"
                .formatted(name, file));
  }
}
