package gouji.report;

import gouji.contract.Form;
import gouji.report.ReportTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table with all rows side by side over one line of numbers. */
final class AcrossTable {
  private AcrossTable() {}

  static ReportTable of(Form.Table table, FormNumbers numbers) {
    LabelTree head = new LabelTree();
    for (Form.Row row : table.rows()) {
      for (Form.Column column : table.columns()) {
        head.add(
            1,
            Stream.of(
                table.columnsLabel(),
                row.head(),
                row.group(),
                row.label(),
                column.group(),
                column.label()));
      }
    }
    int top = head.depth();
    List<Cell> cells = new ArrayList<>();
    head.labels(top).forEach(label -> cells.add(label.above(0, 0)));
    int place = 0;
    for (Form.Row row : table.rows()) {
      for (Form.Column column : table.columns()) {
        cells.add(numbers.cell(top, place++, table, row, column));
      }
    }
    return new ReportTable(table.id(), table.title(), top, 0, cells);
  }
}
