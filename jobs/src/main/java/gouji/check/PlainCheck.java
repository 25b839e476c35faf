package gouji.check;

import gouji.contract.Formula;
import gouji.contract.Rule;
import java.math.BigDecimal;
import java.util.List;

/**
 * Tells what nearly all instances come to, that they plainly hold or that their cell was not filed,
 * without keeping what it looked at. Of the others it says nothing.
 *
 * @param lookup finds their figures
 */
record PlainCheck(Lookup lookup) {

  /** The verdict without figures; null where it is not plain. */
  Verdict find(Asked asked) {
    if (lookup.isLeftOut(asked)) {
      return asked.leftOut();
    }
    boolean holds =
        switch (asked.assertion().rule().check()) {
          case FORMULA, FORM_SUM -> holdsAsFormula(asked);
          case WHOLE_NUMBER -> holdsAsWholeNumber(asked);
          default -> false;
        };
    return holds ? asked.held() : null;
  }

  private boolean holdsAsFormula(Asked asked) {
    Asked.Case first = asked.cases().get(0);
    if (!lookup.isOfLevel(first)) {
      return false;
    }
    Rule.Tolerance tolerance = asked.assertion().rule().tolerance();
    for (int i = 0; i < first.when().size(); i++) {
      if (!holds(first.when().get(i), tolerance)) {
        return false;
      }
    }
    return holds(first.holds(), tolerance);
  }

  /** Rounding never parts sides that are equal, nor turns one round that is not above the other. */
  private boolean holds(Asked.Sides sides, Rule.Tolerance tolerance) {
    Formula.Comparison comparison = sides.comparison();
    boolean isStrict =
        comparison == Formula.Comparison.LESS
            || comparison == Formula.Comparison.GREATER
            || comparison == Formula.Comparison.DIFFERENT;
    if (isStrict && sides.isMeasured() && tolerance != Rule.Tolerance.EXACT) {
      return false;
    }
    BigDecimal left = findSum(sides.left());
    BigDecimal right = left == null ? null : findSum(sides.right());
    return right != null && comparison.holds(left, right);
  }

  /** The sum of figures that are all numbers; null where some is none. */
  private BigDecimal findSum(List<Term> terms) {
    BigDecimal sum = null;
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      BigDecimal number = lookup.findNumber(term);
      if (number == null) {
        return null;
      }
      BigDecimal summand = term.isOnce() ? number : term.operand().factor().multiply(number);
      sum = sum == null ? summand : sum.add(summand);
    }
    return sum == null ? BigDecimal.ZERO : sum;
  }

  private boolean holdsAsWholeNumber(Asked asked) {
    Term cell = asked.cases().get(0).holds().left().get(0);
    BigDecimal number = lookup.findNumber(cell);
    return number != null
        && Judge.isWhole(number)
        && (number.signum() >= 0 || cell.figure().signed());
  }
}
