package gouji.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts that a list counts.
 *
 * @param numbers how many each is
 * @param isMixed whether they are counted in several units
 * @param isClosed whether the last is that of all others
 */
record Parts(List<BigDecimal> numbers, boolean isMixed, boolean isClosed) {
  /** Words that count things. */
  static final String UNITS = "项件条个次家份篇起宗部例";

  /** Of a list that leaves parts out, its parts are rarely more than so much of the whole. */
  private static final BigDecimal NEARLY_ALL = new BigDecimal("0.9");

  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");
  private static final Pattern BETWEEN = Pattern.compile(",(?![0-9]{3}(?:[^0-9]|$))|[、;。]");
  private static final Pattern RATE = Pattern.compile("[^0-9]*[0-9.]+%");
  private static final Pattern PART =
      Pattern.compile("([^0-9]+)([0-9][0-9,]*(?:\\.[0-9]+)?万?)([" + UNITS + "])");

  /** What tells that more is there than the list says. */
  private static final Pattern NOT_ALL = Pattern.compile("等|主要");

  /** What tells a sum, or parts of a part. */
  private static final Pattern NESTED = Pattern.compile("(?:包含|包括|含|其中).*|.*(?:总计|合计|共计).*");

  /** Copies the list. */
  Parts {
    numbers = List.copyOf(numbers);
  }

  /** The parts of a list; empty where it holds anything that is not sure to be one. */
  static Optional<Parts> of(String list, String unit) {
    String bare = BRACKETS.matcher(list).replaceAll("").replaceAll("20[0-9]{2}年度?", "");
    if (NOT_ALL.matcher(bare).find() || bare.matches(".*[()].*")) {
      return Optional.empty();
    }
    List<BigDecimal> numbers = new ArrayList<>();
    boolean isMixed = false;
    boolean isClosed = false;
    for (String piece : BETWEEN.split(bare, -1)) {
      Matcher part = PART.matcher(piece);
      boolean isPart = part.matches() && !NESTED.matcher(piece).matches();
      if (isPart) {
        numbers.add(ChineseNumber.of(part.group(2)));
        isMixed |= !part.group(3).equals(unit);
        isClosed = piece.matches("其[他它余].*");
      } else if (!RATE.matcher(piece).matches() && piece.matches(".*[0-9].*")) {
        return Optional.empty();
      }
    }
    return numbers.size() > 1
        ? Optional.of(new Parts(numbers, isMixed, isClosed))
        : Optional.empty();
  }

  BigDecimal sum() {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether the list is meant to hold all parts of that whole. */
  boolean isAll(BigDecimal whole) {
    boolean isNearly = sum().compareTo(whole.multiply(NEARLY_ALL)) >= 0;
    return !isMixed && (isClosed || isNearly);
  }
}
