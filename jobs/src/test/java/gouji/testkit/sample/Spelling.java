package gouji.testkit.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How one office writes its values.
 *
 * @param dates pattern of days
 * @param yes what stands for true
 * @param no what stands for false
 * @param labels whether codes are written as Chinese labels
 * @param grouped whether numbers carry thousands separators
 * @param wide whether dates and numbers are of full width
 */
record Spelling(
    String dates, String yes, String no, boolean labels, boolean grouped, boolean wide) {
  static final Spelling PLAIN = new Spelling("yyyy-MM-dd", "true", "false", false, false, false);
  static final Spelling SLASHED = new Spelling("yyyy/M/d", "是", "否", true, true, false);
  static final Spelling CHINESE = new Spelling("yyyy年M月d日", "是", "否", true, false, false);
  static final Spelling COMPACT = new Spelling("yyyyMMdd", "1", "0", false, false, false);
  static final Spelling WIDE = new Spelling("yyyy-M-d", "TRUE", "FALSE", true, true, true);

  private static final Map<String, DateTimeFormatter> PATTERNS = new ConcurrentHashMap<>();
  private static final DateTimeFormatter TIME = pattern("yyyy-MM-dd HH:mm:ss");

  /** The value as this office writes it; empty for null. */
  String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof LocalDate day) {
      return width(pattern(dates).format(day));
    }
    if (value instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    if (value instanceof Boolean truth) {
      return truth ? yes : no;
    }
    if (value instanceof Code code) {
      return code(code);
    }
    if (value instanceof Integer number) {
      return width(number.toString());
    }
    if (value instanceof BigDecimal number) {
      return width(grouped ? grouped(number) : number.toPlainString());
    }
    return value.toString();
  }

  /** The code as this office writes it. */
  String code(Code code) {
    return labels ? code.chinese() : code.english();
  }

  private static String grouped(BigDecimal number) {
    String plain = number.toPlainString();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    String whole = String.format(Locale.ROOT, "%,d", new BigInteger(plain.substring(0, point)));
    return whole + plain.substring(point);
  }

  private String width(String text) {
    if (!wide) {
      return text;
    }
    StringBuilder widened = new StringBuilder();
    text.chars().forEach(c -> widened.append((char) (c > ' ' && c < 0x7f ? c + 0xfee0 : c)));
    return widened.toString();
  }

  private static DateTimeFormatter pattern(String pattern) {
    return PATTERNS.computeIfAbsent(pattern, p -> DateTimeFormatter.ofPattern(p, Locale.ROOT));
  }
}
