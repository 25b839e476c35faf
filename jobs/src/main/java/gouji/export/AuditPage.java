package gouji.export;

import gouji.contract.Form;
import gouji.report.AuditedReport;
import gouji.report.ReportTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What an audit found as one web page that needs nothing else: the official tables as read, each
 * number linked to where it stands in the text, those that fail marked, the findings beside them,
 * and the text.
 */
public final class AuditPage implements AuditWriter {
  private final Writer out;
  private final Map<String, Form> forms;
  private int number;

  /** Writes to there; the forms, by their ids, say how tables are laid out. */
  public AuditPage(Writer out, Map<String, Form> forms) throws IOException {
    this.out = out;
    this.forms = forms;
    out.write(
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'">
        <title>年度报告勾稽核对</title>
        <style>
        %s%s</style>
        </head>
        <body>
        <main class="audit">
        """
            .formatted(style("report.css"), style("audit.css")));
  }

  private static String style(String name) throws IOException {
    try (InputStream css = AuditPage.class.getResourceAsStream(name)) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void add(AuditedReport report) throws IOException {
    number++;
    out.write("<section>\n<header>\n");
    if (report.isReport()) {
      head(report);
      out.write("</header>\n<div class=\"beside\">\n<div>\n");
      AuditedMarks marks = new AuditedMarks(report, number);
      for (AuditedReport.Table table : report.tables()) {
        table(report, table, marks);
      }
      out.write("</div>\n<aside class=\"findings\">\n" + marks.findings() + "</aside>\n</div>\n");
      source(report);
    } else {
      out.write("<h1>" + HtmlText.escaped(report.file()) + "</h1>\n");
      paragraph("不是可读的年度报告：" + report.reason());
      out.write("</header>\n");
    }
    out.write("</section>\n");
  }

  @Override
  public void end() throws IOException {
    out.write("</main>\n</body>\n</html>\n");
    out.flush();
  }

  private void head(AuditedReport report) throws IOException {
    String unit = report.unit().isEmpty() ? "单位不明" : report.unit();
    String year = report.year() == null ? "年度不明" : report.year() + "年度";
    out.write("<h1>%s %s 勾稽核对</h1>\n".formatted(HtmlText.escaped(unit), year));
    paragraph("文件：" + report.file());
    paragraph("格式：" + report.form() + (report.isFormByYear() ? "（按年度）" : ""));
    for (String match : AuditWords.matches(report.matched())) {
      paragraph(match);
    }
    paragraph(
        "已读 %d 格，歧义 %d 格；勾稽成立 %d 条，不成立 %d 条，无法判断 %d 条"
            .formatted(
                report.read(),
                report.cells().size() - report.read(),
                report.verdicts("pass"),
                report.verdicts("fail"),
                report.verdicts("unknown")));
  }

  private void paragraph(String text) throws IOException {
    out.write("<p>" + HtmlText.escaped(text) + "</p>\n");
  }

  private void table(AuditedReport report, AuditedReport.Table table, AuditedMarks marks)
      throws IOException {
    out.write("<h2>" + HtmlText.escaped(table.title()) + "</h2>\n");
    if (table.extent().equals("not_found")) {
      paragraph(AuditWords.extent(table));
      return;
    }
    for (Form.Table declared : forms.get(report.form()).tables()) {
      if (declared.id().equals(table.id())) {
        out.write(
            HtmlTable.of(
                ReportTables.official(declared, Map.of()),
                "读取情况：" + AuditWords.extent(table),
                cell -> marks.filled(cell.address())));
      }
    }
  }

  private void source(AuditedReport report) throws IOException {
    out.write("<h2>原文</h2>\n<div class=\"source\">\n");
    for (AuditedReport.Line line : report.lines()) {
      out.write(
          "<p id=\"r%d-%d\"><b>%d</b>%s</p>\n"
              .formatted(number, line.number(), line.number(), HtmlText.escaped(line.text())));
    }
    out.write("</div>\n");
  }
}
