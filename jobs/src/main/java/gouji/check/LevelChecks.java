package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Assertions;
import gouji.contract.Formula;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds a published report against those of units below it, by the rules that add figures up over
 * units. Neither the unit's own filing nor whether all units below are given is known; but no count
 * is negative, so that the unit must have at least what those that are given add up to. More cannot
 * be told.
 *
 * @param rules the rules that may add up over units
 * @param evaluation evaluates them
 */
record LevelChecks(List<Rule> rules, Evaluation evaluation) {
  /** Stands for the units below, whose figures are not in the vector. */
  static final Set<String> BELOW = Set.of("下级单位");

  private static final String REASON = "本单位自身的数、下级单位是否齐全均未知";
  private static final int MOST_SHOWN = 50;

  /** Checks by those among the rules that are about units below. */
  static LevelChecks of(List<Rule> all, Assertions assertions, Evaluation evaluation) {
    List<Rule> rules =
        all.stream()
            .filter(
                r ->
                    assertions.forms().stream()
                        .flatMap(f -> assertions.of(f, r).stream().limit(1))
                        .anyMatch(LevelChecks::isSum))
            .toList();
    return new LevelChecks(rules, evaluation);
  }

  /** Whether it says that a figure is the unit's own and those of the units below together. */
  private static boolean isSum(Assertion assertion) {
    if (assertion.cases().size() != 1 || !assertion.cases().get(0).when().isEmpty()) {
      return false;
    }
    Assertion.Sides holds = assertion.cases().get(0).holds();
    return holds.comparison() == Formula.Comparison.EQUAL
        && holds.left().size() == 1
        && holds.left().get(0).area() == Formula.Area.CONSOLIDATED
        && holds.right().stream().anyMatch(o -> o.area() == Formula.Area.CHILDREN)
        && assertion
            .operands()
            .allMatch(
                o ->
                    o.factor().compareTo(BigDecimal.ONE) == 0
                        && !o.lastYear()
                        && o.source() == Rule.Source.REPORTED
                        && o.address().equals(assertion.firstCell()));
  }

  /**
   * What can be told.
   *
   * @param vector the unit's figures, as those of its whole area
   * @param below the reports of units below it
   */
  List<Verdict> verdicts(Vector vector, LowerUnits below) {
    List<Verdict> told = new ArrayList<>();
    for (Rule rule : rules) {
      for (Verdict verdict : evaluation.verdicts(vector, rule)) {
        if (verdict.left() != null && isSum(verdict.assertion())) {
          told.add(told(verdict, below));
        }
      }
    }
    return told;
  }

  private static Verdict told(Verdict verdict, LowerUnits below) {
    Found above = plain(verdict.left().found().get(0));
    Side left =
        new Side(
            List.of(above),
            verdict.left().sum(),
            verdict.left().width(),
            verdict.left().decimals());
    Side right = added(above.term(), below.parts(above.operand().address()));
    boolean isMore =
        left.sum() != null && !above.term().figure().signed() && isMore(verdict, left, right);
    return new Verdict(
        verdict.assertion(),
        verdict.source(),
        verdict.scope(),
        isMore ? Verdict.State.FAIL : Verdict.State.UNKNOWN,
        left,
        Formula.Comparison.AT_LEAST,
        right,
        isMore ? "" : above.reason().isEmpty() ? REASON : above.reason());
  }

  /** Whether the units below have more than the unit, and rounding does not explain it. */
  private static boolean isMore(Verdict verdict, Side left, Side right) {
    BigDecimal reach =
        verdict.rule().tolerance() == Rule.Tolerance.INTERVAL
            ? left.width().add(right.width())
            : BigDecimal.ZERO;
    return right.sum().subtract(left.sum()).compareTo(reach) > 0;
  }

  /** The same figure, named without whose it is: its place tells. */
  private static Found plain(Found found) {
    return new Found(
        plain(found.term()),
        found.kind(),
        found.number(),
        found.written(),
        found.reason(),
        found.origin());
  }

  private static Term plain(Term term) {
    Assertion.Operand operand = term.operand();
    return new Term(
        new Assertion.Operand(
            operand.factor(), null, Formula.Area.CHECKED, operand.address(), operand.lastYear()),
        term.source(),
        term.scope(),
        term.slot(),
        term.figure(),
        term.parts(),
        term.isOnce());
  }

  /** What the units below have; where they are very many the last ones stand together. */
  private static Side added(Term term, List<LowerUnits.Part> parts) {
    List<Found> found = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal shown = BigDecimal.ZERO;
    BigDecimal width = BigDecimal.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      Written written = parts.get(i).written();
      sum = sum.add(written.number());
      width = term.isMeasured() ? width.add(Side.half(written.decimals())) : width;
      if (i < MOST_SHOWN) {
        shown = sum;
        found.add(Found.number(term, written, parts.get(i).origin()));
      }
    }
    int left = parts.size() - found.size();
    if (left > 0) {
      Written others = Written.computed(sum.subtract(shown));
      found.add(Found.number(term, others, "其余 %d 个单位".formatted(left)));
    }
    return new Side(found, sum, width, null);
  }
}
