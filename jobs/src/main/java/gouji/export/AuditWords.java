package gouji.export;

import gouji.report.AuditedReport;
import java.util.ArrayList;
import java.util.List;

/** The words for what an audit found. */
final class AuditWords {
  private static final int MOST_NAMED = 5;

  private AuditWords() {}

  static String severity(String severity) {
    return switch (severity) {
      case "error" -> "错误";
      case "warning" -> "警告";
      default -> "提示";
    };
  }

  /** How sure a table was read, and what of it is missing. */
  static String extent(AuditedReport.Table table) {
    return switch (table.extent()) {
      case "complete" -> "完整";
      case "not_found" -> "未找到";
      default -> "部分" + missing(table);
    };
  }

  private static String missing(AuditedReport.Table table) {
    StringBuilder words = new StringBuilder();
    if (table.ambiguous() > 0) {
      words.append("，%d 格有歧义".formatted(table.ambiguous()));
    }
    int rows = table.missing().size();
    if (rows > 0) {
      words
          .append("，缺 %d 行：".formatted(rows))
          .append(String.join("、", table.missing().subList(0, Math.min(MOST_NAMED, rows))))
          .append(rows > MOST_NAMED ? "等" : "");
    }
    return words.toString();
  }

  /** Which other reports one was held against, one to a line. */
  static List<String> matches(AuditedReport.Matched matched) {
    List<String> words = new ArrayList<>();
    if (!matched.last().isEmpty()) {
      words.add("与上一年度的报告比对：" + matched.last());
    }
    if (!matched.above().isEmpty()) {
      words.add("上级单位的报告：" + matched.above());
    }
    int below = matched.below().size();
    if (below > 0) {
      String named = String.join("、", matched.below().subList(0, Math.min(MOST_NAMED, below)));
      words.add("与 %d 份下级单位的报告比对：%s%s".formatted(below, named, below > MOST_NAMED ? "等" : ""));
    }
    return words;
  }

  /** A figure with its place; the file is left out where it is that of the report itself. */
  static String withoutFile(AuditedReport report, String evidence) {
    String own = report.file() + " ";
    return evidence.startsWith(own)
        ? evidence.substring(own.length())
        : evidence.replace("（" + own, "（");
  }

  static String state(AuditedReport.Cell cell) {
    return switch (cell.state()) {
      case "ambiguous" -> "歧义";
      case "blank" -> "空白";
      case "not_applicable", "text" -> cell.raw();
      default -> cell.value().stripTrailingZeros().toPlainString();
    };
  }
}
