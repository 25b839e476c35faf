package gouji.testkit.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Rows as JSON Lines: a column that a row does not have is left out. */
final class JsonText {
  private JsonText() {}

  static String of(Layout layout, List<Filing> rows) {
    StringBuilder text = new StringBuilder();
    for (Filing row : rows) {
      List<String> members = new ArrayList<>();
      for (String column : row.columns()) {
        members.add(quoted(column) + ":" + value(layout.spelling(), row.at(column)));
      }
      text.append('{').append(String.join(",", members)).append("}\n");
    }
    return text.toString();
  }

  private static String value(Spelling spelling, Object value) {
    if (value instanceof Boolean || value instanceof Integer) {
      return value.toString();
    }
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : quoted(spelling.text(value));
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }
}
