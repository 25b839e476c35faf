package gouji.published;

import java.math.BigDecimal;

/** Reads numbers as sentences write them: in digits, in Chinese, with 万 behind. */
final class ChineseNumber {
  /** What a number looks like, for patterns. */
  static final String PATTERN = "(?:[0-9][0-9,]*(?:\\.[0-9]+)?[万亿]?|[零〇一二两三四五六七八九十百千万]+)";

  private static final String DIGITS = "零一二三四五六七八九";
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

  private ChineseNumber() {}

  /** The number; null when it is none. */
  static BigDecimal of(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char first = text.charAt(0);
    return first >= '0' && first <= '9' ? inDigits(text) : inChinese(text);
  }

  private static BigDecimal inDigits(String text) {
    char last = text.charAt(text.length() - 1);
    String digits = text.replaceAll("[,万亿]", "");
    BigDecimal number = new BigDecimal(digits);
    return switch (last) {
      case '万' -> number.multiply(TEN_THOUSAND);
      case '亿' -> number.multiply(HUNDRED_MILLION);
      default -> number;
    };
  }

  private static BigDecimal inChinese(String text) {
    long whole = 0;
    long section = 0;
    long digit = 0;
    boolean hasDigit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i) == '〇' ? '零' : text.charAt(i) == '两' ? '二' : text.charAt(i);
      int value = DIGITS.indexOf(c);
      if (value >= 0) {
        if (hasDigit && value > 0 && digit > 0) {
          return null;
        }
        digit = value;
        hasDigit = true;
      } else if (c == '万') {
        whole += (section + digit) * 10_000;
        section = 0;
        digit = 0;
      } else {
        long unit = c == '十' ? 10 : c == '百' ? 100 : 1000;
        section += (digit == 0 && !hasDigit ? 1 : digit) * unit;
        digit = 0;
        hasDigit = false;
      }
    }
    return BigDecimal.valueOf(whole + section + digit);
  }
}
