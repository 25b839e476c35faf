package gouji.report;

import gouji.contract.Form;
import gouji.contract.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * All that the report of one unit and year says (consolidated figures).
 *
 * @param year report year
 * @param unitId the unit
 * @param unitName its name in the register of the year
 * @param form the form of the year
 * @param cells value by address; a cell that is missing here is absent (—), a zero is there
 * @param lastYearCells last year's values by address, of cells that mean the same; may be empty
 * @param indicators the declared indicators with their figures, in the order of print
 * @param coverage own records by data set and by sub-unit
 * @param findings the findings of the unit and year, worst first
 * @param facts what the figures were computed from and when: label and text, in the order of print
 */
public record AnnualReport(
    int year,
    String unitId,
    String unitName,
    Form form,
    Map<String, BigDecimal> cells,
    Map<String, BigDecimal> lastYearCells,
    List<IndicatorLine> indicators,
    List<CoverageLine> coverage,
    List<FindingLine> findings,
    List<FactLine> facts) {

  /**
   * One indicator.
   *
   * @param indicator its declaration
   * @param value the value; null when absent
   * @param numerator null for none
   * @param denominator null for none
   * @param lastValue last year's value; null when absent
   */
  public record IndicatorLine(
      Indicator indicator,
      BigDecimal value,
      BigDecimal numerator,
      BigDecimal denominator,
      BigDecimal lastValue) {}

  /** Records in force of one unit in one data set. */
  public record CoverageLine(
      String unitId, String unitName, String dataSet, String dataSetTitle, long records) {}

  /**
   * One finding, with its severity as {@code error}, {@code warning} or {@code info} and its state
   * as {@code new}, {@code still}, {@code fixed} or {@code waived}.
   */
  public record FindingLine(
      String severity,
      String rule,
      String unitId,
      String unitName,
      String cell,
      String left,
      String right,
      String difference,
      String message,
      String state) {}

  /** A label and its text. */
  public record FactLine(String label, String text) {}
}
