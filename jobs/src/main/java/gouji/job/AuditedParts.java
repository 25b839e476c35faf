package gouji.job;

import gouji.check.Finding;
import gouji.check.PublishedChecks.FiledFigure;
import gouji.check.TextChecks.Listed;
import gouji.check.TextChecks.Stated;
import gouji.published.PublishedReport;
import gouji.published.ReadCell;
import gouji.published.ReadTable;
import gouji.published.Statement;
import gouji.report.AuditedReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What was read and found, as the values that outputs show. */
final class AuditedParts {
  private static final Pattern VALUE = Pattern.compile("[=?].*$", Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile("\\w+\\.\\w+:\\w+");

  private AuditedParts() {}

  /** The figures of a report, each with its place in the file. */
  static List<FiledFigure> figures(String file, PublishedReport report) {
    List<FiledFigure> figures = new ArrayList<>();
    report
        .cells()
        .filter(c -> !c.isAmbiguous())
        .forEach(
            c ->
                figures.add(
                    new FiledFigure(
                        c.cell().address(), c.written(), file + " " + c.position().shown())));
    for (Statement statement : report.indicators()) {
      figures.add(
          new FiledFigure(
              statement.figures().get(0),
              statement.written(),
              file + " 第%d行".formatted(statement.line())));
    }
    return figures;
  }

  static List<AuditedReport.Table> tables(PublishedReport report) {
    return report.tables().stream().map(AuditedParts::table).toList();
  }

  private static AuditedReport.Table table(ReadTable table) {
    return new AuditedReport.Table(
        table.table().id(),
        table.table().title(),
        table.extent().name().toLowerCase(Locale.ROOT),
        table.ambiguous(),
        table.missing());
  }

  static List<AuditedReport.Cell> cells(PublishedReport report) {
    return report.cells().map(AuditedParts::cell).toList();
  }

  private static AuditedReport.Cell cell(ReadCell cell) {
    return new AuditedReport.Cell(
        cell.cell().address(),
        cell.cell().row().label(),
        cell.cell().column().label(),
        cell.state(),
        cell.written().number(),
        cell.written().raw(),
        cell.isAmbiguous() ? "" : cell.position().shown(),
        cell.isAmbiguous() ? 0 : cell.position().line());
  }

  static List<AuditedReport.Statement> statements(PublishedReport report) {
    return report.statements().stream()
        .map(
            s ->
                new AuditedReport.Statement(
                    String.join(" + ", s.figures()), s.written().number(), s.sentence(), s.line()))
        .toList();
  }

  /** What the text states, as the rules look at it. */
  static List<Stated> stated(String file, PublishedReport report) {
    return report.statements().stream()
        .map(
            s ->
                new Stated(
                    s.rule(),
                    s.figures(),
                    s.written().number(),
                    s.sentence(),
                    file + " 第%d行".formatted(s.line())))
        .toList();
  }

  /** The wholes with parts that the text lists, as the rules look at them. */
  static List<Listed> listed(String file, PublishedReport report) {
    return report.parts().stream()
        .map(
            p -> new Listed(p.whole(), p.parts(), p.sentence(), file + " 第%d行".formatted(p.line())))
        .toList();
  }

  static List<AuditedReport.Line> lines(PublishedReport report) {
    return report.lines().stream().map(l -> new AuditedReport.Line(l.number(), l.text())).toList();
  }

  static AuditedReport.Finding finding(Finding finding) {
    return new AuditedReport.Finding(
        finding.rule(),
        finding.severity(),
        text(finding.cell()),
        cells(finding),
        text(finding.left()),
        text(finding.right()),
        text(finding.difference()),
        finding.message(),
        text(finding.culprit()),
        finding.hints(),
        finding.evidence());
  }

  /**
   * The cells of the report itself, of all that took part: an operand is an address and a value.
   */
  private static List<String> cells(Finding finding) {
    List<String> cells =
        finding.operands().stream()
            .map(o -> VALUE.matcher(o).replaceFirst(""))
            .filter(o -> ADDRESS.matcher(o).matches())
            .distinct()
            .toList();
    boolean isOfOne = cells.isEmpty() && finding.cell() != null && !finding.cell().isEmpty();
    return isOfOne ? List.of(finding.cell()) : cells;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
