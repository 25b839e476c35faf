package gouji.report;

import gouji.contract.Form;
import gouji.report.ReportTable.Cell;
import gouji.report.ReportTable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table with one row for each row, group labels to the left and one head. */
final class GridTable {
  private GridTable() {}

  static ReportTable of(Form.Table table, FormNumbers numbers) {
    LabelTree head = new LabelTree();
    for (Form.Column column : table.columns()) {
      head.add(1, Stream.of(table.columnsLabel(), column.group(), column.label()));
    }
    LabelTree left = new LabelTree();
    for (Form.Row row : table.rows()) {
      left.add(1, Stream.of(row.head(), row.group(), row.label()));
    }
    int top = head.depth();
    int side = left.depth();
    List<Cell> cells = new ArrayList<>();
    String corner = table.note() == null ? table.rowsLabel() : table.note();
    cells.add(Cell.text(0, 0, Kind.HEADER, corner).over(top, side));
    head.labels(top).forEach(label -> cells.add(label.above(0, side)));
    left.labels(side).forEach(label -> cells.add(label.beside(top, 0)));
    List<Form.Row> rows = table.rows();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < table.columns().size(); c++) {
        cells.add(numbers.cell(top + r, side + c, table, rows.get(r), table.columns().get(c)));
      }
    }
    return new ReportTable(table.id(), table.title(), top, side, cells);
  }
}
