package gouji.check;

import gouji.contract.Rule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * One instance of a rule for one form: what must hold between cells of one unit, year and scope.
 *
 * @param rule the rule
 * @param label what the instance is about, such as 自然人
 * @param left summands of the left side
 * @param comparison what must hold
 * @param right summands of the right side
 */
record Assertion(
    Rule rule, String label, List<Operand> left, Formula.Comparison comparison, List<Operand> right)
    implements Serializable {

  /**
   * A summand.
   *
   * @param factor what the cell is multiplied by; the number itself when there is no cell
   * @param address the cell; null for a plain number
   * @param lastYear whether it is last year's cell
   */
  record Operand(BigDecimal factor, String address, boolean lastYear) implements Serializable {}

  /** Whether it looks at last year. */
  boolean reachesBack() {
    return left.stream().anyMatch(Operand::lastYear) || right.stream().anyMatch(Operand::lastYear);
  }

  /** The first cell of the left side. */
  String firstCell() {
    return left.stream().map(Operand::address).filter(a -> a != null).findFirst().orElse("");
  }
}
