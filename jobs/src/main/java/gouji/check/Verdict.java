package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Formula;
import gouji.contract.Rule;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * What a rule says of one instance.
 *
 * @param assertion the instance
 * @param source computed, reported or both
 * @param scope own or consolidated
 * @param state what it says
 * @param left the left side; null where nothing could be compared
 * @param comparison what should hold between the sides
 * @param right the right side; null as the left one
 * @param reason why nothing can be said, in Chinese; empty else
 */
record Verdict(
    Assertion assertion,
    String source,
    Rule.Scope scope,
    State state,
    Side left,
    Formula.Comparison comparison,
    Side right,
    String reason) {

  /** What a rule says of one instance. */
  enum State {
    /** It holds. */
    PASS,
    /** It does not hold. */
    FAIL,
    /** Nothing can be said. */
    UNKNOWN,
    /** There is nothing to check. */
    NOT_APPLICABLE
  }

  /** The rule. */
  Rule rule() {
    return assertion.rule();
  }

  /** Left side less right side. */
  BigDecimal difference() {
    return left.sum().subtract(right.sum());
  }

  /** Every figure that took part. */
  Stream<Found> figures() {
    return Stream.of(left, right)
        .filter(s -> s != null)
        .flatMap(s -> s.found().stream())
        .filter(f -> f.operand().address() != null);
  }

  /** How many blanks were taken for 0. */
  long assumed() {
    return figures().filter(f -> f.kind() == Found.Kind.ASSUMED).count();
  }
}
