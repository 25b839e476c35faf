package gouji.export;

import gouji.report.Figure;
import gouji.report.ReportTable.Kind;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;

/** How the kinds of cells look in a workbook. */
final class XlsxStyle {
  static final String FONT = "宋体";
  private static final int SIZE = 11;
  private static final int TITLE_SIZE = 16;
  private static final String TEXT_FORMAT = "@";

  private XlsxStyle() {}

  /** The title over a table. */
  static void title(StyleSetter style) {
    style.fontName(FONT).fontSize(TITLE_SIZE).bold();
    style.horizontalAlignment("center").verticalAlignment("center").wrapText(true).set();
  }

  /** The line under the title. */
  static void subtitle(StyleSetter style, String alignment) {
    style.fontName(FONT).fontSize(SIZE);
    style.horizontalAlignment(alignment).verticalAlignment("center").set();
  }

  /** A cell of the table. */
  static void cell(StyleSetter style, Kind kind) {
    style.fontName(FONT).fontSize(SIZE).borderStyle(BorderStyle.THIN);
    style.verticalAlignment("center").wrapText(true);
    style.horizontalAlignment(
        switch (kind) {
          case LABEL, TEXT -> "left";
          case HEADING, HEADER, NUMBER, ERROR, WARNING, INFO -> "center";
        });
    fill(style, kind);
  }

  private static void fill(StyleSetter style, Kind kind) {
    switch (kind) {
      case HEADING, HEADER -> style.fillColor("F2F2F2").bold();
      case ERROR -> style.fillColor("F8D7DA").bold();
      case WARNING -> style.fillColor("FFF3CD");
      case LABEL, NUMBER, TEXT, INFO -> {}
    }
  }

  /** The number format that prints a figure as its text, while the cell stays a number. */
  static String format(Figure figure) {
    int scale = figure.value().scale();
    String number = scale == 0 ? "0" : "0." + "0".repeat(scale);
    String suffix = figure.suffix().isEmpty() ? "" : "\"" + figure.suffix() + "\"";
    String plain = number + suffix;
    return figure.signed() ? "+%s;-%s;%s".formatted(plain, plain, plain) : plain;
  }

  /** The format of a text that would run as a formula once somebody edits the cell. */
  static String textFormat() {
    return TEXT_FORMAT;
  }
}
