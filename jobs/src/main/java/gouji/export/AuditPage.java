package gouji.export;

import gouji.report.AuditedReport;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an audit found as one web page: the cells as read, each linked to where it stands in the
 * text, those that fail marked, and the findings beside them.
 */
public final class AuditPage {
  private static final String STYLE =
      """
      body{font:15px/1.6 sans-serif;margin:1.5em;color:#222}
      section{margin-bottom:2em}.two{display:flex;flex-wrap:wrap;gap:2em}
      table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.2em .6em;text-align:left}
      td.value{text-align:right}.error{background:#fbd5d5}.warning{background:#fdeecb}
      .ambiguous{color:#a00}.text{white-space:pre-wrap;word-break:break-all}
      .text p{margin:0}.text p:target{background:#ffef9e}.text b{color:#888;font-weight:normal}
      """;

  /** Writes the page. */
  public void write(List<AuditedReport> reports, Writer out) throws IOException {
    out.write("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.write("style-src 'unsafe-inline'\">\n");
    out.write("<title>年度报告勾稽核对</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
    for (int i = 0; i < reports.size(); i++) {
      one(reports.get(i), i + 1, out);
    }
    out.write("</body>\n</html>\n");
    out.flush();
  }

  private static void one(AuditedReport report, int number, Writer out) throws IOException {
    out.write("<section>\n<h1>" + HtmlText.escaped(report.file()) + "</h1>\n");
    if (!report.isReport()) {
      out.write("<p>不是可读的年度报告：" + HtmlText.escaped(report.reason()) + "</p>\n</section>\n");
      return;
    }
    out.write(
        "<p>%s %s年度 格式 %s</p>\n"
            .formatted(
                HtmlText.escaped(report.unit().isEmpty() ? "单位不明" : report.unit()),
                report.yearText(),
                HtmlText.escaped(report.form())));
    out.write("<div class=\"two\">\n<div>\n");
    for (AuditedReport.Table table : report.tables()) {
      table(report, table, number, out);
    }
    out.write("</div>\n<div>\n");
    findings(report, out);
    out.write("</div>\n</div>\n<h2>原文</h2>\n<div class=\"text\">\n");
    for (AuditedReport.Line line : report.lines()) {
      out.write(
          "<p id=\"r%d-%d\"><b>%d</b> %s</p>\n"
              .formatted(number, line.number(), line.number(), HtmlText.escaped(line.text())));
    }
    out.write("</div>\n</section>\n");
  }

  private static void table(AuditedReport report, AuditedReport.Table table, int number, Writer out)
      throws IOException {
    out.write(
        "<h2>%s（%s）</h2>\n<table>\n"
            .formatted(
                HtmlText.escaped(table.title()), HtmlText.escaped(AuditWords.extent(table))));
    Set<String> errors = failing(report, "error");
    Set<String> warnings = failing(report, "warning");
    List<AuditedReport.Cell> cells =
        report.cells().stream().filter(c -> c.address().startsWith(table.id() + ".")).toList();
    String head = "";
    int at = 0;
    while (at < cells.size()) {
      List<AuditedReport.Cell> row = row(cells, at);
      String own = head(row);
      out.write(own.equals(head) ? "" : own);
      head = own;
      out.write("<tr><th>" + HtmlText.escaped(row.get(0).rowLabel()) + "</th>");
      for (AuditedReport.Cell cell : row) {
        String mark =
            errors.contains(cell.address())
                ? " error"
                : warnings.contains(cell.address()) ? " warning" : "";
        out.write("<td class=\"value%s\">%s</td>".formatted(mark, value(cell, number)));
      }
      out.write("</tr>\n");
      at += row.size();
    }
    out.write("</table>\n");
  }

  /** The cells of one row, from there on. */
  private static List<AuditedReport.Cell> row(List<AuditedReport.Cell> cells, int from) {
    int to = from;
    while (to < cells.size() && cells.get(to).rowLabel().equals(cells.get(from).rowLabel())) {
      to++;
    }
    return cells.subList(from, to);
  }

  private static String head(List<AuditedReport.Cell> row) {
    StringBuilder head = new StringBuilder("<tr><th></th>");
    row.forEach(c -> head.append("<th>").append(HtmlText.escaped(c.columnLabel())).append("</th>"));
    return head.append("</tr>\n").toString();
  }

  private static String value(AuditedReport.Cell cell, int number) {
    String words = HtmlText.escaped(AuditWords.state(cell));
    return cell.isAmbiguous()
        ? "<span class=\"ambiguous\">" + words + "</span>"
        : "<a href=\"#r%d-%d\" title=\"%s\">%s</a>"
            .formatted(
                number,
                cell.line(),
                HtmlText.escaped(cell.place() + " " + cell.raw()),
                words.isEmpty() ? "空白" : words);
  }

  private static Set<String> failing(AuditedReport report, String severity) {
    Set<String> cells = new HashSet<>();
    report.findings().stream()
        .filter(f -> f.severity().equals(severity))
        .forEach(f -> cells.add(f.cell()));
    return cells;
  }

  private static void findings(AuditedReport report, Writer out) throws IOException {
    out.write("<h2>勾稽问题</h2>\n");
    if (report.findings().isEmpty()) {
      out.write("<p>勾稽核对未发现问题。</p>\n");
      return;
    }
    out.write("<table>\n");
    for (AuditedReport.Finding finding : report.findings()) {
      out.write(
          "<tr class=\"%s\"><th>%s</th><td>%s</td><td>%s%s</td></tr>\n"
              .formatted(
                  HtmlText.escaped(finding.severity()),
                  AuditWords.severity(finding.severity()),
                  HtmlText.escaped(finding.rule()),
                  HtmlText.escaped(finding.message()),
                  finding.culprit().isEmpty() ? "" : "<br>" + HtmlText.escaped(finding.culprit())));
    }
    out.write("</table>\n");
  }
}
