package gouji.published;

import gouji.contract.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a table whose rows stand side by side on one line of numbers. It is sure when behind its
 * head there is one run of values, just as many as the table has cells.
 */
final class AcrossReading {
  private final Form.Table table;
  private final int number;
  private final List<Item> items;

  AcrossReading(Form.Table table, int number, List<Item> items) {
    this.table = table;
    this.number = number;
    this.items = items;
  }

  /** The rows that are there, by their number. */
  Map<Integer, ReadRow> read() {
    Map<Integer, ReadRow> rows = byRow();
    if (!rows.isEmpty()) {
      return rows;
    }
    int columns = table.columns().size();
    int all = columns * table.rows().size();
    List<List<Item>> runs = runs();
    List<List<Item>> whole = runs.stream().filter(r -> isWhole(r, all)).toList();
    boolean isSure =
        whole.size() == 1
            && runs.stream().noneMatch(r -> isAnother(r, whole.get(0)))
            && isInPlace(whole.get(0), all);
    for (int row = 0; row < table.rows().size() && !runs.isEmpty(); row++) {
      if (isSure) {
        List<Item> run = whole.get(0);
        List<Item> cells =
            run.size() == all ? run : run.stream().filter(i -> !i.isEmpty()).toList();
        rows.put(row, ReadRow.of(row, cells.subList(row * columns, (row + 1) * columns)));
      } else {
        rows.put(row, ReadRow.ambiguous(row, columns));
      }
    }
    return rows;
  }

  /** Rows one below the other, each with its label on its line. */
  private Map<Integer, ReadRow> byRow() {
    List<Item> own = new ArrayList<>();
    int columns = table.columns().size();
    for (int at = 0; at < items.size(); at++) {
      Item item = items.get(at);
      if (item.isRow() && item.label().table() == number) {
        RowItems row = RowItems.of(items, at, columns);
        if (RowItems.filled(row.same()) == columns) {
          own.add(item);
        }
      }
    }
    return own.size() == table.rows().size()
        ? new RowsReading(table, number, items).read()
        : new HashMap<>();
  }

  /** Whether the empty cells among those of the table are sure to stand in their columns. */
  private boolean isInPlace(List<Item> run, int all) {
    boolean showsBlanks = RowItems.filled(run) < all && !RowItems.isTight(run);
    return run.size() != all
        || new Padding(number, items, showsBlanks, false, false, false).isInPlace(run);
  }

  private static boolean isWhole(List<Item> run, int all) {
    boolean isOneLine =
        run.get(0).line() == run.get(run.size() - 1).line() && run.get(0).isDelimited();
    boolean isFull = RowItems.filled(run) == all;
    boolean isSpaced = run.size() == all && isOneLine;
    return (isFull || isSpaced) && run.stream().allMatch(Item::isWhole);
  }

  /** Whether a run besides the whole one is more than a stray number. */
  private static boolean isAnother(List<Item> run, List<Item> whole) {
    return !run.equals(whole) && RowItems.filled(run) > 1;
  }

  /** The values and empty cells of the table that stand one behind the other. */
  private List<List<Item>> runs() {
    List<List<Item>> runs = new ArrayList<>();
    List<Item> run = new ArrayList<>();
    boolean isInTable = false;
    boolean hasHead = false;
    int pieces = 0;
    for (Item item : items) {
      if ((item.isValue() || item.isEmpty()) && isInTable && hasHead) {
        run.add(item);
      } else if (item.kind() != Item.Kind.PIECE) {
        close(runs, run);
        run = new ArrayList<>();
      }
      pieces = isInTable && item.kind() == Item.Kind.PIECE ? pieces + 1 : pieces;
      hasHead |= pieces >= 2 * table.columns().size();
      if (item.kind() == Item.Kind.LABEL) {
        pieces = item.label().table() == number ? pieces : 0;
        isInTable = item.label().table() == number;
        hasHead = isInTable && (hasHead || item.label().role() == Label.Role.COLUMN);
      } else if (item.kind() == Item.Kind.OTHER && !runs.isEmpty()) {
        isInTable = false;
      }
    }
    close(runs, run);
    return runs;
  }

  /** Ends a run; empty cells that a line of the head left behind do not belong to it. */
  private void close(List<List<Item>> runs, List<Item> run) {
    if (RowItems.filled(run) == 0) {
      List<Item> line = lastLine(run);
      if (line.size() == table.columns().size() * table.rows().size()) {
        runs.add(line);
      }
      return;
    }
    int first = 0;
    while (run.get(first).isEmpty()) {
      first++;
    }
    int line = run.get(first).line();
    int from = first;
    while (from > 0 && run.get(from - 1).line() == line) {
      from--;
    }
    runs.add(List.copyOf(run.subList(from, run.size())));
  }

  private static List<Item> lastLine(List<Item> run) {
    int from = run.size();
    while (from > 0 && run.get(from - 1).line() == run.get(run.size() - 1).line()) {
      from--;
    }
    return List.copyOf(run.subList(from, run.size()));
  }
}
