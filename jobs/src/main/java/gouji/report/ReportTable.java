package gouji.report;

import java.util.BitSet;
import java.util.List;

/**
 * A table of plain cells, ready for any format.
 *
 * @param id the declared table's id, or a name of our own for a list
 * @param title heading
 * @param headRows rows at the top that are repeated where the table breaks over pages
 * @param labelColumns columns at the left that hold labels
 * @param cells by row, then by column; together they cover the table without gap or overlap
 */
public record ReportTable(
    String id, String title, int headRows, int labelColumns, List<Cell> cells) {
  /** What a value that was not supplied is printed as. */
  public static final String ABSENT = "—";

  /** Sorts the cells and refuses gaps and overlaps. */
  public ReportTable {
    cells = cells.stream().sorted(Cell.BY_PLACE).toList();
    int rows = cells.stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElse(0);
    int columns = cells.stream().mapToInt(c -> c.column() + c.columnSpan()).max().orElse(0);
    BitSet taken = new BitSet(rows * columns);
    for (Cell cell : cells) {
      for (int row = cell.row(); row < cell.row() + cell.rowSpan(); row++) {
        int from = row * columns + cell.column();
        if (!taken.get(from, from + cell.columnSpan()).isEmpty()) {
          throw new IllegalArgumentException("table %s: cells overlap at %s".formatted(id, cell));
        }
        taken.set(from, from + cell.columnSpan());
      }
    }
    if (taken.cardinality() != rows * columns) {
      int gap = taken.nextClearBit(0);
      throw new IllegalArgumentException(
          "table %s: no cell at row %d, column %d".formatted(id, gap / columns, gap % columns));
    }
  }

  /** Number of rows. */
  public int rows() {
    return cells.stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElse(0);
  }

  /** Number of columns. */
  public int columns() {
    return cells.stream().mapToInt(c -> c.column() + c.columnSpan()).max().orElse(0);
  }

  /** What a cell is, for its style. */
  public enum Kind {
    /** A line over a block of rows. */
    HEADING,
    /** A label over columns. */
    HEADER,
    /** A label beside rows. */
    LABEL,
    /** A number, or the sign for an absent one. */
    NUMBER,
    /** Running text. */
    TEXT,
    /** The severity of an error. */
    ERROR,
    /** The severity of a warning. */
    WARNING,
    /** The severity of a hint. */
    INFO
  }

  /**
   * One cell.
   *
   * @param row first row, from 0
   * @param column first column, from 0
   * @param rowSpan rows that it covers
   * @param columnSpan columns that it covers
   * @param kind what it is
   * @param text what is printed
   * @param figure the number behind the text; null for text and for absent numbers
   * @param address address of the form's cell; null for all that is none
   */
  public record Cell(
      int row,
      int column,
      int rowSpan,
      int columnSpan,
      Kind kind,
      String text,
      Figure figure,
      String address) {
    static final java.util.Comparator<Cell> BY_PLACE =
        java.util.Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column);

    /** A cell of text in one place; null is empty. */
    public static Cell text(int row, int column, Kind kind, String text) {
      return new Cell(row, column, 1, 1, kind, text == null ? "" : text, null, null);
    }

    /** A cell with a number in one place; null is absent. */
    public static Cell number(int row, int column, Figure figure) {
      String text = figure == null ? ABSENT : figure.text();
      return new Cell(row, column, 1, 1, Kind.NUMBER, text, figure, null);
    }

    /** The same over several rows and columns. */
    public Cell over(int rows, int columns) {
      return new Cell(row, column, rows, columns, kind, text, figure, address);
    }

    /** The same as the form's cell of that address. */
    Cell of(String cell) {
      return new Cell(row, column, rowSpan, columnSpan, kind, text, figure, cell);
    }
  }
}
