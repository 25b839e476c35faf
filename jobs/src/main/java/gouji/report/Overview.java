package gouji.report;

import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.report.AnnualReport.CoverageLine;
import gouji.report.AnnualReport.FindingLine;
import gouji.report.AnnualReport.IndicatorLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences that say what the report's figures come to. */
public final class Overview {
  private Overview() {}

  /** The sentences, in the order of print. */
  public static List<String> sentences(AnnualReport report) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "本报告采用%s规定的格式，由%d年1月1日至12月31日的业务记录汇总计算而成。".formatted(report.form().basis(), report.year()));
    if (!report.coverage().isEmpty()) {
      sentences.add(coverage(report.coverage()));
    }
    for (Form.Table table : report.form().tables()) {
      List<String> totals = totals(report, table);
      if (!totals.isEmpty()) {
        sentences.add(RowNames.withoutNumber(table.title()) + "：" + String.join("；", totals) + "。");
      }
    }
    List<String> rates = report.indicators().stream().flatMap(Overview::rate).toList();
    if (!rates.isEmpty()) {
      sentences.add("主要比率：" + String.join("；", rates) + "。");
    }
    sentences.add(findings(report.findings()));
    return sentences;
  }

  private static String coverage(List<CoverageLine> lines) {
    long units = lines.stream().map(CoverageLine::unitId).distinct().count();
    long dataSets = lines.stream().map(CoverageLine::dataSet).distinct().count();
    long records = lines.stream().mapToLong(CoverageLine::records).sum();
    return "汇总范围内有%d个单位报送了记录，共%d类、%d条。".formatted(units, dataSets, records);
  }

  /** Numbers in the sum columns of rows that stand outside the groups or are sums themselves. */
  private static List<String> totals(AnnualReport report, Form.Table table) {
    List<String> totals = new ArrayList<>();
    for (Form.Row row : table.rows()) {
      for (Form.Column column : table.columnsOf(row)) {
        if (column.sumOf().isEmpty() || (row.head() != null && row.sumOf().isEmpty())) {
          continue;
        }
        String address = Form.Cell.address(table.id(), row.id(), column.id());
        BigDecimal value = report.cells().get(address);
        if (value != null) {
          BigDecimal last = report.lastYearCells().get(address);
          totals.add(RowNames.name(row, "") + Figure.plain(value).text() + change(value, last));
        }
      }
    }
    return totals;
  }

  private static String change(BigDecimal value, BigDecimal last) {
    if (last == null) {
      return "";
    }
    BigDecimal change = value.subtract(last);
    return switch (change.signum()) {
      case 1 -> "（比上年增加" + Figure.plain(change).text() + "）";
      case -1 -> "（比上年减少" + Figure.plain(change.negate()).text() + "）";
      default -> "（与上年持平）";
    };
  }

  private static Stream<String> rate(IndicatorLine line) {
    if (line.indicator().kind() != Indicator.Kind.RATE || line.value() == null) {
      return Stream.empty();
    }
    String text =
        line.indicator().label() + Figure.rounded(line.value()).text() + line.indicator().unit();
    Figure change = IndicatorTable.change(line);
    if (change == null) {
      return Stream.of(text);
    }
    String amount = change.value().abs().toPlainString() + change.suffix();
    return Stream.of(
        switch (change.value().signum()) {
          case 1 -> text + "（比上年上升" + amount + "）";
          case -1 -> text + "（比上年下降" + amount + "）";
          default -> text + "（与上年持平）";
        });
  }

  private static String findings(List<FindingLine> lines) {
    List<FindingLine> standing =
        lines.stream()
            .filter(line -> !line.state().equals("fixed") && !line.state().equals("waived"))
            .toList();
    if (standing.isEmpty()) {
      return "勾稽核对未发现问题。";
    }
    Map<String, Long> counts =
        standing.stream()
            .collect(
                Collectors.groupingBy(
                    line -> FindingTable.title(line.severity()),
                    TreeMap::new,
                    Collectors.counting()));
    return Stream.of("错误", "警告", "提示")
        .filter(counts::containsKey)
        .map(title -> title + counts.get(title) + "项")
        .collect(Collectors.joining("、", "勾稽核对发现", "。"));
  }
}
