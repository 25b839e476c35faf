package gouji.published;

import java.util.ArrayList;
import java.util.List;

/**
 * A row's label with what stands behind it.
 *
 * @param label the label
 * @param at its place among all items
 * @param same what stands behind it on the same line
 * @param all what stands behind it up to the next words, on whatever lines
 * @param stop the place of those words; the number of items at the end of the text
 * @param isGrouped whether the label of a group stands right before it
 * @param columns how many columns the row has
 */
record RowItems(
    Item label, int at, List<Item> same, List<Item> all, int stop, boolean isGrouped, int columns) {

  static RowItems of(List<Item> items, int at, int columns) {
    Item label = items.get(at);
    boolean isDelimited = label.isDelimited();
    List<Item> same = new ArrayList<>();
    int next = at + 1;
    while (next < items.size()
        && items.get(next).line() == label.line()
        && items.get(next).kind() != Item.Kind.LABEL
        && (isDelimited || items.get(next).kind() != Item.Kind.OTHER)) {
      if (isDelimited || items.get(next).kind() != Item.Kind.PIECE) {
        same.add(items.get(next));
      }
      next++;
    }
    List<Item> all = new ArrayList<>();
    int stop = at + 1;
    while (stop < items.size()
        && items.get(stop).kind() != Item.Kind.LABEL
        && items.get(stop).kind() != Item.Kind.OTHER) {
      if (items.get(stop).kind() != Item.Kind.PIECE) {
        all.add(items.get(stop));
      }
      stop++;
    }
    Item before = at == 0 ? null : items.get(at - 1);
    boolean isGrouped =
        before != null
            && before.kind() == Item.Kind.LABEL
            && before.label().role() == Label.Role.GROUP;
    return new RowItems(label, at, same, all, stop, isGrouped, columns);
  }

  /** Number of the row in its table. */
  int row() {
    return label.label().row();
  }

  /** Whether its line holds all of it. */
  boolean isOnOneLine() {
    return label.shape() == SourceLine.Shape.TABLE
        || filled(same) >= columns
        || (label.isDelimited() && same.size() >= columns);
  }

  /** What belongs to the row, as far as lines tell. */
  List<Item> cells() {
    return isOnOneLine() ? same : all;
  }

  /**
   * Its cells where each has a line of its own, but for empty ones that fill the last line up; none
   * where lines hold several, or where its own line holds them.
   */
  List<Item> lone() {
    if (isOnOneLine() || !label.isDelimited() || all.isEmpty()) {
      return List.of();
    }
    int to = all.size();
    int last = all.get(to - 1).line();
    while (to > 0 && all.get(to - 1).line() == last && all.get(to - 1).isEmpty()) {
      to--;
    }
    List<Item> lone = to < all.size() - 1 ? all.subList(0, to) : all;
    boolean isLone = lone.stream().map(Item::line).distinct().count() == lone.size();
    return isLone && lone.stream().noneMatch(i -> i.line() == label.line()) ? lone : List.of();
  }

  /**
   * Whether its lines show that empty cells stand in their places: one before a value or, where
   * what fills rows up stands behind the last value, two behind it.
   */
  boolean showsLone(boolean fillsInLine) {
    List<Item> lone = lone();
    int last = lone.size() - 1;
    boolean isTwo = last > 0 && lone.get(last).isEmpty() && lone.get(last - 1).isEmpty();
    return last > 0 && ((isTwo && fillsInLine) || lone.get(0).isEmpty() || !isTight(lone));
  }

  /** Whether empty cells stand behind a value on its line. */
  boolean fillsInLine() {
    for (int i = 1; i < all.size(); i++) {
      boolean isBehind = all.get(i).isEmpty() && all.get(i - 1).isValue();
      if (isBehind && all.get(i).line() == all.get(i - 1).line()) {
        return true;
      }
    }
    return false;
  }

  /** How many of these are not empty. */
  static int filled(List<Item> items) {
    return (int) items.stream().filter(i -> !i.isEmpty()).count();
  }

  /** Whether no empty cell stands between the filled ones. */
  static boolean isTight(List<Item> cells) {
    int changes = 0;
    boolean wasFilled = false;
    for (Item cell : cells) {
      changes += !cell.isEmpty() && !wasFilled ? 1 : 0;
      wasFilled = !cell.isEmpty();
    }
    return changes <= 1;
  }

  /** Whether its line holds its label and one cell for each column, and nothing else. */
  boolean isBare() {
    return same.size() == columns && !isGrouped;
  }

  /** Whether every cell of the row is written, and nothing else. */
  boolean isComplete() {
    return filled(cells()) == columns && cells().stream().allMatch(Item::isWhole);
  }
}
