package gouji.report;

import gouji.contract.Indicator;
import gouji.report.AnnualReport.IndicatorLine;
import gouji.report.ReportTable.Kind;
import java.math.BigDecimal;
import java.util.List;

/** The indicators, one a line; numerator and denominator stand at rates only. */
final class IndicatorTable {
  private IndicatorTable() {}

  static ReportTable of(List<IndicatorLine> lines) {
    ListTable list = new ListTable(List.of("指标", "单位", "数值", "分子", "分母", "上年", "比上年增减"));
    for (IndicatorLine line : lines) {
      list.text(Kind.LABEL, line.indicator().label());
      list.text(Kind.TEXT, line.indicator().unit());
      list.number(figure(line.indicator(), line.value()));
      term(list, line, line.numerator());
      term(list, line, line.denominator());
      list.number(figure(line.indicator(), line.lastValue()));
      list.number(change(line));
    }
    return list.table("indicators", "指标");
  }

  private static void term(ListTable list, IndicatorLine line, BigDecimal term) {
    if (line.indicator().kind() == Indicator.Kind.RATE) {
      list.number(term == null ? null : Figure.plain(term));
    } else {
      list.text(Kind.NUMBER, "");
    }
  }

  /** A value of that indicator; null when it is absent. */
  static Figure figure(Indicator indicator, BigDecimal value) {
    if (value == null) {
      return null;
    }
    return indicator.kind() == Indicator.Kind.RATE
        ? Figure.rounded(value)
        : Figure.of(value, indicator.unit());
  }

  /** The change against last year, of a rate in percentage points; null when a side is absent. */
  static Figure change(IndicatorLine line) {
    Figure now = figure(line.indicator(), line.value());
    Figure before = figure(line.indicator(), line.lastValue());
    if (now == null || before == null) {
      return null;
    }
    BigDecimal difference = now.value().subtract(before.value());
    Figure change =
        line.indicator().kind() == Indicator.Kind.RATE
            ? Figure.rounded(difference)
            : Figure.of(difference, line.indicator().unit());
    boolean points = "%".equals(line.indicator().unit());
    return change.withSign().withSuffix(points ? "个百分点" : "");
  }
}
