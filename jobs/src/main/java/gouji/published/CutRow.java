package gouji.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last row of a table that leaves nothing out, where the text breaks off in it.
 *
 * @param rows the rows that are there
 * @param order where rows stand in the form
 */
record CutRow(List<RowItems> rows, RowOrder order) {
  /** So many complete rows show that a table leaves no column out. */
  private static final int ENOUGH = 2;

  /** Its first cells; empty where nothing is cut, or where it is not sure which cells are there. */
  Optional<ReadRow> find() {
    int last = rows.size() - 1;
    if (last < ENOUGH) {
      return Optional.empty();
    }
    RowItems row = rows.get(last);
    List<Item> all = row.label().isDelimited() && !row.same().isEmpty() ? row.same() : row.all();
    boolean isEnd = order.isCut(row) && all.size() == row.all().size();
    boolean isEnough =
        rows.subList(0, last).stream().allMatch(RowItems::isComplete)
            && row.row() == rows.get(last - 1).row() + 1;
    List<Item> cells = hasMore(all, row.columns()) ? all.subList(0, row.columns()) : all;
    boolean isSure = cells != all || isPlain(cells, row.columns());
    if (!isEnd || !isSure || !isEnough) {
      return Optional.empty();
    }
    List<Item> known = new ArrayList<>();
    for (int i = 0; i < row.columns(); i++) {
      known.add(i < cells.size() && cells.get(i).isWhole() ? cells.get(i) : null);
    }
    return Optional.of(new ReadRow(row.row(), known));
  }

  /** Whether behind a full row stands the beginning of something else: 2 of 2.其他. */
  private static boolean hasMore(List<Item> cells, int columns) {
    return columns > 1
        && cells.size() == columns + 1
        && cells.stream().noneMatch(Item::isEmpty)
        && !cells.get(columns).isWhole();
  }

  /** Whether all of them are the same, so that none can stand for another. */
  private static boolean isPlain(List<Item> cells, int columns) {
    return cells.stream().noneMatch(Item::isEmpty)
        && cells.size() <= columns
        && cells.stream().map(Item::raw).distinct().count() == 1;
  }
}
