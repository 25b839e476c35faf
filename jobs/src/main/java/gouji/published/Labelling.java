package gouji.published;

import java.util.ArrayList;
import java.util.List;

/** Finds the labels of a form among the items of a report. */
final class Labelling {
  /** The most pieces that a label is broken into. */
  private static final int MOST_PIECES = 10;

  /** No table has begun yet. */
  private static final int NONE = -1;

  private final Vocabulary vocabulary;
  private final Spellings spellings;
  private final List<Item> found = new ArrayList<>();

  /** The table and the block that are being read. */
  private int table = NONE;

  private int block = NONE;

  /** Whether rows of the block have been there. */
  private boolean isInRows;

  private Labelling(Vocabulary vocabulary, Spellings spellings) {
    this.vocabulary = vocabulary;
    this.spellings = spellings;
  }

  /** The items with their labels; pieces of a label become one item. */
  static List<Item> of(List<Item> items, Vocabulary vocabulary, Spellings spellings) {
    Labelling labelling = new Labelling(vocabulary, spellings);
    int at = 0;
    while (at < items.size()) {
      at = labelling.next(items, at);
    }
    return labelling.found;
  }

  private int next(List<Item> items, int at) {
    Item first = items.get(at);
    if (first.kind() != Item.Kind.OTHER) {
      found.add(first);
      return at + 1;
    }
    int pieces = pieces(items, at);
    for (int many = pieces; many > 1; many--) {
      String joined = joined(items, at, many);
      List<Label> named =
          joined.length() > vocabulary.longest() ? List.of() : vocabulary.named(joined, true);
      if (!named.isEmpty()) {
        add(items.get(at + many - 1), first, raw(items, at, many), named);
        return at + many;
      }
    }
    List<Label> meant = vocabulary.meant(first.raw());
    if (!meant.isEmpty()) {
      add(first, first, first.raw(), meant);
      return at + 1;
    }
    String label = spellings.label(first.raw());
    if (!label.isEmpty()) {
      found.add(first.as(vocabulary.isPiece(label) ? Item.Kind.PIECE : Item.Kind.OTHER));
    }
    return at + 1;
  }

  /** How many items from here on are words, one behind the other. */
  private static int pieces(List<Item> items, int at) {
    int many = 0;
    while (many < MOST_PIECES
        && at + many < items.size()
        && items.get(at + many).kind() == Item.Kind.OTHER) {
      many++;
    }
    return many;
  }

  private String joined(List<Item> items, int at, int many) {
    StringBuilder joined = new StringBuilder();
    for (Item item : items.subList(at, at + many)) {
      joined.append(spellings.label(item.raw()));
      if (joined.length() > vocabulary.longest()) {
        break;
      }
    }
    return joined.toString();
  }

  private static String raw(List<Item> items, int at, int many) {
    StringBuilder raw = new StringBuilder();
    items.subList(at, at + many).forEach(i -> raw.append(i.raw()));
    return raw.toString();
  }

  /** Adds a label that ends with the last item, where it fits what is being read. */
  private void add(Item last, Item first, String raw, List<Label> meant) {
    Label label = chosen(meant);
    if (label == null) {
      boolean isPiece = meant.get(0).role() == Label.Role.COLUMN;
      found.add(last.as(isPiece ? Item.Kind.PIECE : Item.Kind.OTHER));
      return;
    }
    boolean isNewTable = label.table() != table;
    table = label.table();
    if (label.role() == Label.Role.BLOCK || label.role() == Label.Role.COLUMN) {
      block = label.block();
      isInRows = false;
    } else if (label.isRow()) {
      block = label.block();
      isInRows = true;
    } else if (isNewTable) {
      block = NONE;
      isInRows = false;
    }
    found.add(
        new Item(
            Item.Kind.LABEL,
            raw,
            first.position(),
            last.line(),
            last.shape(),
            last.isWhole(),
            label));
  }

  /** The label that is meant here; null when none fits. */
  private Label chosen(List<Label> meant) {
    Label best = null;
    for (Label one : meant) {
      if (one.table() == table && (best == null || isNearer(one, best))) {
        best = one;
      }
    }
    if (best != null) {
      return best;
    }
    Label first = meant.get(0);
    boolean isOfOneTable = meant.stream().allMatch(l -> l.table() == first.table());
    return isOfOneTable && begins(first) ? first : null;
  }

  /** Whether a label of another table than the one that is being read tells that that begins. */
  private boolean begins(Label label) {
    return switch (label.role()) {
      case SECTION, BLOCK -> true;
      case COLUMN -> label.isCertain() && label.table() > table;
      case HEAD, GROUP -> label.isCertain();
      case ROW ->
          label.isCertain()
              && vocabulary.form().tables().get(label.table()).layout()
                  == gouji.contract.Form.Layout.GRID;
    };
  }

  /** Whether a label is nearer to what is being read than another of the same words. */
  private boolean isNearer(Label one, Label other) {
    int first = isInRows ? block + 1 : block;
    boolean isAhead = one.block() >= first;
    boolean isOtherAhead = other.block() >= first;
    return isAhead != isOtherAhead ? isAhead : one.block() < other.block();
  }
}
