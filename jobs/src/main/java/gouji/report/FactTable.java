package gouji.report;

import gouji.report.AnnualReport.FactLine;
import gouji.report.ReportTable.Kind;
import java.util.List;

/** What the figures were computed from and when, one fact a line. */
final class FactTable {
  private FactTable() {}

  static ReportTable of(List<FactLine> lines) {
    ListTable list = new ListTable(List.of("项目", "内容"));
    for (FactLine line : lines) {
      list.text(Kind.LABEL, line.label());
      list.text(Kind.TEXT, line.text());
    }
    return list.table("facts", "数据来源");
  }
}
