package gouji.export;

import gouji.report.AuditedReport;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What an audit read and found, as CSV files. */
public final class AuditCsv {
  private static final List<String> CELLS =
      List.of("file", "form", "year", "unit", "cell", "state", "value", "raw", "line");
  private static final List<String> FINDINGS =
      List.of(
          "file",
          "year",
          "unit",
          "rule",
          "severity",
          "cell",
          "left",
          "right",
          "difference",
          "message");

  /** Writes a line for each cell whose row is there; an ambiguous one has no value. */
  public void cells(List<AuditedReport> reports, Writer out) throws IOException {
    line(out, CELLS);
    for (AuditedReport report : reports) {
      for (AuditedReport.Cell cell : report.cells()) {
        line(
            out,
            List.of(
                report.file(),
                report.form(),
                year(report),
                report.unit(),
                cell.address(),
                cell.state(),
                plain(cell.value()),
                cell.raw(),
                cell.line() == 0 ? "" : String.valueOf(cell.line())));
      }
    }
    out.flush();
  }

  /** Writes a line for each finding. */
  public void findings(List<AuditedReport> reports, Writer out) throws IOException {
    line(out, FINDINGS);
    for (AuditedReport report : reports) {
      for (AuditedReport.Finding finding : report.findings()) {
        line(
            out,
            List.of(
                report.file(),
                year(report),
                report.unit(),
                finding.rule(),
                finding.severity(),
                finding.cell(),
                finding.left(),
                finding.right(),
                finding.difference(),
                finding.message()));
      }
    }
    out.flush();
  }

  private static String year(AuditedReport report) {
    return report.year() == null ? "" : String.valueOf(report.year());
  }

  private static String plain(BigDecimal number) {
    if (number == null) {
      return "";
    }
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }

  private static void line(Writer out, List<String> cells) throws IOException {
    Stream<String> harmless = cells.stream().map(SpreadsheetText::harmless);
    out.write(CsvLine.of(harmless.toList()) + "\n");
  }
}
