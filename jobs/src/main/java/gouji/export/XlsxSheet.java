package gouji.export;

import gouji.report.Figure;
import gouji.report.ReportTable;
import gouji.report.ReportTable.Cell;
import java.io.IOException;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** One table on a sheet of its own: title, a line under it, the table, and the set-up for A4. */
final class XlsxSheet {
  private static final int TOP = 2;
  private static final int DIGITS = 15;
  private static final double UPRIGHT_WIDTH = 96;
  private static final double TITLE_HEIGHT = 30;
  private static final double SUBTITLE_HEIGHT = 20;
  private static final float MARGIN = 0.5f;
  private final Worksheet sheet;
  private final ReportTable table;

  XlsxSheet(Worksheet sheet, ReportTable table) {
    this.sheet = sheet;
    this.table = table;
  }

  /** Writes all of it. */
  void write(String subtitle) throws IOException {
    TextWidths widths = new TextWidths(table);
    for (int column = 0; column < table.columns(); column++) {
      sheet.width(column, widths.column(column));
    }
    line(0, table.title(), TITLE_HEIGHT);
    XlsxStyle.title(sheet.range(0, 0, 0, lastColumn()).style());
    line(1, subtitle, SUBTITLE_HEIGHT);
    XlsxStyle.subtitle(sheet.range(1, 0, 1, lastColumn()).style(), "left");
    for (int row = 0; row < table.rows(); row++) {
      sheet.rowHeight(TOP + row, widths.row(row));
    }
    table.cells().forEach(this::cell);
    print(widths.total() > UPRIGHT_WIDTH);
    sheet.finish();
  }

  private int lastColumn() {
    return table.columns() - 1;
  }

  private void line(int row, String text, double height) {
    sheet.value(row, 0, XlsxText.cell(text));
    if (lastColumn() > 0) {
      sheet.range(row, 0, row, lastColumn()).merge();
    }
    sheet.rowHeight(row, height);
  }

  private void cell(Cell cell) {
    int row = TOP + cell.row();
    int lastRow = row + cell.rowSpan() - 1;
    int lastColumn = cell.column() + cell.columnSpan() - 1;
    StyleSetter style = sheet.range(row, cell.column(), lastRow, lastColumn).style();
    XlsxStyle.cell(style, cell.kind());
    Figure figure = cell.figure();
    if (figure != null && figure.value().precision() <= DIGITS) {
      sheet.value(row, cell.column(), figure.value());
      style.format(XlsxStyle.format(figure));
    } else if (!cell.text().isEmpty()) {
      sheet.value(row, cell.column(), XlsxText.cell(cell.text()));
      if (SpreadsheetText.isFormula(cell.text())) {
        style.format(XlsxStyle.textFormat());
      }
    }
    if (cell.rowSpan() > 1 || cell.columnSpan() > 1) {
      style.merge();
    }
    style.set();
  }

  private void print(boolean wide) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation(wide ? "landscape" : "portrait");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(MARGIN);
    sheet.rightMargin(MARGIN);
    sheet.topMargin(MARGIN);
    sheet.bottomMargin(MARGIN + 0.2f);
    sheet.footerMargin(MARGIN / 2);
    sheet.footer("第 &P 页,共 &N 页", Position.CENTER, XlsxStyle.FONT, 9);
    sheet.hideGridLines();
    if (table.headRows() > 0) {
      sheet.repeatRows(TOP, TOP + table.headRows() - 1);
      sheet.freezePane(0, TOP + table.headRows());
    }
    if (table.headRows() == 1 && table.rows() > 1) {
      sheet.setAutoFilter(TOP, 0, TOP + table.rows() - 1, lastColumn());
    }
  }
}
