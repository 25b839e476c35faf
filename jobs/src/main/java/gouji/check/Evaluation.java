package gouji.check;

import gouji.contract.Rule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Evaluates every assertion over the cells of one unit, year and scope; free of Spark. */
final class Evaluation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Assertions assertions;

  Evaluation(Assertions assertions) {
    this.assertions = assertions;
  }

  /** The verdicts, in the order of the assertions. */
  List<Verdict> verdicts(Vector vector) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Assertion assertion : assertions.of(vector.form())) {
      verdicts.add(verdict(assertion, vector));
    }
    return verdicts;
  }

  private Verdict verdict(Assertion assertion, Vector vector) {
    boolean applies =
        Stream.concat(assertion.left().stream(), assertion.right().stream())
            .filter(o -> o.address() != null)
            .allMatch(o -> isThere(o, vector));
    if (!applies) {
      return new Verdict(assertion, State.NOT_APPLICABLE, null, null, "");
    }
    BigDecimal left = sum(assertion.left(), vector);
    BigDecimal right = sum(assertion.right(), vector);
    if (assertion.comparison().holds(left, right)) {
      return new Verdict(assertion, State.PASS, left, right, "");
    }
    String message =
        "%s：%s %s %s，相差 %s。%s"
            .formatted(
                assertion.label(),
                written(assertion.left(), vector, left),
                assertion.comparison().broken(),
                written(assertion.right(), vector, right),
                plain(left.subtract(right)),
                assertion.rule().message().getOrDefault("zh", ""));
    return new Verdict(assertion, State.FAIL, left, right, message);
  }

  private boolean isThere(Assertion.Operand operand, Vector vector) {
    if (!vector.supplied().containsAll(assertions.operands(vector.form(), operand.address()))) {
      return false;
    }
    return !operand.lastYear()
        || (vector.lastForm() != null
            && assertions.isComparable(vector.form(), vector.lastForm(), operand.address()));
  }

  private static BigDecimal sum(List<Assertion.Operand> operands, Vector vector) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Assertion.Operand operand : operands) {
      sum = sum.add(operand.factor().multiply(value(operand, vector)));
    }
    return sum;
  }

  private static BigDecimal value(Assertion.Operand operand, Vector vector) {
    if (operand.address() == null) {
      return BigDecimal.ONE;
    }
    Map<String, BigDecimal> cells = operand.lastYear() ? vector.lastCells() : vector.cells();
    return cells.getOrDefault(operand.address(), BigDecimal.ZERO);
  }

  /** A side with its numbers put in: {@code 60 + 0 = 60}; only the sum when it is one number. */
  private static String written(List<Assertion.Operand> side, Vector vector, BigDecimal sum) {
    if (side.size() == 1) {
      return plain(sum);
    }
    String terms =
        side.stream()
            .map(o -> plain(o.factor().multiply(value(o, vector))))
            .collect(Collectors.joining(" + "));
    return terms.replace("+ -", "- ") + " = " + plain(sum);
  }

  /** A number as findings show it: plain, without trailing zeros. */
  static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }

  /**
   * The cells of one unit, year and scope.
   *
   * @param form the form of the year; null when there is none
   * @param lastForm the form of the year before; null when that year or the unit in it is not there
   * @param supplied what was supplied to the unit's root
   * @param cells values that are not 0
   * @param lastCells last year's values that are not 0, over the area of this year
   */
  record Vector(
      String form,
      String lastForm,
      Set<String> supplied,
      Map<String, BigDecimal> cells,
      Map<String, BigDecimal> lastCells) {}

  /** What a rule says of one instance. */
  enum State {
    /** It holds. */
    PASS,
    /** It does not hold. */
    FAIL,
    /** There is nothing to check. */
    NOT_APPLICABLE
  }

  /**
   * A verdict with both sides; null where it does not apply.
   *
   * @param message what a finding says; empty unless it fails
   */
  record Verdict(
      Assertion assertion, State state, BigDecimal left, BigDecimal right, String message) {
    /** The rule. */
    Rule rule() {
      return assertion.rule();
    }
  }
}
