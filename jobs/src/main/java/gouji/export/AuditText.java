package gouji.export;

import gouji.report.AuditedReport;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** What an audit found, for a terminal: a table of the files, then the findings of each. */
public final class AuditText implements AuditWriter {
  private static final String INDENT = "     ";

  private final Writer out;
  private final AuditedFiles files = new AuditedFiles();
  private final PackedText details = new PackedText();

  /** Writes to there. */
  public AuditText(Writer out) {
    this.out = out;
  }

  @Override
  public void add(AuditedReport report) throws IOException {
    files.add(report);
    details.in().write('\n');
    one(report, details.in());
  }

  @Override
  public void end() throws IOException {
    files.write(out);
    details.writeTo(out);
    out.flush();
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
    for (String match : AuditWords.matches(report.matched())) {
      out.write("  " + match + "\n");
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
      List<String> evidence = new ArrayList<>();
      finding.evidence().forEach(e -> evidence.add(AuditWords.withoutFile(report, e)));
      out.write(INDENT + String.join("  ", evidence) + "\n");
    }
    for (String hint : finding.hints()) {
      out.write(INDENT + hint + "\n");
    }
    if (!finding.culprit().isEmpty()) {
      out.write(INDENT + finding.culprit() + "\n");
    }
  }
}
