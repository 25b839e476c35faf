package gouji.report;

import gouji.report.AnnualReport.CoverageLine;
import gouji.report.ReportTable.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Own records, a line for each unit and a column for each data set, with sums at both ends. */
final class CoverageTable {
  private CoverageTable() {}

  static ReportTable of(List<CoverageLine> lines) {
    Map<String, String> dataSets = new LinkedHashMap<>();
    Map<String, List<CoverageLine>> units = new LinkedHashMap<>();
    for (CoverageLine line : lines) {
      dataSets.put(line.dataSet(), line.dataSetTitle());
      units.computeIfAbsent(line.unitId(), unit -> new ArrayList<>()).add(line);
    }
    List<String> heads = new ArrayList<>(List.of("单位代码", "单位名称"));
    heads.addAll(dataSets.values());
    heads.add("合计");
    ListTable list = new ListTable(heads);
    for (List<CoverageLine> unit : units.values()) {
      line(list, unit.get(0).unitId(), unit.get(0).unitName(), dataSets, unit);
    }
    line(list, "", "合计", dataSets, lines);
    return list.table("coverage", "覆盖");
  }

  private static void line(
      ListTable list,
      String unitId,
      String unitName,
      Map<String, String> dataSets,
      List<CoverageLine> lines) {
    Map<String, Long> records =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    CoverageLine::dataSet, Collectors.summingLong(CoverageLine::records)));
    list.text(Kind.LABEL, unitId);
    list.text(Kind.LABEL, unitName);
    dataSets.keySet().forEach(dataSet -> list.number(count(records.get(dataSet))));
    list.number(count(records.values().stream().mapToLong(n -> n).sum()));
  }

  private static Figure count(Long records) {
    return records == null ? null : Figure.plain(BigDecimal.valueOf(records));
  }
}
