package gouji.published;

/**
 * Where something stands in a report.
 *
 * @param line the line of the text, from 1; of a page or document, of the text that it gives
 * @param column the character of the line, from 1
 * @param table the table of a page or document, from 1; 0 for none
 * @param row the row of the table, from 1; 0 for none
 * @param cell the cell of the row, from 1; 0 for none
 */
public record Position(int line, int column, int table, int row, int cell) {

  /** A place in plain text. */
  static Position of(int line, int column) {
    return new Position(line, column, 0, 0, 0);
  }

  /** The place in Chinese: line and column, or table, row and cell. */
  public String shown() {
    return table > 0 ? "表%d行%d格%d".formatted(table, row, cell) : "第%d行第%d字".formatted(line, column);
  }
}
