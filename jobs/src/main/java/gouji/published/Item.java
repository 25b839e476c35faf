package gouji.published;

import gouji.contract.Written;

/**
 * What the reading of tables looks at, one after another: values, empty cells and words.
 *
 * @param kind what it is
 * @param raw the text
 * @param position where it stands
 * @param line number of its line among those that hold something
 * @param shape what is known of the cells of the line
 * @param isWhole whether nothing of it can be missing
 * @param label what it names; null unless it is a label
 */
record Item(
    Kind kind,
    String raw,
    Position position,
    int line,
    SourceLine.Shape shape,
    boolean isWhole,
    Label label) {

  /** What an item is. */
  enum Kind {
    /** A number, or a mark that there is none. */
    VALUE,
    /** An empty cell. */
    EMPTY,
    /** A label of the form. */
    LABEL,
    /** A piece of some label. */
    PIECE,
    /** Other words. */
    OTHER
  }

  /** What a cell is by itself, without regard to labels. */
  static Item of(SourceCell cell, int line, SourceLine.Shape shape) {
    Written written = Written.of(cell.raw(), null);
    Kind kind =
        switch (written.state()) {
          case BLANK -> Kind.EMPTY;
          case NUMBER, NOT_APPLICABLE -> Kind.VALUE;
          case TEXT, ABSENT -> Kind.OTHER;
        };
    boolean isWhole = cell.isEnded() && !(written.isNumber() && startsWithZero(cell.raw()));
    return new Item(kind, cell.raw(), cell.position(), line, shape, isWhole, null);
  }

  /** Whether a number has a zero in front: then it was probably put together from two. */
  private static boolean startsWithZero(String raw) {
    String digits = raw.replaceAll("^[^0-9０-９]+", "");
    return digits.length() > 1
        && (digits.charAt(0) == '0' || digits.charAt(0) == '０')
        && Character.isDigit(digits.charAt(1));
  }

  Item labelled(Label named) {
    return new Item(Kind.LABEL, raw, position, line, shape, isWhole, named);
  }

  /** The same, which may go on somewhere else. */
  Item open() {
    return new Item(kind, raw, position, line, shape, false, label);
  }

  Item as(Kind other) {
    return new Item(other, raw, position, line, shape, isWhole, null);
  }

  boolean isValue() {
    return kind == Kind.VALUE;
  }

  boolean isEmpty() {
    return kind == Kind.EMPTY;
  }

  boolean isRow() {
    return kind == Kind.LABEL && label.isRow();
  }

  /** Whether it is of a line with separators, or of a table. */
  boolean isDelimited() {
    return shape != SourceLine.Shape.PLAIN;
  }
}
