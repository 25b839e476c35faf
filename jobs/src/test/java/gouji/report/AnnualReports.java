package gouji.report;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.report.AnnualReport.CoverageLine;
import gouji.report.AnnualReport.FactLine;
import gouji.report.AnnualReport.FindingLine;
import gouji.report.AnnualReport.IndicatorLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports with invented figures, built from the declared forms and indicators. */
public final class AnnualReports {
  private static final Declarations DECLARED = DeclarationReader.readAll(List.of());

  private AnnualReports() {}

  /** A full report in that form; sums add up, one row is absent. */
  public static AnnualReport full(String formId) {
    return full(formId, "青石县人民政府");
  }

  /** The same for a unit of that name, which also stands in findings, coverage and facts. */
  public static AnnualReport full(String formId, String unitName) {
    Form form = DECLARED.forms().get(formId);
    return new AnnualReport(
        form.firstYear() + 1,
        "330100000000",
        unitName,
        form,
        cells(form, 3),
        cells(form, 2),
        indicators(),
        coverage(unitName),
        findings(unitName),
        facts(unitName));
  }

  /** A report in that form that says nothing. */
  public static AnnualReport empty(String formId) {
    Form form = DECLARED.forms().get(formId);
    return new AnnualReport(
        form.firstYear(),
        "330100000000",
        "青石县人民政府",
        form,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Map<String, BigDecimal> cells(Form form, int factor) {
    Map<String, BigDecimal> cells = new TreeMap<>();
    int place = 0;
    for (Form.Cell cell : form.cells()) {
      place++;
      if (!cell.row().id().equals("enforcement") && cell.parts().isEmpty()) {
        cells.put(cell.address(), value(cell, place, factor));
      }
    }
    sums(form, cells);
    sums(form, cells);
    return cells;
  }

  private static BigDecimal value(Form.Cell cell, int place, int factor) {
    if ("万元".equals(cell.column().unit())) {
      return new BigDecimal("1234.565000").multiply(BigDecimal.valueOf(factor));
    }
    int value = place * factor % 17;
    return BigDecimal.valueOf(
        cell.column().signed() && cell.row().id().equals("penalty") ? -value : value);
  }

  /** Twice, since some sums add up sums. */
  private static void sums(Form form, Map<String, BigDecimal> cells) {
    for (Form.Cell cell : form.cells()) {
      if (!cell.parts().isEmpty() && cells.keySet().containsAll(cell.parts())) {
        cells.put(
            cell.address(),
            cell.parts().stream().map(cells::get).reduce(BigDecimal.ZERO, BigDecimal::add));
      }
    }
  }

  private static List<IndicatorLine> indicators() {
    List<IndicatorLine> lines = new ArrayList<>();
    for (Indicator indicator : DECLARED.indicatorsInOrder()) {
      BigDecimal value = BigDecimal.valueOf(100 + lines.size());
      lines.add(
          switch (indicator.kind()) {
            case RATE -> line(indicator, "98.924700", "184", "186", "97.500000");
            case RATE_FACT -> line(indicator, "98.500000", null, null, "98.900000");
            case COUNT, FACT ->
                lines.size() % 7 == 0
                    ? new IndicatorLine(indicator, null, null, null, value)
                    : new IndicatorLine(indicator, value, value, null, value.add(BigDecimal.TEN));
          });
    }
    return lines;
  }

  private static IndicatorLine line(
      Indicator indicator, String value, String numerator, String denominator, String last) {
    return new IndicatorLine(
        indicator,
        new BigDecimal(value),
        numerator == null ? null : new BigDecimal(numerator),
        denominator == null ? null : new BigDecimal(denominator),
        new BigDecimal(last));
  }

  private static List<CoverageLine> coverage(String unitName) {
    List<CoverageLine> lines = new ArrayList<>();
    List<String> units = List.of(unitName, "青石县公安局", "青石县市场监督管理局", "东溪镇人民政府", "南岭乡人民政府");
    for (int unit = 0; unit < units.size(); unit++) {
      int dataSet = 0;
      for (var declared : DECLARED.dataSets().values()) {
        dataSet++;
        if ((unit + dataSet) % 4 != 0 && !declared.name().equals("units")) {
          String id = "33010000000" + unit;
          long records = (long) unit * 7919 + dataSet * 31L;
          lines.add(
              new CoverageLine(id, units.get(unit), declared.name(), declared.title(), records));
        }
      }
    }
    return lines;
  }

  private static List<FindingLine> findings(String unitName) {
    return List.of(
        new FindingLine(
            "error",
            "requests.balance",
            "330100000000",
            unitName,
            "requests.received:natural",
            "60",
            "61",
            "-1",
            "自然人:60 + 0 = 60 ≠ 61 + 0 = 61,相差 -1\n若“办理结果总计”改为 60,另有 2 条勾稽同时成立",
            "new"),
        new FindingLine(
            "warning",
            "disputes.versus_requests",
            "330100000001",
            "青石县公安局",
            "disputes.reconsideration:total",
            "22",
            "20",
            "2",
            "行政复议、行政诉讼案件数明显多于政府信息公开申请数",
            "still"),
        new FindingLine(
            "info",
            "indicators.feasible",
            "330100000003",
            "东溪镇人民政府",
            "npc_satisfaction",
            "98.5",
            "",
            "",
            "未填报分母,无法核对",
            "waived"));
  }

  private static List<FactLine> facts(String unitName) {
    return List.of(
        new FactLine("单位", unitName),
        new FactLine("计算时间", "2022-01-10 08:30:00"),
        new FactLine("数据版本", "requests 3,disputes 2,penalties 5"),
        new FactLine("有效记录", "128,406 条;退回 12 条"));
  }
}
