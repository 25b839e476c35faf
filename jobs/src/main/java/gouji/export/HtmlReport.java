package gouji.export;

import gouji.contract.Form;
import gouji.report.AnnualReport;
import gouji.report.Overview;
import gouji.report.ReportTable;
import gouji.report.ReportTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An annual report as one page of HTML that needs nothing else and prints on A4. */
public final class HtmlReport {
  private static final String STYLE = "report.css";

  /** Writes the page in UTF-8 and leaves the stream open; the same report gives the same bytes. */
  public void write(AnnualReport report, OutputStream out) throws IOException {
    out.write(page(report).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String page(AnnualReport report) throws IOException {
    StringBuilder html = new StringBuilder();
    head(html, report);
    overview(html, report);
    List<ReportTable> tables = ReportTables.official(report);
    for (int i = 0; i < tables.size(); i++) {
      Form.Table declared = report.form().tables().get(i);
      boolean first = i == 0 || report.form().tables().get(i - 1).section() != declared.section();
      if (first) {
        section(html, i > 0, "section" + declared.section(), declared.title());
      }
      html.append(table(report, tables.get(i), Overview.withoutNumber(declared.title())));
    }
    findings(html, report);
    sources(html, report);
    return html.append("</section>\n</main>\n</body>\n</html>\n").toString();
  }

  private static void head(StringBuilder html, AnnualReport report) throws IOException {
    String title = HtmlText.escaped(Titles.of(report));
    html.append(
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        <header>
        <h1>%s</h1>
        <p>%s</p>
        </header>
        """
            .formatted(title, style(), title, HtmlText.escaped(Titles.under(report))));
  }

  private static String style() throws IOException {
    try (InputStream css = HtmlReport.class.getResourceAsStream(STYLE)) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void section(StringBuilder html, boolean open, String id, String title) {
    html.append(open ? "</section>\n" : "")
        .append("<section id=\"%s\">\n<h2>%s</h2>\n".formatted(id, HtmlText.escaped(title)));
  }

  private static void paragraph(StringBuilder html, String text) {
    html.append("<p>").append(HtmlText.escaped(text)).append("</p>\n");
  }

  private static String table(AnnualReport report, ReportTable table, String title) {
    return HtmlTable.of(table, report.unitName() + report.year() + "年度" + title);
  }

  private static void overview(StringBuilder html, AnnualReport report) {
    section(html, false, "section1", "一、总体情况");
    Overview.sentences(report).forEach(sentence -> paragraph(html, sentence));
    if (!report.indicators().isEmpty()) {
      html.append(table(report, ReportTables.indicators(report), "指标"));
    }
    html.append("</section>\n");
  }

  private static void findings(StringBuilder html, AnnualReport report) {
    section(html, true, "section5", "五、存在的主要问题及改进情况");
    if (report.findings().isEmpty()) {
      paragraph(html, "勾稽核对未发现问题。");
    } else {
      paragraph(html, "下表列出勾稽核对发现的问题,由重到轻;整改后重新计算即可复核。");
      html.append(table(report, ReportTables.findings(report), "勾稽问题"));
    }
  }

  private static void sources(StringBuilder html, AnnualReport report) {
    section(html, true, "section6", "六、其他需要报告的事项");
    paragraph(html, "表中“—”表示未提供数据,“0”表示已提供数据而数量为零。金额、比率四舍五入保留两位小数。");
    if (!report.coverage().isEmpty()) {
      html.append("<h3>覆盖</h3>\n");
      html.append(table(report, ReportTables.coverage(report), "各单位报送记录数"));
    }
    if (!report.facts().isEmpty()) {
      html.append("<h3>数据来源</h3>\n");
      html.append(table(report, ReportTables.facts(report), "数据来源"));
    }
  }
}
