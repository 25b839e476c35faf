package gouji.published;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The ways in which tables of published reports come out as text. */
enum Layout {
  ROWS_ENDED(100),
  ROWS_PARTED(100),
  ROWS_FRAMED(100),
  ROWS_TABBED(100),
  ROWS_FILLED_UP(15),
  CELLS_FILLED_UP(15),
  CELLS_ENDED(90),
  CELLS_PADDED(90),
  CELLS_AND_STROKES(90),
  CELLS_AND_EMPTY_LINES(15),
  CELLS_ALONE(15),
  SPACES(15),
  SPACES_BROKEN(15),
  SPACES_AROUND(15),
  PAGE(100);

  private static final int WIDE = 12;

  private final int leastRead;

  Layout(int leastRead) {
    this.leastRead = leastRead;
  }

  /**
   * How many of a hundred cells are read at least where some are empty: in some layouts empty cells
   * are not there at all.
   */
  int leastRead() {
    return leastRead;
  }

  /** A report in this layout. */
  String of(MadeUpReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("松溪市水务局" + report.year() + "年政府信息公开工作年度报告");
    lines.add("一、总体情况");
    lines.add("我局按要求编制本报告，全年信息均通过网站发布。");
    for (MadeUpReport.Table table : report.tables()) {
      lines.add(table.title());
      lines.addAll(table(table));
    }
    lines.add("五、存在的主要问题及改进情况");
    lines.add("个别栏目更新不够及时，下一步将加强检查。");
    String text = String.join("\n", lines) + "\n";
    return this == PAGE
        ? "<html><body><div><p>" + text.replace("\n", "</p>\n<p>") + "</p></div></body></html>"
        : text;
  }

  private List<String> table(MadeUpReport.Table table) {
    List<MadeUpReport.Row> rows = table.rows();
    return switch (this) {
      case ROWS_ENDED -> lines(rows, " | ", " |");
      case ROWS_PARTED -> lines(rows, " | ", "");
      case ROWS_TABBED -> lines(rows, "\t", "");
      case ROWS_FRAMED -> framed(rows);
      case CELLS_ENDED -> cells(rows, " |", "|");
      case ROWS_FILLED_UP -> filledUp(rows, " | ");
      case CELLS_FILLED_UP -> filledUp(rows, " |\n");
      case CELLS_PADDED -> padded(rows);
      case CELLS_AND_STROKES -> cells(rows, "\n|", "|");
      case CELLS_AND_EMPTY_LINES -> cells(rows, "\n", "");
      case CELLS_ALONE -> cells(rows, "", "");
      case SPACES -> lines(rows, " ", "");
      case SPACES_BROKEN, SPACES_AROUND -> broken(rows);
      case PAGE -> List.of(page(rows));
    };
  }

  private static List<String> lines(List<MadeUpReport.Row> rows, String between, String end) {
    return rows.stream().map(r -> String.join(between, r.texts()) + end).toList();
  }

  private static List<String> framed(List<MadeUpReport.Row> rows) {
    List<String> lines = new ArrayList<>();
    for (MadeUpReport.Row row : rows) {
      lines.add("| " + String.join(" | ", row.texts()) + " |");
      if (lines.size() == 1) {
        lines.add("|---|---|");
      }
    }
    return lines;
  }

  private static List<String> cells(List<MadeUpReport.Row> rows, String end, String empty) {
    List<String> lines = new ArrayList<>();
    for (MadeUpReport.Row row : rows) {
      row.texts().forEach(t -> lines.add(t.isEmpty() ? empty : t + end));
    }
    return lines;
  }

  /** Each row filled up to the same number of cells. */
  private static List<String> padded(List<MadeUpReport.Row> rows) {
    int most = rows.stream().mapToInt(r -> r.texts().size()).max().orElse(0) + 1;
    List<String> lines = new ArrayList<>();
    for (MadeUpReport.Row row : rows) {
      row.texts().forEach(t -> lines.add(t.isEmpty() ? "|" : t + " |"));
      if (row.texts().size() < most) {
        lines.add("|".repeat(most - row.texts().size()));
      }
    }
    return lines;
  }

  /** Empty cells left out, and each row filled up to the same number of cells behind the others. */
  private static List<String> filledUp(List<MadeUpReport.Row> rows, String between) {
    int most = rows.stream().mapToInt(r -> r.texts().size()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (MadeUpReport.Row row : rows) {
      List<String> filled = row.texts().stream().filter(t -> !t.isEmpty()).toList();
      String pads = "|".repeat(most - filled.size());
      String cells = String.join(between, filled) + " |";
      lines.add(pads.isEmpty() ? cells : cells + (between.endsWith("\n") ? "\n" : " ") + pads);
    }
    return lines;
  }

  /** Labels of some length broken, the values behind the last piece or between the pieces. */
  private List<String> broken(List<MadeUpReport.Row> rows) {
    List<String> lines = new ArrayList<>();
    for (MadeUpReport.Row row : rows) {
      String line = row.texts().stream().filter(t -> !t.isEmpty()).collect(Collectors.joining(" "));
      int label = row.texts().size() < 8 ? -1 : row.texts().size() - 8;
      String last = label < 0 ? "" : row.texts().get(label);
      if (last.length() <= WIDE) {
        lines.add(line);
        continue;
      }
      String before = String.join(" ", row.texts().subList(0, label));
      String values = String.join(" ", row.texts().subList(label + 1, row.texts().size()));
      String first = (before + " " + last.substring(0, WIDE)).strip();
      if (this == SPACES_BROKEN) {
        lines.addAll(List.of(first, last.substring(WIDE) + " " + values));
      } else {
        lines.addAll(List.of(first, values, last.substring(WIDE)));
      }
    }
    return lines;
  }

  private static String page(List<MadeUpReport.Row> rows) {
    StringBuilder page = new StringBuilder("<table>");
    for (MadeUpReport.Row row : rows) {
      page.append("<tr>");
      for (int i = 0; i < row.texts().size(); i++) {
        page.append("<td colspan=\"").append(row.columns().get(i));
        page.append("\" rowspan=\"").append(row.rows().get(i)).append("\"><p>");
        page.append(row.texts().get(i)).append("</p></td>");
      }
      page.append("</tr>");
    }
    return page.append("</table>").toString();
  }
}
