package gouji.published;

import java.util.List;

/**
 * Tells whether empty cells at the end of a row stand in their own columns. Some converters leave
 * empty cells out and fill each row up to one length: then the values of a row may be those of any
 * of its columns.
 *
 * @param number number of the table in the form
 * @param items all items
 * @param showsBlanks whether rows of the table have empty cells between their values
 * @param leavesOut whether some row, not the last, may have lost cells
 * @param hasShortRow whether some row of few columns ends behind them
 * @param keepsLone whether empty cells on lines of their own stand in their columns
 */
record Padding(
    int number,
    List<Item> items,
    boolean showsBlanks,
    boolean leavesOut,
    boolean hasShortRow,
    boolean keepsLone) {

  static Padding of(int number, List<Item> items, List<RowItems> rows) {
    int most = rows.stream().mapToInt(RowItems::columns).max().orElse(0);
    boolean hasShortRow =
        rows.stream()
            .anyMatch(
                r ->
                    r.label().isDelimited()
                        && r.columns() < most
                        && r.same().size() == r.columns());
    boolean keepsLone = keepsLone(rows);
    List<RowItems> told = rows.stream().filter(r -> !keepsLone || r.lone().isEmpty()).toList();
    int between = rowsWithBlanks(told, true);
    int behind = rowsWithBlanks(told, false);
    int before = rowsWithBlanks(told.subList(0, Math.max(0, told.size() - 1)), false);
    return new Padding(
        number, items, between > behind, before > 0 && before >= between, hasShortRow, keepsLone);
  }

  private static boolean keepsLone(List<RowItems> rows) {
    int shown = 0;
    int doubtful = 0;
    boolean fillsInLine = rows.stream().anyMatch(RowItems::fillsInLine);
    for (RowItems row : rows) {
      int filled = RowItems.filled(row.lone());
      if (filled > 0 && filled < row.columns()) {
        boolean isShown = row.showsLone(fillsInLine);
        shown += isShown ? 1 : 0;
        doubtful += isShown ? 0 : 1;
      }
    }
    return shown > doubtful;
  }

  /** How many rows have empty cells between their values or, on the contrary, only behind them. */
  private static int rowsWithBlanks(List<RowItems> rows, boolean between) {
    int many = 0;
    for (RowItems row : rows) {
      List<Item> cells = row.cells();
      int filled = RowItems.filled(cells);
      if (filled > 0 && filled < row.columns()) {
        boolean isBetween = cells.get(0).isEmpty() || !RowItems.isTight(cells);
        boolean isMeant = between ? isBetween && cells.size() >= row.columns() : !isBetween;
        many += isMeant ? 1 : 0;
      }
    }
    return many;
  }

  /** Whether the cells of a row, one for each column, are sure to be in place. */
  boolean isInPlace(List<Item> cells) {
    int last = cells.size() - 1;
    boolean isFull = cells.stream().noneMatch(Item::isEmpty);
    boolean isBlank = cells.stream().allMatch(Item::isEmpty);
    return isFull || isBlank || !isLoose(cells) || !cells.get(last).isEmpty() || isKept();
  }

  /** Whether the cells come from a text, in which some may have been left out. */
  private static boolean isLoose(List<Item> cells) {
    return cells.get(0).shape() != SourceLine.Shape.TABLE;
  }

  private boolean isKept() {
    return showsBlanks || (!isFilledUp() && (hasShortRow || hasShortLine()));
  }

  /** Whether empty cells stand behind words of the head. */
  private boolean isFilledUp() {
    boolean isIn = false;
    for (int at = 0; at + 1 < items.size(); at++) {
      Item item = items.get(at);
      if (item.kind() == Item.Kind.LABEL) {
        isIn = item.label().table() == number;
      }
      boolean isWord = !item.isValue() && !item.isEmpty() && !item.isRow();
      if (isIn && isWord && items.get(at + 1).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a title or a head ends its line with fewer cells than a row has. */
  private boolean hasShortLine() {
    for (int at = 0; at + 1 < items.size(); at++) {
      Item item = items.get(at);
      boolean isTitle =
          item.kind() == Item.Kind.LABEL
              && item.label().table() == number
              && item.isDelimited()
              && (item.label().role() == Label.Role.BLOCK
                  || item.label().role() == Label.Role.HEAD);
      if (isTitle && items.get(at + 1).line() != item.line() && !items.get(at + 1).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
