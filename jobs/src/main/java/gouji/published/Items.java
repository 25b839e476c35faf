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

  /** What may be the rest of a number. */
  private static final Pattern GOING_ON = Pattern.compile("[0-9０-９.,，]{1,8}(?:万?元|[项个件%])?");

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
      if (!items.isEmpty() && mayGoOn(text.lines(), i)) {
        Item last = items.remove(items.size() - 1);
        items.add(last.isValue() ? last.open() : last);
      }
    }
    return items;
  }

  /** Whether the last number of a line of several words may go on at the beginning of the next. */
  private static boolean mayGoOn(List<SourceLine> lines, int at) {
    if (at + 1 >= lines.size() || lines.get(at).shape() == SourceLine.Shape.TABLE) {
      return false;
    }
    SourceCell last = lines.get(at).cells().get(lines.get(at).cells().size() - 1);
    SourceLine next = lines.get(at + 1);
    boolean isSeveral =
        lines.get(at).cells().size() > 1 || WORD.matcher(last.raw()).results().count() > 1;
    return isSeveral
        && last.end() != SourceCell.End.SEPARATOR
        && next.shape() != SourceLine.Shape.TABLE
        && GOING_ON.matcher(next.cells().get(0).raw()).matches();
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
      boolean isLast = word.end() == line.raw().length();
      SourceCell.End end = isLast ? line.end() : SourceCell.End.SEPARATOR;
      for (SourceCell part : parts(SourceCell.of(word.group(), position, end))) {
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
  private List<SourceCell> parts(SourceCell word) {
    Matcher stuck = STUCK.matcher(word.raw());
    if (stuck.matches() && isRow(stuck.group(1))) {
      Position at = word.position();
      Position behind = Position.of(at.line(), at.column() + stuck.start(2));
      return List.of(
          SourceCell.of(stuck.group(1), at, SourceCell.End.SEPARATOR),
          SourceCell.of(stuck.group(2), behind, word.end()));
    }
    return List.of(word);
  }

  private boolean isRow(String word) {
    List<Label> named = vocabulary.named(spellings.label(word));
    return !named.isEmpty() && named.get(0).isRow();
  }
}
