package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Written;
import java.math.BigDecimal;

/**
 * What a summand came to.
 *
 * @param operand the summand
 * @param kind what it is
 * @param number its figure, 0 where that was assumed; null when there is none
 * @param written as it was written
 * @param reason why there is none, in Chinese; empty else
 * @param origin where it was read; empty for computed figures
 */
record Found(
    Assertion.Operand operand,
    Kind kind,
    BigDecimal number,
    Written written,
    String reason,
    String origin) {

  /** What a summand is. */
  enum Kind {
    /** A number. */
    NUMBER,
    /** A blank that stands for 0. */
    ASSUMED,
    /** A figure is missing, or is text. */
    MISSING,
    /** There is nothing to check. */
    NOT_APPLICABLE
  }

  static Found number(Assertion.Operand operand, Written written, String origin) {
    return new Found(operand, Kind.NUMBER, written.number(), written, "", origin);
  }

  static Found assumed(Assertion.Operand operand, Written written, String origin) {
    return new Found(operand, Kind.ASSUMED, BigDecimal.ZERO, written, "", origin);
  }

  static Found missing(Assertion.Operand operand, Written written, String reason) {
    return new Found(operand, Kind.MISSING, null, written, reason, "");
  }

  static Found notApplicable(Assertion.Operand operand, String reason) {
    return new Found(operand, Kind.NOT_APPLICABLE, null, Written.NOTHING, reason, "");
  }

  /** What it adds to its side. */
  BigDecimal summand() {
    return operand.factor().multiply(number);
  }
}
