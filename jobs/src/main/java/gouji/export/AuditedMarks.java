package gouji.export;

import gouji.report.AuditedReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cells and findings of one report as HTML, each with links to the other. */
final class AuditedMarks {
  private static final int MOST_LINKED = 16;
  private static final Pattern LINE = Pattern.compile("第([0-9]+)行");

  private final AuditedReport report;
  private final int number;
  private final Map<String, AuditedReport.Cell> cells = new HashMap<>();
  private final Map<String, List<Integer>> findings = new HashMap<>();
  private final Set<Integer> lines = new HashSet<>();

  /** Those of the report of that number on the page. */
  AuditedMarks(AuditedReport report, int number) {
    this.report = report;
    this.number = number;
    report.cells().forEach(c -> cells.put(c.address(), c));
    report.lines().forEach(l -> lines.add(l.number()));
    for (int at = 0; at < report.findings().size(); at++) {
      for (String cell : linked(report.findings().get(at))) {
        findings.computeIfAbsent(cell, c -> new ArrayList<>()).add(at);
      }
    }
  }

  /** The cells of a finding that are linked: of one about very many cells, not all are. */
  private static List<String> linked(AuditedReport.Finding finding) {
    return finding.cells().subList(0, Math.min(MOST_LINKED, finding.cells().size()));
  }

  /** What stands in a cell of the form; null where it was not read. */
  HtmlTable.Filled filled(String address) {
    AuditedReport.Cell cell = cells.get(address);
    if (cell == null) {
      return null;
    }
    StringBuilder html = new StringBuilder(value(cell));
    for (int at : findings.getOrDefault(address, List.of())) {
      html.append("<sup><a href=\"#f%d-%d\">%d</a></sup>".formatted(number, at + 1, at + 1));
    }
    String state = cell.isAmbiguous() ? " ambiguous" : cell.value() == null ? " blank" : "";
    return new HtmlTable.Filled(id(address), state + mark(address), html.toString());
  }

  private String id(String address) {
    return "c%d-%s".formatted(number, address);
  }

  private String value(AuditedReport.Cell cell) {
    String words = HtmlText.escaped(AuditWords.state(cell));
    return cell.isAmbiguous()
        ? words
        : "<a href=\"#r%d-%d\" title=\"%s\">%s</a>"
            .formatted(
                number,
                cell.line(),
                HtmlText.escaped(cell.place() + " " + cell.raw()),
                words.isBlank() ? "空白" : words);
  }

  /**
   * The worst that is said of a cell: that it fails, or that it takes part where another one does.
   */
  private String mark(String address) {
    String worst = "";
    for (int at : findings.getOrDefault(address, List.of())) {
      AuditedReport.Finding finding = report.findings().get(at);
      // Findings stand with the worst first.
      if (!finding.severity().equals("info")) {
        if (finding.cell().equals(address)) {
          return " " + finding.severity();
        }
        worst = " part";
      }
    }
    return worst;
  }

  /** The findings, worst first. */
  String findings() {
    StringBuilder html = new StringBuilder("<h2>勾稽问题</h2>\n");
    if (report.findings().isEmpty()) {
      return html.append("<p>勾稽核对未发现问题。</p>\n").toString();
    }
    html.append("<ol>\n");
    for (int at = 0; at < report.findings().size(); at++) {
      finding(html, report.findings().get(at), at + 1);
    }
    return html.append("</ol>\n").toString();
  }

  private void finding(StringBuilder html, AuditedReport.Finding finding, int at) {
    html.append(
        "<li id=\"f%d-%d\" class=\"%s\">\n<p><b>%d</b> <span>%s</span> %s</p>\n<p>%s</p>\n"
            .formatted(
                number,
                at,
                HtmlText.escaped(finding.severity()),
                at,
                AuditWords.severity(finding.severity()),
                HtmlText.escaped(finding.rule()),
                HtmlText.escaped(finding.message())));
    links(html, finding);
    List<String> others =
        finding.evidence().stream()
            .filter(e -> finding.cells().stream().noneMatch(c -> isOf(c, e)))
            .map(this::linked)
            .toList();
    if (!others.isEmpty()) {
      more(html, String.join("；", others));
    }
    finding.hints().forEach(h -> more(html, HtmlText.escaped(h)));
    if (!finding.culprit().isEmpty()) {
      more(html, HtmlText.escaped(finding.culprit()));
    }
    html.append("</li>\n");
  }

  private static void more(StringBuilder html, String text) {
    html.append("<p class=\"more\">").append(text).append("</p>\n");
  }

  /** Links to the cells that took part and were read. */
  private void links(StringBuilder html, AuditedReport.Finding finding) {
    List<String> links = new ArrayList<>();
    for (String address : linked(finding)) {
      AuditedReport.Cell cell = cells.get(address);
      if (cell != null) {
        links.add(
            "<a href=\"#%s\">%s %s</a>"
                .formatted(
                    HtmlText.escaped(id(address)),
                    HtmlText.escaped(label(cell)),
                    HtmlText.escaped(AuditWords.state(cell))));
      }
    }
    if (!links.isEmpty()) {
      boolean areAll = finding.cells().size() <= MOST_LINKED;
      more(html, String.join("；", links) + (areAll ? "" : "等"));
    }
  }

  private static String label(AuditedReport.Cell cell) {
    return cell.rowLabel() + " / " + cell.columnLabel();
  }

  /** Whether evidence is about a cell of the report itself, to which there is a link already. */
  private boolean isOf(String address, String evidence) {
    AuditedReport.Cell cell = cells.get(address);
    return cell != null
        && evidence.startsWith(label(cell) + " ")
        && (evidence.contains("（" + report.file() + " ") || !evidence.endsWith("）"));
  }

  /** Evidence that leads to its line where that is one of the report itself. */
  private String linked(String evidence) {
    String text = HtmlText.escaped(AuditWords.withoutFile(report, evidence));
    Matcher line = LINE.matcher(text);
    boolean isOwn = evidence.contains(report.file() + " ");
    return isOwn && line.find() && lines.contains(Integer.valueOf(line.group(1)))
        ? "%s<a href=\"#r%d-%s\">%s</a>%s"
            .formatted(
                text.substring(0, line.start()),
                number,
                line.group(1),
                line.group(),
                text.substring(line.end()))
        : text;
  }
}
