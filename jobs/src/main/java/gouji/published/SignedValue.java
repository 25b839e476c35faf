package gouji.published;

import gouji.contract.Form;
import gouji.contract.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads a row that left empty cells out, by the one value with a sign: it can only be the change.
 *
 * @param table the table
 * @param row the row
 */
record SignedValue(Form.Table table, RowItems row) {

  /** The row; open in all columns where no sign tells, and in those of which it tells nothing. */
  ReadRow read() {
    List<Form.Column> columns = table.columnsOf(table.rows().get(row.row()));
    List<Item> values = row.all().stream().filter(i -> !i.isEmpty()).toList();
    int signed = -1;
    for (int i = 0; i < values.size(); i++) {
      if (Written.of(values.get(i).raw(), null).isSigned()) {
        signed = signed < 0 ? i : values.size();
      }
    }
    int column = column(columns);
    List<Item> known = new ArrayList<>(Collections.nCopies(columns.size(), null));
    boolean isSound =
        values.size() < columns.size() && values.stream().allMatch(Item::isWhole) && column >= 0;
    if (isSound && signed == column && signed < values.size()) {
      for (int i = 0; i <= column; i++) {
        known.set(i, values.get(i));
      }
    }
    return new ReadRow(row.row(), known);
  }

  /** The only column that may have a sign; -1 where there are none or several. */
  private static int column(List<Form.Column> columns) {
    int column = -1;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).signed()) {
        if (column >= 0) {
          return -1;
        }
        column = i;
      }
    }
    return column;
  }
}
