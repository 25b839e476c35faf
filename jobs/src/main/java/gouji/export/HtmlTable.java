package gouji.export;

import gouji.report.ReportTable;
import gouji.report.ReportTable.Cell;
import gouji.report.ReportTable.Kind;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Function;

/** One table as HTML, with heads that a screen reader can follow. */
final class HtmlTable {
  private static final int WIDE = 12;
  private final ReportTable table;
  private final Function<Cell, Filled> filled;
  private final StringBuilder html = new StringBuilder();

  private HtmlTable(ReportTable table, Function<Cell, Filled> filled) {
    this.table = table;
    this.filled = filled;
  }

  /**
   * What stands in a cell in place of its text.
   *
   * @param id by which links find the cell
   * @param classes further classes, each with a blank before it
   * @param html what it shows
   */
  record Filled(String id, String classes, String html) {}

  /** The table under that caption, in a box that scrolls where the screen is narrow. */
  static String of(ReportTable table, String caption) {
    return of(table, caption, c -> null);
  }

  /** The same, with cells that hold more than text; null for those that do not. */
  static String of(ReportTable table, String caption, Function<Cell, Filled> filled) {
    return new HtmlTable(table, filled).html(caption);
  }

  private String html(String caption) {
    String name = HtmlText.escaped(caption);
    String wide = table.columns() >= WIDE ? " wide" : "";
    html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(name)
        .append("\">\n<table class=\"")
        .append(HtmlText.escaped(table.id()))
        .append(wide)
        .append("\">\n<caption>")
        .append(name)
        .append("</caption>\n");
    rows();
    return html.append("</table>\n</div>\n").toString();
  }

  private void rows() {
    String open = "";
    Iterator<Cell> cells = table.cells().iterator();
    Cell next = cells.hasNext() ? cells.next() : null;
    int rows = table.rows();
    for (int row = 0; row < rows; row++) {
      boolean heading = next != null && next.row() == row && next.kind() == Kind.HEADING;
      open = part(open, row, heading);
      html.append("<tr>");
      while (next != null && next.row() == row) {
        cell(next);
        next = cells.hasNext() ? cells.next() : null;
      }
      html.append("</tr>\n");
    }
    close(open);
  }

  /** Head and body, and a new body at each heading line so that blocks stay on one page. */
  private String part(String open, int row, boolean heading) {
    String part = row < table.headRows() ? "thead" : "tbody";
    if (part.equals(open) && !heading) {
      return open;
    }
    close(open);
    html.append('<').append(part).append(">\n");
    return part;
  }

  private void close(String open) {
    if (!open.isEmpty()) {
      html.append("</").append(open).append(">\n");
    }
  }

  private void cell(Cell cell) {
    String tag =
        switch (cell.kind()) {
          case HEADING, HEADER, LABEL -> "th";
          case NUMBER, TEXT, ERROR, WARNING, INFO -> "td";
        };
    Filled more = filled.apply(cell);
    html.append('<').append(tag);
    if (more != null) {
      html.append(" id=\"").append(HtmlText.escaped(more.id())).append('"');
    }
    html.append(" class=\"")
        .append(cell.kind().name().toLowerCase(Locale.ROOT))
        .append(more == null ? "" : more.classes())
        .append('"');
    if (tag.equals("th")) {
      html.append(" scope=\"").append(scope(cell)).append('"');
    }
    span("rowspan", cell.rowSpan());
    span("colspan", cell.columnSpan());
    html.append('>')
        .append(more == null ? text(cell) : more.html())
        .append("</")
        .append(tag)
        .append('>');
  }

  private void span(String name, int size) {
    if (size > 1) {
      html.append(' ').append(name).append("=\"").append(size).append('"');
    }
  }

  private static String scope(Cell cell) {
    if (cell.kind() == Kind.LABEL) {
      return cell.rowSpan() > 1 ? "rowgroup" : "row";
    }
    return cell.columnSpan() > 1 ? "colgroup" : "col";
  }

  private static String text(Cell cell) {
    String text = HtmlText.escaped(cell.text());
    return switch (cell.kind()) {
      case ERROR, WARNING, INFO -> "<span>" + text + "</span>";
      case TEXT -> text.replace("\n", "<br>").replaceAll("(?<=[a-z_])[._:](?=[a-z_])", "$0<wbr>");
      case HEADING, HEADER, LABEL, NUMBER -> text;
    };
  }
}
