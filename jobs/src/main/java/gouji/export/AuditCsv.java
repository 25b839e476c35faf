package gouji.export;

import gouji.report.AuditedReport;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an audit read or found, as a CSV file. */
public final class AuditCsv implements AuditWriter {
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

  private final Writer out;
  private final Function<AuditedReport, Stream<List<String>>> lines;

  private AuditCsv(
      Writer out, List<String> heading, Function<AuditedReport, Stream<List<String>>> lines)
      throws IOException {
    this.out = out;
    this.lines = lines;
    line(out, heading);
  }

  /** A line for each cell whose row is there; an ambiguous one has no value. */
  public static AuditCsv cells(Writer out) throws IOException {
    return new AuditCsv(out, CELLS, r -> r.cells().stream().map(c -> cell(r, c)));
  }

  /** A line for each finding. */
  public static AuditCsv findings(Writer out) throws IOException {
    return new AuditCsv(out, FINDINGS, r -> r.findings().stream().map(f -> finding(r, f)));
  }

  @Override
  public void add(AuditedReport report) throws IOException {
    for (List<String> line : lines.apply(report).toList()) {
      line(out, line);
    }
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private static List<String> cell(AuditedReport report, AuditedReport.Cell cell) {
    return List.of(
        report.file(),
        report.form(),
        year(report),
        report.unit(),
        cell.address(),
        cell.state(),
        plain(cell.value()),
        cell.raw(),
        cell.line() == 0 ? "" : String.valueOf(cell.line()));
  }

  private static List<String> finding(AuditedReport report, AuditedReport.Finding finding) {
    return List.of(
        report.file(),
        year(report),
        report.unit(),
        finding.rule(),
        finding.severity(),
        finding.cell(),
        finding.left(),
        finding.right(),
        finding.difference(),
        finding.message());
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
