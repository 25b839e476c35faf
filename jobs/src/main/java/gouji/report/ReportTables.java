package gouji.report;

import gouji.contract.Form;
import java.util.List;

/** The tables of one report: the official ones and the lists around them. */
public final class ReportTables {
  private ReportTables() {}

  /** The official tables, laid out as the form's declaration says, in the order of print. */
  public static List<ReportTable> official(AnnualReport report) {
    FormNumbers numbers = new FormNumbers(report.cells());
    return report.form().tables().stream().map(table -> official(table, numbers)).toList();
  }

  private static ReportTable official(Form.Table table, FormNumbers numbers) {
    return switch (table.layout()) {
      case BLOCKS -> BlocksTable.of(table, numbers);
      case GRID -> GridTable.of(table, numbers);
      case ACROSS -> AcrossTable.of(table, numbers);
    };
  }

  /** The indicators with last year's value and the change. */
  public static ReportTable indicators(AnnualReport report) {
    return IndicatorTable.of(report.indicators());
  }

  /** Own records by unit and data set. */
  public static ReportTable coverage(AnnualReport report) {
    return CoverageTable.of(report.coverage());
  }

  /** The findings, in the order given. */
  public static ReportTable findings(AnnualReport report) {
    return FindingTable.of(report);
  }

  /** What the figures were computed from and when. */
  public static ReportTable facts(AnnualReport report) {
    return FactTable.of(report.facts());
  }
}
