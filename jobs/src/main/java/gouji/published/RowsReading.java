package gouji.published;

import gouji.contract.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a table that has a label for each row. A row is sure when its line holds all of its
 * columns, or when between its label and that of the row that has to follow there is just one value
 * for each column.
 */
final class RowsReading {
  private final Form.Table table;
  private final int number;
  private final List<Item> items;
  private final List<RowItems> rows = new ArrayList<>();
  private final Map<String, Alignment> alignments = new HashMap<>();
  private final Map<Integer, ReadRow> read = new HashMap<>();
  private final RowOrder order;
  private final boolean leavesOut;
  private Padding padding;

  RowsReading(Form.Table table, int number, List<Item> items) {
    this.table = table;
    this.number = number;
    this.items = items;
    order = new RowOrder(table, number, items);
    for (int at = 0; at < items.size(); at++) {
      Item item = items.get(at);
      if (item.isRow() && item.label().table() == number) {
        rows.add(
            RowItems.of(items, at, table.columnsOf(table.rows().get(item.label().row())).size()));
      }
    }
    leavesOut = leavesOut();
  }

  /** The rows that are there, by their number. */
  Map<Integer, ReadRow> read() {
    align();
    padding = Padding.of(number, items, rows);
    boolean isByLine = isByLine();
    for (int i = 0; i < rows.size(); i++) {
      RowItems row = rows.get(i);
      if (row.isOnOneLine()) {
        read.put(i, isTornOff(row) && !isBehindSure(i) ? ambiguous(row) : onOneLine(row));
      } else if (RowItems.filled(row.all()) > 0) {
        read.put(i, isByLine && !isBehindSure(i) ? ambiguous(row) : overLines(row));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!read.containsKey(i)) {
        RowItems row = rows.get(i);
        boolean isBlank = isWritten(row);
        read.put(i, isBlank ? ReadRow.blank(row) : isByLine ? ambiguous(row) : withoutValues(i));
      }
    }
    new CutRow(rows, order).find().ifPresent(r -> read.put(rows.size() - 1, r));
    List<ReadRow> totals = new PrintedTotals(table, order, rows).read();
    Map<Integer, ReadRow> found = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      ReadRow row = isUnsure(i) && totals.get(i) != null ? totals.get(i) : read.get(i);
      found.merge(row.row(), row, RowsReading::either);
    }
    if (table.layout() == Form.Layout.GRID && isByLine) {
      new Gaps(table, number, items, rows, read, padding).fill(found);
    }
    return found;
  }

  private static ReadRow ambiguous(RowItems row) {
    return ReadRow.ambiguous(row.row(), row.columns());
  }

  /** Of two rows of one label: the sure one, or the same. */
  private static ReadRow either(ReadRow one, ReadRow other) {
    if (one.isLike(other)) {
      return one;
    }
    boolean isOneOpen = one.cells().stream().allMatch(c -> c == null);
    boolean isOtherOpen = other.cells().stream().allMatch(c -> c == null);
    if (isOneOpen != isOtherOpen) {
      return isOneOpen ? other : one;
    }
    return ReadRow.ambiguous(one.row(), one.cells().size());
  }

  /**
   * Notes how rows of each kind are aligned; the end of a table or text may have cost the last one
   * cells.
   */
  private void align() {
    Map<String, List<RowItems>> kinds = new HashMap<>();
    rows.forEach(r -> kinds.computeIfAbsent(kind(r), k -> new ArrayList<>()).add(r));
    for (Map.Entry<String, List<RowItems>> kind : kinds.entrySet()) {
      List<RowItems> all = kind.getValue();
      RowItems last = all.get(all.size() - 1);
      boolean isEnd = last.row() == order.lastRow() || last.stop() >= items.size();
      boolean hasEnd = all.size() > 1 && isEnd;
      alignments.put(kind.getKey(), Alignment.of(hasEnd ? all.subList(0, all.size() - 1) : all));
    }
  }

  private static String kind(RowItems row) {
    return row.columns() + "/" + row.isOnOneLine() + "/" + row.isGrouped();
  }

  /** How a row is aligned: as those of its kind are or, where none tells, as all others. */
  private Alignment aligned(RowItems row) {
    Alignment own = alignments.get(kind(row));
    if (own != null) {
      return own;
    }
    Alignment common = null;
    for (Map.Entry<String, Alignment> other : alignments.entrySet()) {
      if (other.getValue() != null) {
        int columns = Integer.parseInt(other.getKey().split("/", -1)[0]);
        Alignment one = other.getValue().of(columns, row.columns());
        if (common != null && !common.equals(one)) {
          return null;
        }
        common = one;
      }
    }
    return common;
  }

  /** Whether rows stand on lines of their own, and not over several. */
  private boolean isByLine() {
    long onLines = rows.stream().filter(RowItems::isOnOneLine).count();
    long overLines =
        rows.stream().filter(r -> !r.isOnOneLine() && RowItems.filled(r.all()) > 0).count();
    return onLines > overLines;
  }

  /**
   * Whether the label is broken over lines in a text in which values stand on lines without labels:
   * then those behind it may be of another row.
   */
  private boolean isTornOff(RowItems row) {
    boolean isBroken =
        !row.same().isEmpty()
            && row.same().get(0).position().line() != row.label().position().line();
    return isBroken && hasLoneValues(row.columns());
  }

  private boolean hasLoneValues(int columns) {
    int at = 0;
    while (at < items.size()) {
      int from = at;
      boolean isLone = true;
      while (at < items.size() && items.get(at).line() == items.get(from).line()) {
        isLone &= items.get(at).isValue();
        at++;
      }
      if (isLone && at - from == columns && columns > 1) {
        return true;
      }
    }
    return false;
  }

  private ReadRow onOneLine(RowItems row) {
    List<Item> cells = row.same();
    int filled = RowItems.filled(cells);
    int columns = row.columns();
    Alignment aligned = aligned(row);
    if (filled == 0 && (cells.size() >= columns || row.label().isDelimited())) {
      return ReadRow.blank(row);
    }
    if (cells.size() == columns && (aligned == null || aligned.lead() == 0)) {
      return inPlace(row, cells);
    }
    if (filled == columns && (RowItems.isTight(cells) || !hasMore())) {
      return sure(row, cells);
    }
    if (filled < columns && aligned != null && aligned.fits(cells.size(), columns)) {
      return inPlace(row, aligned.own(cells, columns));
    }
    return ambiguous(row);
  }

  /** A row with one cell for each column, where its empty cells are sure to stand in theirs. */
  private ReadRow inPlace(RowItems row, List<Item> cells) {
    boolean isSure =
        padding.isInPlace(cells) || (row.isBare() && new RowSum(table, row).lacksTotal(cells));
    return isSure ? ReadRow.of(row.row(), cells) : ambiguous(row);
  }

  /** Whether some row has more values than columns: then the table has columns of its own. */
  private boolean hasMore() {
    return rows.stream().anyMatch(r -> r.isOnOneLine() && RowItems.filled(r.same()) > r.columns());
  }

  /** A row with one value for each column. */
  private ReadRow sure(RowItems row, List<Item> cells) {
    List<Item> values = cells.stream().filter(c -> !c.isEmpty()).toList();
    boolean isSound =
        (row.label().isDelimited() ? row.isOnOneLine() || !padding.leavesOut() : !leavesOut)
            || new RowSum(table, row).holds(values);
    return isSound && values.stream().allMatch(Item::isWhole)
        ? new ReadRow(row.row(), values)
        : ambiguous(row);
  }

  /**
   * Whether some row of a text without separators has fewer values than columns: then empty cells
   * were left out, and a stray number may fill the place of one.
   */
  private boolean leavesOut() {
    return rows.stream()
        .filter(r -> !r.label().isDelimited() && !order.isCut(r))
        .anyMatch(r -> RowItems.filled(r.cells()) > 0 && RowItems.filled(r.cells()) < r.columns());
  }

  private ReadRow overLines(RowItems row) {
    List<Item> cells = row.all();
    int filled = RowItems.filled(cells);
    if (!order.isFollowed(row)) {
      return ambiguous(row);
    }
    Alignment aligned = aligned(row);
    boolean fits = aligned != null && aligned.fits(cells.size(), row.columns());
    if (filled == row.columns()) {
      boolean isAligned =
          RowItems.isTight(cells) && (aligned == null || row.row() == order.lastRow() || fits);
      return isAligned ? sure(row, cells) : ambiguous(row);
    }
    if (filled < row.columns() && row.stop() < items.size()) {
      List<Item> own = fits ? aligned.own(cells, row.columns()) : lone(row, aligned);
      boolean isWhole = cells.stream().allMatch(Item::isWhole);
      if (!own.isEmpty() && isWhole) {
        boolean isLone = padding.keepsLone() && !row.lone().isEmpty();
        return isLone ? ReadRow.of(row.row(), own) : inPlace(row, own);
      }
    }
    return new SignedValue(table, row).read();
  }

  /**
   * The cells of a row where each has a line of its own, one for each column, in all rows of as
   * many columns, of which none is full; none otherwise.
   */
  private List<Item> lone(RowItems row, Alignment aligned) {
    List<Item> lone = row.lone();
    boolean isAll =
        rows.stream()
            .filter(r -> r.columns() == row.columns() && !r.isGrouped() && !order.isCut(r))
            .allMatch(
                r -> r.lone().size() == r.columns() && RowItems.filled(r.lone()) < r.columns());
    return aligned == null && isAll && padding.keepsLone() && lone.size() == row.columns()
        ? lone
        : List.of();
  }

  /** Whether the row before is sure, so that only this one's values can stand here. */
  private boolean isBehindSure(int at) {
    if (at == 0) {
      return rows.get(at).row() == 0;
    }
    ReadRow before = read.get(at - 1);
    return before != null && !before.isAmbiguous() && before.row() == rows.get(at).row() - 1;
  }

  /** A label without any value: its row is blank where the rows around it are sure. */
  private ReadRow withoutValues(int at) {
    RowItems row = rows.get(at);
    boolean isEnd = row.stop() >= items.size() || items.get(row.stop()).kind() == Item.Kind.OTHER;
    if (isEnd || !order.isFollowed(row) || isUnsure(at - 1) || isUnsure(at + 1)) {
      return ambiguous(row);
    }
    return ReadRow.blank(row);
  }

  /** Whether all cells of a row stand there, and are empty. */
  private boolean isWritten(RowItems row) {
    Alignment inLine = alignments.get(row.columns() + "/true/" + row.isGrouped());
    boolean fits = inLine != null && inLine.fits(row.all().size(), row.columns());
    return RowItems.filled(row.all()) == 0
        && row.label().isDelimited()
        && order.isFollowed(row)
        && (fits || row.lone().size() >= row.columns());
  }

  private boolean isUnsure(int at) {
    ReadRow other = read.get(at);
    return other != null && other.cells().stream().allMatch(c -> c == null);
  }
}
