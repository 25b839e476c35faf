package gouji.report;

import gouji.contract.Form;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The tables of one report: the official ones and the lists around them. */
public final class ReportTables {
  private ReportTables() {}

  /** The official tables, laid out as the form's declaration says, in the order of print. */
  public static List<ReportTable> official(AnnualReport report) {
    FormNumbers numbers = new FormNumbers(report.cells());
    return report.form().tables().stream().map(table -> official(table, numbers)).toList();
  }

  /** An official table with these values by address; what is not among them is absent. */
  public static ReportTable official(Form.Table table, Map<String, BigDecimal> values) {
    return official(table, new FormNumbers(values));
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
