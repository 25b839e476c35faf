package gouji.export;

import gouji.report.AuditedReport;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The table of the reports that were audited. Where some of them were held against each other, each
 * has a number, by which the table says against which ones.
 */
final class AuditedFiles {
  private static final List<String> NAMES = List.of("文件", "格式", "年度", "单位");
  private static final List<String> MATCHES = List.of("上年", "上级", "下级");
  private static final List<String> COUNTS = List.of("已读", "歧义", "成立", "不成立", "无法判断");
  private static final String NUMBER = "序号";
  private static final int MOST_NAMED = 4;

  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private boolean areMatched;

  private record Line(List<String> names, AuditedReport.Matched matched, List<String> counts) {}

  void add(AuditedReport report) {
    if (!report.isReport()) {
      return;
    }
    lines.add(new Line(names(report), report.matched(), counts(report)));
    numbers.putIfAbsent(report.file(), lines.size());
    areMatched |= !report.matched().equals(AuditedReport.Matched.NONE);
  }

  private static List<String> names(AuditedReport report) {
    return List.of(
        report.file(),
        report.form() + (report.isFormByYear() ? "（按年度）" : ""),
        report.yearText(),
        report.unit().isEmpty() ? "—" : report.unit());
  }

  private static List<String> counts(AuditedReport report) {
    return List.of(
        String.valueOf(report.read()),
        String.valueOf(report.cells().size() - report.read()),
        String.valueOf(report.verdicts("pass")),
        String.valueOf(report.verdicts("fail")),
        String.valueOf(report.verdicts("unknown")));
  }

  void write(Writer out) throws IOException {
    List<String> right = new ArrayList<>(COUNTS);
    right.add(NUMBER);
    AlignedText table = new AlignedText(out, line(NUMBER, NAMES, MATCHES, COUNTS), right);
    for (int i = 0; i < lines.size(); i++) {
      Line one = lines.get(i);
      table.add(line(String.valueOf(i + 1), one.names(), matches(one.matched()), one.counts()));
    }
    table.flush();
  }

  /** A line of the table; number and matches are left out where nothing was matched. */
  private List<String> line(
      String number, List<String> names, List<String> matches, List<String> counts) {
    List<String> line = new ArrayList<>();
    if (areMatched) {
      line.add(number);
    }
    line.addAll(names);
    if (areMatched) {
      line.addAll(matches);
    }
    line.addAll(counts);
    return line;
  }

  private List<String> matches(AuditedReport.Matched matched) {
    int below = matched.below().size();
    String named =
        matched.below().stream()
            .limit(MOST_NAMED)
            .map(this::number)
            .collect(Collectors.joining("、"));
    return List.of(
        number(matched.last()),
        number(matched.above()),
        below > MOST_NAMED ? named + "等%d份".formatted(below) : named);
  }

  private String number(String file) {
    Integer number = numbers.get(file);
    return number == null ? "" : String.valueOf(number);
  }
}
