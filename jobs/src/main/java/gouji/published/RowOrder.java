package gouji.published;

import gouji.contract.Form;
import java.util.List;

/**
 * Tells whether rows stand where the form has them.
 *
 * @param table the table
 * @param number its number in the form
 * @param items all items
 */
record RowOrder(Form.Table table, int number, List<Item> items) {

  int lastRow() {
    return table.rows().size() - 1;
  }

  /** Whether the text breaks off in a row, or in what stands right behind it. */
  boolean isCut(RowItems row) {
    int left = items.size() - row.stop();
    return (left <= 0 && row.row() != lastRow()) || (left == 1 && !items.get(row.stop()).isWhole());
  }

  /** Whether behind the row comes what has to come: the next row of its table, or none. */
  boolean isFollowed(RowItems row) {
    boolean isLast = row.row() == lastRow();
    boolean hasValues = false;
    for (int at = row.stop(); at < items.size(); at++) {
      Item item = items.get(at);
      hasValues |= item.isValue();
      if (item.isRow()) {
        boolean isNext =
            item.label().table() == number ? item.label().row() == row.row() + 1 : isLast;
        return isNext && (!hasValues || isLast || isExtra(row));
      }
    }
    return isLast || !hasValues;
  }

  /** Whether a row of other words, with its values, stands behind the last row of a block. */
  private boolean isExtra(RowItems row) {
    return items.get(row.stop()).kind() == Item.Kind.OTHER
        && columnsBlock(row.row()) != columnsBlock(row.row() + 1);
  }

  private int columnsBlock(int row) {
    int first = 0;
    for (int block = 0; block < table.blocks().size(); block++) {
      first += table.blocks().get(block).rows().size();
      if (row < first) {
        return block;
      }
    }
    return table.blocks().size();
  }
}
