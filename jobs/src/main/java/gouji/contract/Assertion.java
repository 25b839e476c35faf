package gouji.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One instance of a rule for one form: what must hold between figures of one unit and year.
 *
 * @param rule the rule
 * @param label what the instance is about, such as 自然人
 * @param cases what must hold; the first whose conditions all hold is asked
 * @param wholeCell whether it is about one cell of many, and not asked where that was not filed
 */
public record Assertion(Rule rule, String label, List<Case> cases, boolean wholeCell)
    implements Serializable {

  /**
   * A comparison and when it is asked.
   *
   * @param levels levels of the unit
   * @param when comparisons that all hold
   * @param holds what must hold then
   */
  public record Case(List<Level> levels, List<Sides> when, Sides holds) implements Serializable {}

  /** A level that the unit must have, or must not. */
  public record Level(String level, boolean equal) implements Serializable {}

  /** Two sums of figures and how they compare. */
  public record Sides(List<Operand> left, Formula.Comparison comparison, List<Operand> right)
      implements Serializable {}

  /**
   * A summand.
   *
   * @param factor what the figure is multiplied by; the number itself when there is no figure
   * @param source whose figure; null for that under check
   * @param area which area
   * @param address the cell or indicator; null for a plain number
   * @param lastYear whether it is last year's
   */
  public record Operand(
      BigDecimal factor, Rule.Source source, Formula.Area area, String address, boolean lastYear)
      implements Serializable {
    /** The figure under check, once. */
    static Operand of(String address) {
      return new Operand(BigDecimal.ONE, null, Formula.Area.CHECKED, address, false);
    }
  }

  /** Every figure that is named, in the order of writing; conditions behind what they are for. */
  public Stream<Operand> operands() {
    return cases.stream()
        .flatMap(c -> Stream.concat(Stream.of(c.holds()), c.when().stream()))
        .flatMap(s -> Stream.concat(s.left().stream(), s.right().stream()))
        .filter(o -> o.address() != null);
  }

  /** The first figure of the left side. */
  public String firstCell() {
    return operands().map(Operand::address).findFirst().orElse("");
  }

  /** The scope that the figures themselves name; empty when it is that under check. */
  public Optional<Rule.Scope> findScope() {
    return operands()
        .filter(o -> o.area() == Formula.Area.OWN || o.area() == Formula.Area.CONSOLIDATED)
        .findFirst()
        .filter(o -> operands().noneMatch(p -> p.area() == Formula.Area.CHECKED))
        .map(o -> o.area() == Formula.Area.OWN ? Rule.Scope.OWN : Rule.Scope.CONSOLIDATED);
  }

  /** Whether every figure names its source. */
  public boolean namesSources() {
    return operands().allMatch(o -> o.source() != null);
  }
}
