package gouji.export;

import gouji.report.AuditedReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What an audit found, for a terminal: a table of the files, then the findings of each. */
public final class AuditText {
  private static final List<String> HEADING =
      List.of("文件", "格式", "年度", "单位", "已读", "歧义", "成立", "不成立", "无法判断");
  private static final String INDENT = "     ";

  /** Writes the files and their findings. */
  public void write(List<AuditedReport> reports, Writer out) throws IOException {
    AlignedText table = new AlignedText(out, HEADING, List.of("已读", "歧义", "成立", "不成立", "无法判断"));
    for (AuditedReport report : reports) {
      if (report.isReport()) {
        table.add(line(report));
      }
    }
    table.flush();
    for (AuditedReport report : reports) {
      out.write('\n');
      one(report, out);
    }
    out.flush();
  }

  private static List<String> line(AuditedReport report) {
    return List.of(
        report.file(),
        report.form() + (report.isFormByYear() ? "（按年度）" : ""),
        report.yearText(),
        report.unit().isEmpty() ? "—" : report.unit(),
        String.valueOf(report.read()),
        String.valueOf(report.cells().size() - report.read()),
        String.valueOf(report.verdicts("pass")),
        String.valueOf(report.verdicts("fail")),
        String.valueOf(report.verdicts("unknown")));
  }

  private static void one(AuditedReport report, Writer out) throws IOException {
    out.write(report.file() + "\n");
    if (!report.isReport()) {
      out.write("  不是可读的年度报告：" + report.reason() + "\n");
      return;
    }
    for (AuditedReport.Table table : report.tables()) {
      out.write("  " + table.title() + "：" + AuditWords.extent(table) + "\n");
    }
    if (!report.lastFile().isEmpty()) {
      out.write("  与上一年度的报告比对：" + report.lastFile() + "\n");
    }
    for (AuditedReport.Finding finding : report.findings()) {
      finding(report, finding, out);
    }
    if (report.findings().isEmpty()) {
      out.write("  勾稽核对未发现问题。\n");
    }
  }

  private static void finding(AuditedReport report, AuditedReport.Finding finding, Writer out)
      throws IOException {
    out.write(
        "%s %s  %s %s  %s\n"
            .formatted(
                AuditWords.severity(finding.severity()),
                finding.rule(),
                report.unit(),
                report.yearText(),
                finding.message()));
    if (!finding.evidence().isEmpty()) {
      out.write(INDENT + String.join("  ", finding.evidence()) + "\n");
    }
    for (String hint : finding.hints()) {
      out.write(INDENT + hint + "\n");
    }
    if (!finding.culprit().isEmpty()) {
      out.write(INDENT + finding.culprit() + "\n");
    }
  }
}
