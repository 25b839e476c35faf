package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Written;
import java.math.BigDecimal;

/**
 * What a summand came to.
 *
 * @param term the summand
 * @param kind what it is
 * @param number its figure, 0 where that was assumed; null when there is none
 * @param written as it was written
 * @param reason why there is none, in Chinese; empty else
 * @param origin where it was read; empty for computed figures
 */
record Found(
    Term term, Kind kind, BigDecimal number, Written written, String reason, String origin) {

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

  static Found number(Term term, Written written, String origin) {
    return new Found(term, Kind.NUMBER, written.number(), written, "", origin);
  }

  static Found assumed(Term term, Written written, String origin) {
    return new Found(term, Kind.ASSUMED, BigDecimal.ZERO, written, "", origin);
  }

  static Found missing(Term term, Written written, String reason) {
    return new Found(term, Kind.MISSING, null, written, reason, "");
  }

  static Found notApplicable(Term term, String reason) {
    return new Found(term, Kind.NOT_APPLICABLE, null, Written.NOTHING, reason, "");
  }

  /** The summand as the rule names it. */
  Assertion.Operand operand() {
    return term.operand();
  }

  /** What it adds to its side. */
  BigDecimal summand() {
    return term.isOnce() ? number : term.operand().factor().multiply(number);
  }
}
