package gouji.report;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.Indicator;
import gouji.contract.Indicator.Kind;
import gouji.contract.Measure;
import gouji.report.AnnualReport.CoverageLine;
import gouji.report.AnnualReport.IndicatorLine;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListTablesTest {
  @Test
  void listsIndicatorsWithTermsAtRatesOnlyAndTheChangeOfRatesInPoints() {
    List<IndicatorLine> lines =
        List.of(
            line(indicator("进驻率", Kind.RATE, "%"), "98.925", "184", "186", "97.5"),
            line(indicator("空比率", Kind.RATE, "%"), null, "0", "0", "50"),
            line(indicator("满意率", Kind.RATE_FACT, "%"), "98.500000", null, null, "98.9"),
            line(indicator("账号数", Kind.FACT, "个"), "12.0000", null, null, "12"),
            line(indicator("投入", Kind.FACT, "万元"), "365.125", null, null, "300"),
            line(indicator("未报", Kind.FACT, null), null, null, null, null));

    assertThat(TableText.of(IndicatorTable.of(lines)))
        .isEqualTo(
            """
            指标 | 单位 | 数值 | 分子 | 分母 | 上年 | 比上年增减
            进驻率 | % | 98.93 | 184 | 186 | 97.50 | +1.43个百分点
            空比率 | % | — | 0 | 0 | 50.00 | —
            满意率 | % | 98.5 |  |  | 98.9 | -0.4个百分点
            账号数 | 个 | 12 |  |  | 12 | 0
            投入 | 万元 | 365.13 |  |  | 300.00 | +65.13
            未报 |  | — |  |  | — | —
            """);
  }

  @Test
  void setsUnitsAgainstDataSetsAndAddsUpBoth() {
    List<CoverageLine> lines =
        List.of(
            new CoverageLine("1", "甲县", "requests", "申请", 3),
            new CoverageLine("2", "乙乡", "penalties", "处罚", 1200),
            new CoverageLine("2", "乙乡", "requests", "申请", 0));

    assertThat(TableText.of(CoverageTable.of(lines)))
        .isEqualTo(
            """
            单位代码 | 单位名称 | 申请 | 处罚 | 合计
            1 | 甲县 | 3 | — | 3
            2 | 乙乡 | 0 | 1200 | 1200
             | 合计 | 3 | 1200 | 1203
            """);
  }

  @Test
  void listsFindingsAtTheLabelsOfTheirCells() {
    assertThat(TableText.of(ReportTables.findings(AnnualReports.full("2021-30"))))
        .startsWith("级别 | 状态 | 单位 | 单元格 | 左边 | 右边 | 相差 | 说明 | 规则\n错误 | 新增 | 青石县人民政府 | ")
        .contains(
            "本年新收政府信息公开申请数量 / 自然人\nrequests.received:natural | 60 | 61 | -1 | ",
            "提示 | 已豁免 | 东溪镇人民政府 | 议案满意率\nnpc_satisfaction | 98.5 |  |  | 未填报分母,无法核对");
  }

  @Test
  void saysInSentencesWhatTheFiguresComeTo() {
    List<String> sentences = Overview.sentences(AnnualReports.full("2019-60"));

    assertThat(sentences)
        .contains(
            "本报告采用国办公开办函〔2019〕60号规定的格式，由2020年1月1日至12月31日的业务记录汇总计算而成。",
            "收到和处理政府信息公开申请情况：本年新收政府信息公开申请数量51（与上年持平）；"
                + "上年结转政府信息公开申请数量41（比上年减少9）；本年度办理结果总计919（比上年减少11）；"
                + "结转下年度继续办理52（比上年增加6）。",
            "勾稽核对发现错误1项、警告1项。");
    assertThat(sentences).anyMatch(s -> s.startsWith("主要比率：行政审批事项进驻率98.92%（比上年上升1.42个百分点）；"));
  }

  @Test
  void saysLittleWhereNothingWasSupplied() {
    assertThat(Overview.sentences(AnnualReports.empty("2021-30")))
        .containsExactly("本报告采用国办公开办函〔2021〕30号规定的格式，由2021年1月1日至12月31日的业务记录汇总计算而成。", "勾稽核对未发现问题。");
  }

  private static Indicator indicator(String label, Kind kind, String unit) {
    boolean rate = kind == Kind.RATE;
    List<Indicator.Term> terms = rate ? List.of(new Indicator.Term("x", null)) : List.of();
    String base = kind == Kind.RATE_FACT ? "x" : null;
    Measure none = null;
    return new Indicator(label, label, label, label, 1, kind, unit, none, terms, terms, base);
  }

  private static IndicatorLine line(
      Indicator indicator, String value, String numerator, String denominator, String last) {
    return new IndicatorLine(
        indicator, number(value), number(numerator), number(denominator), number(last));
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
