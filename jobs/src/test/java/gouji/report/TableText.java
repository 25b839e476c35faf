package gouji.report;

import gouji.report.ReportTable.Cell;
import java.util.List;
import java.util.stream.Collectors;

/** A table as plain text: a line for each row, spans as rows×columns behind the text. */
public final class TableText {
  private TableText() {}

  /** The lines of the table. */
  public static String of(ReportTable table) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < table.rows(); row++) {
      int line = row;
      List<Cell> cells = table.cells().stream().filter(c -> c.row() == line).toList();
      text.append(cells.stream().map(TableText::of).collect(Collectors.joining(" | ")))
          .append('\n');
    }
    return text.toString();
  }

  private static String of(Cell cell) {
    boolean spans = cell.rowSpan() > 1 || cell.columnSpan() > 1;
    return cell.text() + (spans ? " " + cell.rowSpan() + "×" + cell.columnSpan() : "");
  }
}
