package gouji.published;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts the lines of a report into values, empty cells and words. */
final class Items {
  /** What printing puts at the edge of a page. */
  private static final Pattern PAGE =
      Pattern.compile(
          "[-—–−·~]+\\s*\\d{1,3}\\s*[-—–−·~]+|第\\s*\\d{1,3}\\s*页.{0,12}"
              + "|\\d{1,3}\\s*/\\s*\\d{1,3}|(?i:page|p\\.)\\s*\\d{1,3}\\b.{0,40}");

  /** A label with the first value right behind it. */
  private static final Pattern STUCK =
      Pattern.compile("(.*[^0-9０-９.,，+\\-])([+\\-]?[0-9０-９][0-9０-９.,]*[^0-9０-９]{0,2})");

  private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}]+");

  private final Vocabulary vocabulary;
  private final Spellings spellings;

  Items(Vocabulary vocabulary, Spellings spellings) {
    this.vocabulary = vocabulary;
    this.spellings = spellings;
  }

  /** The items of a report, none labelled yet. */
  List<Item> of(SourceText text) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < text.lines().size(); i++) {
      SourceLine line = text.lines().get(i);
      if (line.shape() == SourceLine.Shape.PLAIN) {
        items.addAll(plain(line.cells().get(0), i));
      } else {
        for (SourceCell cell : line.cells()) {
          items.add(Item.of(cell, i, line.shape()));
        }
      }
    }
    return items;
  }

  private List<Item> plain(SourceCell line, int number) {
    Item whole = Item.of(line, number, SourceLine.Shape.PLAIN);
    if (PAGE.matcher(spellings.plain(line.raw())).matches()) {
      return List.of();
    }
    if (whole.kind() != Item.Kind.OTHER || !vocabulary.meant(line.raw()).isEmpty()) {
      return List.of(whole);
    }
    List<Item> words = new ArrayList<>();
    boolean hasValue = false;
    Matcher word = WORD.matcher(line.raw());
    while (word.find()) {
      Position position =
          Position.of(line.position().line(), line.position().column() + word.start());
      boolean isEnded = line.isEnded() || word.end() < line.raw().length();
      for (SourceCell part : parts(word.group(), position, isEnded)) {
        Item item = Item.of(part, number, SourceLine.Shape.PLAIN);
        if (item.kind() == Item.Kind.OTHER && !isOfLabel(part.raw())) {
          return List.of(whole);
        }
        hasValue |= item.isValue();
        words.add(item);
      }
    }
    return hasValue || words.size() > 1 ? words : List.of(whole);
  }

  private boolean isOfLabel(String word) {
    String label = spellings.label(word);
    return label.isEmpty() || vocabulary.isPiece(label) || !vocabulary.meant(word).isEmpty();
  }

  /** A word; two where a value sticks to a label. */
  private List<SourceCell> parts(String word, Position at, boolean isEnded) {
    Matcher stuck = STUCK.matcher(word);
    if (stuck.matches() && isRow(stuck.group(1))) {
      Position behind = Position.of(at.line(), at.column() + stuck.start(2));
      return List.of(
          SourceCell.of(stuck.group(1), at, true), SourceCell.of(stuck.group(2), behind, isEnded));
    }
    return List.of(SourceCell.of(word, at, isEnded));
  }

  private boolean isRow(String word) {
    List<Label> named = vocabulary.named(spellings.label(word));
    return !named.isEmpty() && named.get(0).isRow();
  }
}
