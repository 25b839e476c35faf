package gouji.job;

import gouji.contract.Columns;
import gouji.contract.Form;
import gouji.contract.Written;
import gouji.ingest.Problem;
import gouji.ingest.RawCell;
import gouji.ingest.RawRow;
import gouji.ingest.RawRows;
import gouji.ingest.UnitMap;
import gouji.published.PublishedReport;
import gouji.published.ReadCell;
import gouji.published.ReadTable;
import gouji.published.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A published report as rows of the data set of what units filed: one for each cell of every table
 * that was found, and for each indicator that its text states. A cell that was not read is there as
 * {@link Written#UNREAD}, for one that is left out would count as blank.
 */
final class PublishedRows implements RawRows {
  private static final List<String> COLUMNS =
      List.of(
          Columns.UNIT_ID, Columns.YEAR, Columns.FORM, Columns.SCOPE, Columns.CELL, Columns.VALUE);

  private final Iterator<RawRow> rows;
  private final Problem problem;
  private final List<String> notes;

  private PublishedRows(List<RawRow> rows, Problem problem, List<String> notes) {
    this.rows = rows.iterator();
    this.problem = problem;
    this.notes = List.copyOf(notes);
  }

  /** The rows of a report of that unit. */
  static PublishedRows of(PublishedReport report, UnitMap.Unit unit) {
    List<RawRow> rows = new Filing(report, unit).rows();
    return new PublishedRows(rows, null, notes(report));
  }

  /** No rows, and why. */
  static PublishedRows refused(Problem problem, String note) {
    return new PublishedRows(List.of(), problem, List.of(note));
  }

  /** What a reader of the figures has to know of their reading. */
  private static List<String> notes(PublishedReport report) {
    List<String> notes = new ArrayList<>();
    for (ReadTable table : report.tables()) {
      switch (table.extent()) {
        case COMPLETE -> {}
        case PARTIAL ->
            notes.add(
                "of the table %s %d cells were not read for certain, and %d rows are missing; they are filed as %s"
                    .formatted(
                        table.table().title(),
                        table.ambiguous(),
                        table.missing().size(),
                        Written.UNREAD));
        case NOT_FOUND ->
            notes.add(
                "the table %s was not found; nothing of it is filed"
                    .formatted(table.table().title()));
      }
    }
    if (!report.otherYears().isEmpty()) {
      notes.add(
          "its title says %d, its period %s; it is filed for %d"
              .formatted(report.year(), report.otherYears().get(0), report.year()));
    }
    return notes;
  }

  @Override
  public Optional<Problem> findProblem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public RawRow header() {
    return new RawRow(1, null, COLUMNS.stream().map(RawCell::text).toList(), false, null);
  }

  @Override
  public RawRow next() {
    return rows.hasNext() ? rows.next() : null;
  }

  @Override
  public void close() {
    // The file was read as a whole.
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  /** What a unit filed by publishing. */
  private record Filing(PublishedReport report, UnitMap.Unit unit) {

    List<RawRow> rows() {
      Map<String, ReadCell> read = report.byAddress();
      Stream<RawRow> cells =
          report.tables().stream()
              .filter(t -> t.extent() != ReadTable.Extent.NOT_FOUND)
              .flatMap(t -> rows(t, read).stream());
      return Stream.concat(cells, report.indicators().stream().map(this::row)).toList();
    }

    private List<RawRow> rows(ReadTable table, Map<String, ReadCell> read) {
      List<RawRow> rows = new ArrayList<>();
      long line = 1;
      for (Form.Cell cell : report.form().cells()) {
        if (cell.table().id().equals(table.table().id())) {
          ReadCell found = read.get(cell.address());
          boolean isRead = found != null && !found.isAmbiguous();
          // What was not read is told with the line of what stands before it.
          line = isRead ? found.position().line() : line;
          rows.add(row(line, cell.address(), isRead ? found.kept() : Written.UNREAD));
        }
      }
      return rows;
    }

    private RawRow row(Statement statement) {
      return row(statement.line(), statement.figures().get(0), text(statement.written()));
    }

    /** The number in a spelling that is read back: sentences may write it in Chinese. */
    private static String text(Written stated) {
      BigDecimal again = Written.of(stated.raw(), null).number();
      return again != null && again.compareTo(stated.number()) == 0
          ? stated.raw()
          : stated.number().toPlainString();
    }

    private RawRow row(long line, String figure, String value) {
      List<RawCell> cells =
          Stream.of(
                  unit.unitId(),
                  report.year().toString(),
                  report.form().id(),
                  unit.scope(),
                  figure,
                  value)
              .map(RawCell::text)
              .toList();
      return new RawRow(line, null, cells, false, null);
    }
  }
}
