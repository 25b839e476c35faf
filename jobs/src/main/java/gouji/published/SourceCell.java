package gouji.published;

/**
 * A piece of a line: a cell of a table, or of a text what stands between two separators.
 *
 * @param raw the text, without the space around it
 * @param position where it begins
 * @param columns how many columns of the table it takes
 * @param rows how many rows of the table it takes
 * @param isEnded whether something told where it ends, so that nothing of it can be missing
 */
record SourceCell(String raw, Position position, int columns, int rows, boolean isEnded) {

  /** A cell of a text. */
  static SourceCell of(String raw, Position position, boolean isEnded) {
    return new SourceCell(raw, position, 1, 1, isEnded);
  }

  /** The same cell, ended or not. */
  SourceCell ended(boolean ended) {
    return new SourceCell(raw, position, columns, rows, ended);
  }
}
