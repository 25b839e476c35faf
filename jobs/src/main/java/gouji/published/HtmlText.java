package gouji.published;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Brings a web page into lines of cells: each row of an innermost table is a line. */
final class HtmlText {
  private static final int DEEPEST = 512;
  static final int DEEPEST_TABLE = 32;
  static final int MOST_TAGS = 400_000;
  private static final int MOST_SPANNED = 1000;

  private final List<SourceLine> lines = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private int tables;
  private int depth;

  private HtmlText() {}

  /** The page in lines of cells. */
  static SourceText of(String html) {
    if (html.chars().filter(c -> c == '<').count() > MOST_TAGS) {
      throw UnreadableFile.because(Unreadable.LARGE_PAGE);
    }
    Document page = Jsoup.parse(html, Parser.htmlParser().setMaxDepth(DEEPEST));
    HtmlText text = new HtmlText();
    text.block(page.body());
    text.endParagraph();
    return new SourceText(text.lines, false);
  }

  private void block(Element element) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        paragraph.append(text.text());
      } else if (node instanceof Element child) {
        element(child);
      }
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    if (name.equals("script") || name.equals("style") || name.equals("noscript")) {
      return;
    }
    if (name.equals("table")) {
      endParagraph();
      table(element);
    } else if (name.equals("br") || element.isBlock()) {
      endParagraph();
      block(element);
      endParagraph();
    } else {
      block(element);
    }
  }

  private void endParagraph() {
    String text = gouji.contract.Labels.trimmed(paragraph.toString());
    paragraph.setLength(0);
    if (!text.isEmpty()) {
      SourceCell cell =
          SourceCell.of(text, Position.of(lines.size() + 1, 1), SourceCell.End.SEPARATOR);
      lines.add(new SourceLine(SourceLine.Shape.PLAIN, List.of(cell)));
    }
  }

  private void table(Element table) {
    depth++;
    if (depth > DEEPEST_TABLE) {
      throw UnreadableFile.because(Unreadable.DEEP_PAGE);
    }
    tables++;
    int number = tables;
    int row = 0;
    for (Element each : table.getElementsByTag("tr")) {
      if (table.equals(each.closest("table"))) {
        row++;
        row(each, number, row);
      }
    }
    depth--;
  }

  private void row(Element row, int table, int number) {
    List<SourceCell> cells = new ArrayList<>();
    int cell = 0;
    for (Element each : row.children()) {
      if (each.normalName().equals("td") || each.normalName().equals("th")) {
        cell++;
        if (each.selectFirst("table") != null) {
          end(cells);
          cells = new ArrayList<>();
          block(each);
          endParagraph();
        } else {
          Position position = new Position(lines.size() + 1, 1, table, number, cell);
          cells.add(
              new SourceCell(
                  text(each),
                  position,
                  span(each.attr("colspan")),
                  span(each.attr("rowspan")),
                  SourceCell.End.SEPARATOR));
        }
      }
    }
    end(cells);
  }

  private void end(List<SourceCell> cells) {
    if (!cells.isEmpty()) {
      lines.add(new SourceLine(SourceLine.Shape.TABLE, cells));
    }
  }

  /** The text of a cell; lines of it are one, for a cell has one label or one value. */
  private static String text(Element cell) {
    StringBuilder text = new StringBuilder();
    cell.traverse(
        (node, depth) -> {
          if (node instanceof TextNode part) {
            text.append(part.text());
          }
        });
    return gouji.contract.Labels.trimmed(text.toString());
  }

  private static int span(String written) {
    if (!written.matches("\\d{1,6}")) {
      return 1;
    }
    return Math.max(1, Math.min(MOST_SPANNED, Integer.parseInt(written)));
  }
}
