package gouji.published;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A row as it was read.
 *
 * @param row number of the row in its table
 * @param cells for each column what stands there; null where that cannot be told for certain
 */
record ReadRow(int row, List<Item> cells) {

  /** Copies the list, which may hold null. */
  ReadRow {
    cells = Collections.unmodifiableList(new ArrayList<>(cells));
  }

  /** A row of which nothing can be told. */
  static ReadRow ambiguous(int row, int columns) {
    return new ReadRow(row, Collections.nCopies(columns, null));
  }

  /** A row that leaves every column empty. */
  static ReadRow blank(RowItems row) {
    Item label = row.label();
    Item nothing =
        new Item(Item.Kind.EMPTY, "", label.position(), label.line(), label.shape(), true, null);
    return new ReadRow(row.row(), Collections.nCopies(row.columns(), nothing));
  }

  /** A row whose cells stand for its columns, one by one; what is not whole is left open. */
  static ReadRow of(int row, List<Item> cells) {
    return new ReadRow(row, cells.stream().map(c -> c.isWhole() ? c : null).toList());
  }

  boolean isAmbiguous() {
    return cells.contains(null);
  }

  /** Whether the same text stands in every column. */
  boolean isLike(ReadRow other) {
    for (int i = 0; i < cells.size(); i++) {
      Item one = cells.get(i);
      Item two = other.cells.get(i);
      if (one == null || two == null || !one.raw().equals(two.raw())) {
        return false;
      }
    }
    return true;
  }
}
