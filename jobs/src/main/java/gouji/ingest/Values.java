package gouji.ingest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;

/** Cells become values of a type; cells handed in are not empty. */
final class Values {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final int MOST_DIGITS = 18;
  private static final int LONGEST_NUMBER = 4_096;

  private Values() {}

  /** Free text, trimmed. */
  static Parsed text(RawCell cell) {
    return Parsed.of(Texts.trim(cell.text()));
  }

  /** A key or code; a number loses nothing but trailing zeros behind the point. */
  static Parsed code(RawCell cell) {
    return switch (cell.kind()) {
      case TEXT, BOOLEAN, DATE -> Parsed.of(Texts.nfkc(cell.text()));
      case LOSSY_NUMBER -> Parsed.bad("bad_number");
      case NUMBER -> {
        BigDecimal number = plain(cell.text());
        yield number == null || number.stripTrailingZeros().scale() > 0
            ? Parsed.bad("bad_number")
            : Parsed.of(number.setScale(0).toPlainString());
      }
    };
  }

  /** A whole number, as Long. */
  static Parsed integer(RawCell cell) {
    Parsed parsed = number(cell, 0, BigDecimal.ONE);
    return parsed.reason() != null
        ? parsed
        : Parsed.of(((BigDecimal) parsed.value()).longValueExact());
  }

  /** A decimal number with at most so many decimals after the factor is applied. */
  static Parsed number(RawCell cell, int decimals, BigDecimal factor) {
    BigDecimal number =
        switch (cell.kind()) {
          case TEXT -> decimal(Texts.nfkc(cell.text()));
          case NUMBER -> plain(cell.text());
          case LOSSY_NUMBER -> XlsxRows.significant(plain(cell.text()));
          case BOOLEAN, DATE -> null;
        };
    if (number == null) {
      return Parsed.bad("bad_number");
    }
    BigDecimal value = number.multiply(factor).stripTrailingZeros();
    boolean fits = value.scale() <= decimals && value.precision() - value.scale() <= MOST_DIGITS;
    return fits
        ? Parsed.of(value.scale() < 0 ? value.setScale(0) : value)
        : Parsed.bad("bad_number");
  }

  /** A number of a typed file, which may have an exponent. */
  private static BigDecimal plain(String token) {
    if (token.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(token);
      return Math.abs((long) number.scale()) > 400 ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A number in text: sign, digits, thousands separators in their places, decimals; else null. */
  private static BigDecimal decimal(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return null;
    }
    int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    if (!isWhole(text, at, end) || (point >= 0 && !areDigits(text, point + 1, text.length()))) {
      return null;
    }
    return new BigDecimal(text.indexOf(',') < 0 ? text : text.replace(",", ""));
  }

  private static boolean isWhole(String text, int from, int to) {
    int comma = text.indexOf(',');
    if (comma < 0 || comma >= to) {
      return comma < 0 && areDigits(text, from, to);
    }
    if (comma - from > 3 || !areDigits(text, from, comma)) {
      return false;
    }
    for (int at = comma; at < to; at += 4) {
      if (text.charAt(at) != ',' || at + 4 > to || !areDigits(text, at + 1, at + 4)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areDigits(String text, int from, int to) {
    if (from >= to) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** True or false. */
  static Parsed bool(RawCell cell) {
    if (cell.kind() == RawCell.Kind.NUMBER) {
      BigDecimal number = plain(cell.text());
      if (number != null && number.compareTo(BigDecimal.ONE) == 0) {
        return Parsed.of(true);
      }
      return number != null && number.signum() == 0 ? Parsed.of(false) : Parsed.bad("bad_boolean");
    }
    if (cell.kind() == RawCell.Kind.DATE || cell.kind() == RawCell.Kind.LOSSY_NUMBER) {
      return Parsed.bad("bad_boolean");
    }
    return switch (Texts.nfkc(cell.text()).toLowerCase(Locale.ROOT)) {
      case "true", "1", "是" -> Parsed.of(true);
      case "false", "0", "否" -> Parsed.of(false);
      default -> Parsed.bad("bad_boolean");
    };
  }

  /** Whether the cell says 9999-12-31 in any spelling: no end. */
  static boolean isOpenEnd(RawCell cell) {
    LocalDate day = day(cell);
    return day != null && day.equals(LocalDate.of(9999, 12, 31));
  }

  /** A calendar day within 1900–2199; a real date cell loses its time of day. */
  static Parsed date(RawCell cell) {
    LocalDate day = day(cell);
    return day == null
        ? Parsed.bad("bad_date")
        : inRange(day) ? Parsed.of(day) : Parsed.bad("out_of_range");
  }

  private static boolean inRange(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  private static LocalDate day(RawCell cell) {
    return switch (cell.kind()) {
      case DATE -> LocalDate.parse(cell.text().split(" ", 2)[0]);
      case TEXT, NUMBER -> day(Texts.nfkc(cell.text()));
      case BOOLEAN, LOSSY_NUMBER -> null;
    };
  }

  /** The day of a text in one of the four spellings; null when it is none. */
  private static LocalDate day(String text) {
    int length = text.length();
    if (length == 8 && areDigits(text, 0, 8)) {
      return day(text.substring(0, 4), text.substring(4, 6), text.substring(6));
    }
    if (length < 8 || length > 11) {
      return null;
    }
    char first = text.charAt(4);
    char second = first == '年' ? '月' : first;
    if (first != '-' && first != '/' && first != '年') {
      return null;
    }
    int at = text.indexOf(second, 5);
    int end = first == '年' ? length - 1 : length;
    if (at < 0 || (first == '年' && text.charAt(end) != '日')) {
      return null;
    }
    return day(text.substring(0, 4), text.substring(5, at), text.substring(at + 1, end));
  }

  private static LocalDate day(String year, String month, String day) {
    boolean digits =
        areDigits(year, 0, 4)
            && month.length() <= 2
            && day.length() <= 2
            && areDigits(month, 0, month.length())
            && areDigits(day, 0, day.length());
    if (!digits) {
      return null;
    }
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A day with a time to the second, or a day alone: its start. */
  static Parsed dateTime(RawCell cell) {
    if (cell.kind() == RawCell.Kind.BOOLEAN || cell.kind() == RawCell.Kind.LOSSY_NUMBER) {
      return Parsed.bad("bad_timestamp");
    }
    LocalDateTime time = moment(cell);
    if (time == null) {
      return Parsed.bad("bad_timestamp");
    }
    return inRange(time.toLocalDate()) ? Parsed.of(time) : Parsed.bad("out_of_range");
  }

  private static LocalDateTime moment(RawCell cell) {
    if (cell.kind() == RawCell.Kind.DATE) {
      String[] parts = cell.text().split(" ", 2);
      LocalDate day = LocalDate.parse(parts[0]);
      return parts.length == 1 ? day.atStartOfDay() : day.atTime(LocalTime.parse(parts[1]));
    }
    String text = Texts.nfkc(cell.text());
    LocalDate alone = day(text);
    return alone == null ? time(text) : alone.atStartOfDay();
  }

  private static LocalDateTime time(String text) {
    boolean shaped =
        text.length() == 19
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && text.charAt(10) == ' '
            && text.charAt(13) == ':'
            && text.charAt(16) == ':'
            && areDigits(text, 11, 13)
            && areDigits(text, 14, 16)
            && areDigits(text, 17, 19);
    LocalDate day = shaped ? day(text.substring(0, 10)) : null;
    if (day == null) {
      return null;
    }
    try {
      return day.atTime(
          Integer.parseInt(text.substring(11, 13)),
          Integer.parseInt(text.substring(14, 16)),
          Integer.parseInt(text.substring(17, 19)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
