package gouji.export;

import gouji.report.ReportTable;
import gouji.report.ReportTable.Cell;

/** Widths of columns and heights of rows, so that all text is seen. */
final class TextWidths {
  private static final double PADDING = 2;
  private static final double LINE = 15;
  private static final double HIGHEST = 400;
  private final double[] columns;
  private final double[] rows;

  TextWidths(ReportTable table) {
    columns = new double[table.columns()];
    rows = new double[table.rows()];
    table.cells().stream().filter(c -> c.columnSpan() == 1).forEach(this::widen);
    table.cells().stream().filter(c -> c.columnSpan() > 1).forEach(this::stretch);
    table.cells().stream().filter(c -> c.rowSpan() == 1).forEach(this::heighten);
    table.cells().stream().filter(c -> c.rowSpan() > 1).forEach(this::heighten);
  }

  /** Width of a column in characters. */
  double column(int column) {
    return columns[column];
  }

  /** Width of all columns in characters. */
  double total() {
    return sum(columns, 0, columns.length);
  }

  /** Height of a row in points. */
  double row(int row) {
    return Math.min(HIGHEST, rows[row]);
  }

  private void widen(Cell cell) {
    double wide = Math.min(widest(cell), width(cell.text())) + PADDING;
    columns[cell.column()] = Math.max(columns[cell.column()], wide);
  }

  private static double widest(Cell cell) {
    return switch (cell.kind()) {
      case HEADING, HEADER -> cell.rowSpan() > 2 ? 16 : 10;
      case LABEL -> cell.rowSpan() > 1 ? 14 : 38;
      case NUMBER -> 24;
      case TEXT -> 48;
      case ERROR, WARNING, INFO -> 8;
    };
  }

  /** A column that only wide cells cover still needs room for a share of a label. */
  private void stretch(Cell cell) {
    for (int c = cell.column(); c < cell.column() + cell.columnSpan(); c++) {
      columns[c] = Math.max(columns[c], 6 + PADDING);
    }
  }

  private void heighten(Cell cell) {
    double room = sum(columns, cell.column(), cell.columnSpan()) - PADDING + 0.5;
    double lines =
        cell.text()
            .lines()
            .mapToDouble(l -> Math.ceil(width(l) / room))
            .map(n -> Math.max(1, n))
            .sum();
    double missing = (Math.max(1, lines) * LINE + 5) - sum(rows, cell.row(), cell.rowSpan());
    if (missing > 0) {
      for (int r = cell.row(); r < cell.row() + cell.rowSpan(); r++) {
        rows[r] += missing / cell.rowSpan();
      }
    }
  }

  private static double sum(double[] sizes, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += sizes[i];
    }
    return sum;
  }

  /** Width in characters: a Chinese one takes two places. */
  private static double width(String text) {
    return text.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum();
  }
}
