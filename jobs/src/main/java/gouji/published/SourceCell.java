package gouji.published;

/**
 * A piece of a line: a cell of a table, or of a text what stands between two separators.
 *
 * @param raw the text, without the space around it
 * @param position where it begins
 * @param columns how many columns of the table it takes
 * @param rows how many rows of the table it takes
 * @param end what tells where it ends
 */
record SourceCell(String raw, Position position, int columns, int rows, End end) {

  /** What tells where a cell ends. */
  enum End {
    /** A separator, or the table itself. */
    SEPARATOR,
    /** The end of the line. */
    LINE,
    /** Nothing: it may go on, or be cut off. */
    NOTHING
  }

  /** A cell of a text. */
  static SourceCell of(String raw, Position position, End end) {
    return new SourceCell(raw, position, 1, 1, end);
  }

  /** The same cell with another end. */
  SourceCell with(End other) {
    return new SourceCell(raw, position, columns, rows, other);
  }

  /** Whether nothing of it can be missing. */
  boolean isEnded() {
    return end != End.NOTHING;
  }
}
