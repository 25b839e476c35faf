package gouji.export;

import gouji.report.AuditedReport;

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

  static String state(AuditedReport.Cell cell) {
    return switch (cell.state()) {
      case "ambiguous" -> "歧义";
      case "blank" -> "空白";
      case "not_applicable", "text" -> cell.raw();
      default -> cell.value().stripTrailingZeros().toPlainString();
    };
  }
}
