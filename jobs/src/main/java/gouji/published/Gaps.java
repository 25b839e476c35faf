package gouji.published;

import gouji.contract.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows whose labels were torn off: where between two rows that are sure there stand just as many
 * lines of values as the form has rows, each line is the row of its turn.
 *
 * @param table the table
 * @param number its number in the form
 * @param items all items
 * @param rows the labels that are there
 * @param read what was read of each
 * @param padding whether empty cells stand in their columns
 */
record Gaps(
    Form.Table table,
    int number,
    List<Item> items,
    List<RowItems> rows,
    Map<Integer, ReadRow> read,
    Padding padding) {

  /** Adds the rows that are told by their turn. */
  void fill(Map<Integer, ReadRow> found) {
    int row = -1;
    int at = start();
    for (int i = 0; i < rows.size(); i++) {
      RowItems next = rows.get(i);
      if (isSure(i)) {
        if (next.row() <= row) {
          return;
        }
        fill(row, at, next.row(), next.at(), found);
        row = next.row();
        at = next.at() + 1 + next.cells().size();
      }
    }
    fill(row, at, table.rows().size(), end(at), found);
  }

  private boolean isSure(int at) {
    ReadRow one = read.get(at);
    return one != null
        && rows.get(at).isOnOneLine()
        && one.cells().stream().anyMatch(c -> c != null);
  }

  /** Where the rows begin: behind the last label of the head. */
  private int start() {
    int start = 0;
    for (int at = 0; at < items.size() && !isRowOf(at); at++) {
      Item item = items.get(at);
      if (item.kind() == Item.Kind.LABEL && item.label().table() == number) {
        start = at + 1;
      }
    }
    return start;
  }

  private boolean isRowOf(int at) {
    return items.get(at).isRow() && items.get(at).label().table() == number;
  }

  /** Where the table ends: before the first label of another one. */
  private int end(int from) {
    int at = from;
    while (at < items.size()
        && (items.get(at).kind() != Item.Kind.LABEL || items.get(at).label().table() == number)) {
      at++;
    }
    return at;
  }

  private void fill(int before, int from, int after, int to, Map<Integer, ReadRow> found) {
    List<List<Item>> lines = new ArrayList<>();
    int columns = table.columns().size();
    List<List<Item>> all = lines(from, to);
    for (List<Item> line : all) {
      if (line.isEmpty()) {
        return;
      }
      int filled = RowItems.filled(line);
      boolean isRow = filled == columns || (line.size() == columns && line.get(0).isDelimited());
      boolean isStray = filled <= 1 && !line.get(0).isDelimited();
      if (isRow) {
        lines.add(line);
      } else if (!isStray) {
        return;
      }
    }
    if (lines.size() != after - before - 1) {
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      List<Item> cells =
          lines.get(i).size() == columns
              ? lines.get(i)
              : lines.get(i).stream().filter(c -> !c.isEmpty()).toList();
      boolean isSure = padding.isInPlace(cells);
      int row = before + 1 + i;
      found.put(row, isSure ? ReadRow.of(row, cells) : ReadRow.ambiguous(row, columns));
    }
  }

  /** The lines between two places that hold values; an empty list for one with words, too. */
  private List<List<Item>> lines(int from, int to) {
    List<List<Item>> lines = new ArrayList<>();
    int at = from;
    while (at < to) {
      int line = items.get(at).line();
      List<Item> cells = new ArrayList<>();
      boolean hasWords = false;
      while (at < to && items.get(at).line() == line) {
        Item item = items.get(at);
        hasWords |= item.kind() == Item.Kind.OTHER || item.isRow();
        if (item.isValue() || item.isEmpty()) {
          cells.add(item);
        }
        at++;
      }
      if (RowItems.filled(cells) > 0) {
        lines.add(hasWords ? List.of() : cells);
      }
    }
    return lines;
  }
}
