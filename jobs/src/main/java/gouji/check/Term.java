package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Figure;
import gouji.contract.Formula;
import gouji.contract.Rule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A summand as it is asked of one form, source and scope; worked out once for all vectors.
 *
 * @param operand the summand
 * @param source whose figure
 * @param scope of which area
 * @param slot the figure; -1 for a plain number
 * @param figure what the form knows of it; null for a plain number
 * @param parts the figures that it adds up, each with its own parts
 * @param isOnce whether the figure counts once, and not some times or less
 */
record Term(
    Assertion.Operand operand,
    Rule.Source source,
    Rule.Scope scope,
    int slot,
    Figure figure,
    List<Term> parts,
    boolean isOnce)
    implements Serializable {
  private static final BigDecimal ONE = BigDecimal.ONE;

  /** What a summand means where that source and scope are under check. */
  static Term of(
      Assertion.Operand operand, Slots slots, String form, Rule.Source source, Rule.Scope scope) {
    Rule.Source from = operand.source() == null ? source : operand.source();
    Rule.Scope of =
        switch (operand.area()) {
          case OWN -> Rule.Scope.OWN;
          case CONSOLIDATED -> Rule.Scope.CONSOLIDATED;
          case CHECKED, CHILDREN -> scope;
        };
    boolean isOnce = operand.factor().compareTo(ONE) == 0;
    if (operand.address() == null) {
      return new Term(operand, from, of, -1, null, List.of(), isOnce);
    }
    int slot = slots.find(operand.address());
    Figure figure = slots.figure(form, slot);
    List<Term> parts =
        figure.parts().stream()
            .map(p -> new Assertion.Operand(ONE, from, operand.area(), p, operand.lastYear()))
            .map(p -> of(p, slots, form, from, of))
            .toList();
    return new Term(operand, from, of, slot, figure, parts, isOnce);
  }

  /** The same of many. */
  static List<Term> of(
      List<Assertion.Operand> operands,
      Slots slots,
      String form,
      Rule.Source source,
      Rule.Scope scope) {
    return operands.stream().map(o -> of(o, slots, form, source, scope)).toList();
  }

  boolean isFigure() {
    return slot >= 0;
  }

  /** Whether it is a figure that somebody wrote. */
  boolean isReported() {
    return slot >= 0 && source == Rule.Source.REPORTED;
  }

  /** Whether it is an amount or a rate. */
  boolean isMeasured() {
    return slot >= 0 && figure.isMeasured();
  }

  boolean isOfChildren() {
    return operand.area() == Formula.Area.CHILDREN;
  }

  /** Whether it is a rate itself, and not what stands above or below its line. */
  boolean isRate() {
    return figure.isRate() && operand.address().indexOf('#') < 0;
  }
}
