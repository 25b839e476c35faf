package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Formula;
import gouji.contract.Rule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An assertion with the source and scope that it is asked of; worked out once for all vectors.
 *
 * @param source whose figures have to be there
 * @param shown computed, reported or both, as findings name it
 * @param namesScope whether the figures themselves name the scope
 * @param first the first year
 * @param last the last year
 * @param cases what must hold; the first whose conditions all hold is asked
 * @param above what a computed rate was counted from, above its line; null where it is no rate
 * @param below as above, below the line
 */
record Asked(
    Assertion assertion,
    Rule.Source source,
    String shown,
    Rule.Scope scope,
    boolean namesScope,
    int first,
    int last,
    List<Case> cases,
    Term above,
    Term below)
    implements Serializable {

  /** A comparison and when it is asked. */
  record Case(List<Assertion.Level> levels, List<Sides> when, Sides holds)
      implements Serializable {}

  /**
   * Two sums and how they compare.
   *
   * @param isMeasured whether an amount or a rate is in them
   */
  record Sides(List<Term> left, Formula.Comparison comparison, List<Term> right, boolean isMeasured)
      implements Serializable {}

  /** All that is asked of vectors with that form. */
  static List<Asked> of(List<Assertion> assertions, Slots slots, String form) {
    return assertions.stream().flatMap(a -> of(a, slots, form)).toList();
  }

  private static Stream<Asked> of(Assertion assertion, Slots slots, String form) {
    Rule rule = assertion.rule();
    Set<Rule.Source> named =
        assertion.operands().map(Assertion.Operand::source).collect(Collectors.toSet());
    boolean both = named.contains(Rule.Source.COMPUTED) && named.contains(Rule.Source.REPORTED);
    List<Asked> all = new ArrayList<>();
    for (Rule.Scope scope : Rule.Scope.values()) {
      if (assertion.findScope().map(s -> s != scope).orElse(!rule.isFor(scope))) {
        continue;
      }
      for (Rule.Source source : Rule.Source.values()) {
        // What names both is asked once, where something was reported.
        boolean isAsked =
            assertion.namesSources()
                ? named.contains(source) && (!both || source == Rule.Source.REPORTED)
                : rule.isFor(source);
        if (isAsked) {
          String shown = both ? "both" : source.name().toLowerCase(Locale.ROOT);
          all.add(new Compiler(slots, form, source, scope).compiled(assertion, shown));
        }
      }
    }
    return all.stream();
  }

  boolean isOf(int year) {
    return year >= first && year <= last;
  }

  /** Whether the vector has figures that it is asked of. */
  boolean isThere(Vector vector) {
    return switch (source) {
      case COMPUTED -> vector.place().isOfYear();
      case REPORTED ->
          namesScope ? vector.find(source, scope, false) != null : vector.isFiled(scope);
    };
  }

  /** Finds the figures of assertions for one form, source and scope. */
  private record Compiler(Slots slots, String form, Rule.Source source, Rule.Scope scope) {
    Asked compiled(Assertion assertion, String shown) {
      int[] years = years(assertion.rule());
      return new Asked(
          assertion,
          source,
          shown,
          scope,
          assertion.findScope().isPresent(),
          years[0],
          years[1],
          assertion.cases().stream().map(this::compiled).toList(),
          line(assertion, Computed.NUMERATOR),
          line(assertion, Computed.DENOMINATOR));
    }

    private static int[] years(Rule rule) {
      if (rule.years() == null) {
        return new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE};
      }
      String[] ends = rule.years().split("[.][.]", -1);
      return new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])};
    }

    private Case compiled(Assertion.Case one) {
      return new Case(
          one.levels(), one.when().stream().map(this::compiled).toList(), compiled(one.holds()));
    }

    private Sides compiled(Assertion.Sides sides) {
      List<Term> left = Term.of(sides.left(), slots, form, source, scope);
      List<Term> right = Term.of(sides.right(), slots, form, source, scope);
      boolean isMeasured = Stream.concat(left.stream(), right.stream()).anyMatch(Term::isMeasured);
      return new Sides(left, sides.comparison(), right, isMeasured);
    }

    private Term line(Assertion assertion, String which) {
      if (assertion.rule().check() != Rule.Check.PART) {
        return null;
      }
      Assertion.Operand operand =
          new Assertion.Operand(
              BigDecimal.ONE,
              Rule.Source.COMPUTED,
              Formula.Area.CHECKED,
              assertion.firstCell() + which,
              false);
      return Term.of(operand, slots, form, source, scope);
    }
  }
}
