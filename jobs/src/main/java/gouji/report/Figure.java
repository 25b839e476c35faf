package gouji.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as a document prints it; its scale is the number of decimals printed.
 *
 * @param value the number, already rounded
 * @param signed whether a plus stands before a number above 0
 * @param suffix printed right behind the number, such as 万元; empty for nothing
 */
public record Figure(BigDecimal value, boolean signed, String suffix) {
  private static final int DECIMALS = 2;

  /** A number as it is, without trailing zeros. */
  public static Figure plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return new Figure(stripped.setScale(Math.max(0, stripped.scale())), false, "");
  }

  /** An amount of money or a rate: two decimals, half up. */
  public static Figure rounded(BigDecimal value) {
    return new Figure(value.setScale(DECIMALS, RoundingMode.HALF_UP), false, "");
  }

  /** A number in that unit: money is rounded, all else is printed as it is. */
  public static Figure of(BigDecimal value, String unit) {
    return isMoney(unit) ? rounded(value) : plain(value);
  }

  /** Whether the unit is one of money: 元 or 万元. */
  public static boolean isMoney(String unit) {
    return unit != null && unit.endsWith("元");
  }

  /** The same with a plus before a number above 0. */
  public Figure withSign() {
    return new Figure(value, true, suffix);
  }

  /** The same with that text behind the number. */
  public Figure withSuffix(String text) {
    return new Figure(value, signed, text);
  }

  /** The printed text. */
  public String text() {
    return (signed && value.signum() > 0 ? "+" : "") + value.toPlainString() + suffix;
  }
}
