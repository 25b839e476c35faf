package gouji.published;

import java.util.List;

/**
 * How many empty cells stand before and behind the columns in rows of one kind.
 *
 * @param lead how many before
 * @param trail how many behind
 */
record Alignment(int lead, int trail) {

  /**
   * What the rows have in common; null when they differ or none tells.
   *
   * @param rows rows of one kind
   */
  static Alignment of(List<RowItems> rows) {
    Alignment common = null;
    for (RowItems row : rows) {
      if (RowItems.filled(row.cells()) == row.columns()) {
        Alignment one = of(row);
        if (one == null || (common != null && !common.equals(one))) {
          return null;
        }
        common = one;
      }
    }
    return common == null ? ofFilled(rows) : common;
  }

  /** Of a row that writes every column; null when there are empty cells between them. */
  private static Alignment of(RowItems row) {
    List<Item> cells = row.cells();
    int lead = 0;
    while (cells.get(lead).isEmpty()) {
      lead++;
    }
    int trail = 0;
    while (cells.get(cells.size() - 1 - trail).isEmpty()) {
      trail++;
    }
    return cells.size() - lead - trail == row.columns() ? new Alignment(lead, trail) : null;
  }

  /**
   * Where no row writes every column: rows of one length whose filled cells, taken together, are
   * just as far apart as the columns are.
   */
  private static Alignment ofFilled(List<RowItems> rows) {
    int from = Integer.MAX_VALUE;
    int to = -1;
    int length = -1;
    int columns = 0;
    for (RowItems row : rows) {
      List<Item> cells = row.cells();
      if (length >= 0 && length != cells.size()) {
        return null;
      }
      length = cells.size();
      columns = row.columns();
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          from = Math.min(from, i);
          to = Math.max(to, i);
        }
      }
    }
    return to - from + 1 == columns ? new Alignment(from, length - 1 - to) : null;
  }

  /** The same for rows of another number of columns: filled up to one length, or not at all. */
  Alignment of(int columns, int others) {
    return trail == 0 ? this : new Alignment(lead, Math.max(0, trail + columns - others));
  }

  /** Whether a row of so many cells is aligned so. */
  boolean fits(int cells, int columns) {
    return cells - lead - trail == columns;
  }

  /** Those of the cells of a row that stand for columns. */
  List<Item> own(List<Item> cells, int columns) {
    return cells.subList(lead, lead + columns);
  }
}
