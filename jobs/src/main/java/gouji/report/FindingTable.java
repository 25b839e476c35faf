package gouji.report;

import gouji.contract.Form;
import gouji.report.AnnualReport.FindingLine;
import gouji.report.ReportTable.Kind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The findings, one a line, each at its cell's label. */
final class FindingTable {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?");

  private FindingTable() {}

  static ReportTable of(AnnualReport report) {
    Map<String, String> labels = labels(report);
    ListTable list = new ListTable(List.of("级别", "状态", "单位", "单元格", "左边", "右边", "相差", "说明", "规则"));
    for (FindingLine finding : report.findings()) {
      list.text(kind(finding.severity()), title(finding.severity()));
      list.text(Kind.TEXT, state(finding.state()));
      String unit = finding.unitName() == null ? finding.unitId() : finding.unitName();
      list.text(Kind.TEXT, unit);
      list.text(Kind.TEXT, place(finding.cell(), labels));
      side(list, finding.left());
      side(list, finding.right());
      side(list, finding.difference());
      list.text(Kind.TEXT, finding.message());
      list.text(Kind.TEXT, finding.rule());
    }
    return list.table("findings", "勾稽问题");
  }

  private static Map<String, String> labels(AnnualReport report) {
    Map<String, String> labels = new HashMap<>();
    for (Form.Cell cell : report.form().cells()) {
      labels.put(cell.address(), RowNames.name(cell.row(), " / ") + " / " + cell.column().label());
    }
    report
        .indicators()
        .forEach(line -> labels.put(line.indicator().code(), line.indicator().label()));
    return labels;
  }

  private static String place(String cell, Map<String, String> labels) {
    String label = labels.get(cell);
    return label == null ? cell : label + "\n" + cell;
  }

  private static void side(ListTable list, String side) {
    if (side != null && NUMBER.matcher(side).matches()) {
      list.number(Figure.plain(new BigDecimal(side)));
    } else {
      list.text(Kind.NUMBER, side);
    }
  }

  private static Kind kind(String severity) {
    return switch (severity) {
      case "error" -> Kind.ERROR;
      case "warning" -> Kind.WARNING;
      default -> Kind.INFO;
    };
  }

  private static String state(String state) {
    return switch (state) {
      case "new" -> "新增";
      case "still" -> "仍在";
      case "fixed" -> "已消除";
      case "waived" -> "已豁免";
      default -> state;
    };
  }

  /** The Chinese word for a severity. */
  static String title(String severity) {
    return switch (kind(severity)) {
      case ERROR -> "错误";
      case WARNING -> "警告";
      default -> "提示";
    };
  }
}
