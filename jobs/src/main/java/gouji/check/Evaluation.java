package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Assertions;
import gouji.contract.Figure;
import gouji.contract.Formula;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Evaluates every assertion over one vector; free of Spark. */
final class Evaluation implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Assertions assertions;
  private final Map<String, List<Asked>> byForm = new HashMap<>();

  Evaluation(Assertions assertions) {
    this.assertions = assertions;
    for (String form : assertions.forms()) {
      byForm.put(form, assertions.of(form).stream().flatMap(Evaluation::asked).toList());
    }
  }

  /**
   * An assertion with the source and scope that it is asked of; worked out once for all vectors.
   */
  private record Asked(
      Assertion assertion,
      Rule.Source source,
      String shown,
      Rule.Scope scope,
      boolean namesScope,
      int first,
      int last)
      implements Serializable {
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
  }

  private static Stream<Asked> asked(Assertion assertion) {
    Rule rule = assertion.rule();
    int[] years = years(rule);
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
          boolean namesScope = assertion.findScope().isPresent();
          all.add(new Asked(assertion, source, shown, scope, namesScope, years[0], years[1]));
        }
      }
    }
    return all.stream();
  }

  private static int[] years(Rule rule) {
    if (rule.years() == null) {
      return new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE};
    }
    String[] ends = rule.years().split("[.][.]", -1);
    return new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])};
  }

  /** The verdicts of every instance, source and scope. */
  List<Verdict> verdicts(Vector vector) {
    return verdicts(vector, r -> true);
  }

  /** The verdicts of the instances of some rules. */
  List<Verdict> verdicts(Vector vector, Predicate<Rule> which) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Asked one : byForm.getOrDefault(vector.place().form(), List.of())) {
      if (which.test(one.assertion().rule())
          && one.isOf(vector.place().year())
          && one.isThere(vector)) {
        Lookup lookup = new Lookup(assertions, vector, one.source(), one.scope());
        verdicts.add(verdict(one.assertion(), one.shown(), one.scope(), lookup));
      }
    }
    return verdicts;
  }

  private Verdict verdict(Assertion assertion, String source, Rule.Scope scope, Lookup lookup) {
    Judge judge = new Judge(assertion, source, scope, lookup);
    return switch (assertion.rule().check()) {
      case RATE -> judge.rate();
      case FEASIBLE -> judge.feasible();
      case PART -> judge.part();
      case WHOLE_NUMBER -> judge.wholeNumber();
      default -> judge.formula();
    };
  }

  /** One instance under check. */
  private final class Judge {
    private final Assertion assertion;
    private final String source;
    private final Rule.Scope scope;
    private final Lookup lookup;

    Judge(Assertion assertion, String source, Rule.Scope scope, Lookup lookup) {
      this.assertion = assertion;
      this.source = source;
      this.scope = scope;
      this.lookup = lookup;
    }

    Verdict formula() {
      Assertion.Operand first = assertion.cases().get(0).holds().left().get(0);
      if (assertion.wholeCell() && lookup.isLeftOut(first)) {
        return notApplicable("没有上报");
      }
      for (Assertion.Case one : assertion.cases()) {
        if (!hasLevel(one)) {
          continue;
        }
        List<Verdict> said = one.when().stream().map(this::compared).toList();
        if (said.stream().anyMatch(v -> v.state() == Verdict.State.FAIL)) {
          continue;
        }
        Verdict open =
            said.stream().filter(v -> v.state() != Verdict.State.PASS).findFirst().orElse(null);
        return open == null ? compared(one.holds()) : open;
      }
      return notApplicable("条件不成立");
    }

    private boolean hasLevel(Assertion.Case one) {
      String level = lookup.vector().place().level();
      return one.levels().stream().allMatch(l -> l.level().equals(level) == l.equal());
    }

    private Verdict compared(Assertion.Sides sides) {
      Side left = Side.of(sides.left(), lookup);
      Side right = Side.of(sides.right(), lookup);
      Verdict nothing = nothing(left, right, sides.comparison());
      if (nothing != null) {
        return nothing;
      }
      Verdict.State state =
          holds(left, sides.comparison(), right) ? Verdict.State.PASS : Verdict.State.FAIL;
      if (state == Verdict.State.FAIL
          && sides.comparison() == Formula.Comparison.EQUAL
          && isUndelivered(left, right)) {
        return said(Verdict.State.UNKNOWN, left, sides.comparison(), right, "没有报送相应的记录");
      }
      return said(state, left, sides.comparison(), right, "");
    }

    /** The verdict where some figure is none; null when all are numbers. */
    private Verdict nothing(Side left, Side right, Formula.Comparison comparison) {
      if (left.sum() != null && right.sum() != null) {
        return null;
      }
      List<Found> all = Stream.concat(left.found().stream(), right.found().stream()).toList();
      List<String> none = Verdict.reasons(all.stream(), Found.Kind.NOT_APPLICABLE);
      if (!none.isEmpty()) {
        return notApplicable(none.get(0));
      }
      List<String> missing = Verdict.reasons(all.stream(), Found.Kind.MISSING);
      return missing.isEmpty()
          ? null
          : said(Verdict.State.UNKNOWN, left, comparison, right, String.join("、", missing));
    }

    private boolean holds(Side left, Formula.Comparison comparison, Side right) {
      boolean measured =
          Stream.concat(left.found().stream(), right.found().stream()).anyMatch(lookup::isMeasured);
      return switch (measured ? assertion.rule().tolerance() : Rule.Tolerance.EXACT) {
        case EXACT -> comparison.holds(left.sum(), right.sum());
        case ROUNDED -> comparison.holds(rounded(left, right), rounded(right, left));
        case INTERVAL ->
            meets(left.sum().subtract(right.sum()), comparison, left.width().add(right.width()));
      };
    }

    /** The sum of a side; one of computed figures only with as many decimals as were written. */
    private BigDecimal rounded(Side side, Side other) {
      boolean computed =
          side.found().stream().anyMatch(f -> f.operand().address() != null)
              && side.found().stream().noneMatch(lookup::isReported);
      return computed && other.decimals() != null
          ? side.sum().setScale(other.decimals(), RoundingMode.HALF_UP)
          : side.sum();
    }

    /** Whether a comparison can hold between sides that may be nearer by so much, or farther. */
    private static boolean meets(
        BigDecimal apart, Formula.Comparison comparison, BigDecimal reach) {
      return switch (comparison) {
        case EQUAL, DIFFERENT ->
            comparison.holds(apart.abs().compareTo(reach) <= 0 ? 0 : apart.signum());
        case AT_MOST, LESS -> comparison.holds(apart, reach);
        case AT_LEAST, GREATER -> comparison.holds(apart, reach.negate());
      };
    }

    /** Whether a computed 0 only tells that the unit's area delivered nothing. */
    private boolean isUndelivered(Side left, Side right) {
      return "both".equals(source)
          && left.found().size() == 1
          && right.found().size() == 1
          && Stream.concat(left.found().stream(), right.found().stream())
              .filter(f -> f.operand().source() == Rule.Source.COMPUTED)
              .anyMatch(
                  f ->
                      f.number().signum() == 0
                          && !lookup
                              .vector()
                              .place()
                              .delivered()
                              .containsAll(figure(f).operands()));
    }

    private Figure figure(Found found) {
      return assertions.figures(lookup.vector().place().form()).get(found.operand().address());
    }

    Verdict wholeNumber() {
      Verdict said = compared(assertion.cases().get(0).holds());
      Found cell = said.left() == null ? null : said.left().found().get(0);
      if (cell == null || cell.number() == null) {
        return cell != null && cell.written().state() == Written.State.ABSENT
            ? notApplicable(cell.reason())
            : said;
      }
      boolean whole = cell.number().stripTrailingZeros().scale() <= 0;
      boolean sound = whole && (cell.number().signum() >= 0 || figure(cell).signed());
      return judged(sound, said.left(), said.comparison(), said.right());
    }

    Verdict part() {
      Assertion.Sides line = assertion.cases().get(0).when().get(0);
      String rate = assertion.firstCell();
      Side above = Side.of(line.left(), lookup);
      Side below = Side.of(line.right(), lookup);
      if (lookup.source() == Rule.Source.COMPUTED
          && (line.left().isEmpty() || lookup.isFiled(term(rate, Computed.NUMERATOR)))) {
        above = Side.of(List.of(term(rate, Computed.NUMERATOR)), lookup);
        below = Side.of(List.of(term(rate, Computed.DENOMINATOR)), lookup);
      } else if (line.left().isEmpty() || isNothingFiled(above, below)) {
        return notApplicable("没有上报");
      }
      Verdict nothing = nothing(above, below, Formula.Comparison.AT_MOST);
      if (nothing != null) {
        return nothing;
      }
      boolean sound = above.sum().signum() >= 0 && above.sum().compareTo(below.sum()) <= 0;
      return judged(sound, above, Formula.Comparison.AT_MOST, below);
    }

    private static Assertion.Operand term(String rate, String which) {
      return new Assertion.Operand(
          BigDecimal.ONE, Rule.Source.COMPUTED, Formula.Area.CHECKED, rate + which, false);
    }

    private static boolean isNothingFiled(Side above, Side below) {
      return Stream.concat(above.found().stream(), below.found().stream())
          .allMatch(f -> f.written().state() == Written.State.ABSENT);
    }

    Verdict rate() {
      Assertion.Case only = assertion.cases().get(0);
      Side rate = Side.of(only.holds().left(), lookup);
      Side above = Side.of(only.when().get(0).left(), lookup);
      Side below = Side.of(only.when().get(0).right(), lookup);
      Verdict nothing = nothingOfRate(rate, above, below);
      if (nothing != null) {
        return nothing;
      }
      Found written = rate.found().get(0);
      BigDecimal exact =
          above
              .sum()
              .multiply(HUNDRED)
              .divide(below.sum(), written.written().decimals(), RoundingMode.HALF_UP);
      Found given = Found.number(written.operand(), Written.computed(exact), "");
      Side right =
          new Side(
              Stream.concat(above.found().stream(), below.found().stream()).toList(),
              given.number(),
              BigDecimal.ZERO,
              null);
      return said(
          rate.sum().compareTo(exact) == 0 ? Verdict.State.PASS : Verdict.State.FAIL,
          rate,
          Formula.Comparison.EQUAL,
          right,
          "");
    }

    /** The verdict where the rate or what it is made of is no number; null when all are. */
    private Verdict nothingOfRate(Side rate, Side above, Side below) {
      if (rate.found().get(0).written().state() == Written.State.ABSENT) {
        return notApplicable("没有上报");
      }
      Verdict nothing = nothing(rate, above, Formula.Comparison.EQUAL);
      nothing = nothing == null ? nothing(rate, below, Formula.Comparison.EQUAL) : nothing;
      if (nothing == null && below.sum().signum() == 0) {
        return said(Verdict.State.UNKNOWN, rate, Formula.Comparison.EQUAL, below, "分母为零");
      }
      return nothing;
    }

    Verdict feasible() {
      Assertion.Case only = assertion.cases().get(0);
      Side rate = Side.of(only.holds().left(), lookup);
      Side none = new Side(List.of(), BigDecimal.ZERO, BigDecimal.ZERO, null);
      Side below = Side.of(only.when().get(0).right(), lookup);
      Verdict nothing = nothingOfRate(rate, none, below);
      if (nothing != null) {
        return nothing;
      }
      if (below.sum().signum() < 0 || below.sum().stripTrailingZeros().scale() > 0) {
        return said(Verdict.State.UNKNOWN, rate, Formula.Comparison.EQUAL, below, "分母不是整数");
      }
      int decimals = rate.found().get(0).written().decimals();
      boolean feasible = isFeasible(rate.sum(), below.sum(), decimals);
      return judged(feasible, rate, Formula.Comparison.EQUAL, below);
    }

    private static boolean isFeasible(BigDecimal rate, BigDecimal base, int decimals) {
      BigInteger near = rate.multiply(base).divide(HUNDRED, 0, RoundingMode.HALF_UP).toBigInteger();
      // The whole numerator is next to rate * base / 100, if there is one.
      for (int step = -1; step <= 1; step++) {
        BigDecimal above = new BigDecimal(near.add(BigInteger.valueOf(step)));
        if (above.signum() >= 0
            && above.compareTo(base) <= 0
            && above.multiply(HUNDRED).divide(base, decimals, RoundingMode.HALF_UP).compareTo(rate)
                == 0) {
          return true;
        }
      }
      return false;
    }

    private Verdict judged(boolean sound, Side left, Formula.Comparison comparison, Side right) {
      Verdict.State state = sound ? Verdict.State.PASS : Verdict.State.FAIL;
      return said(state, left, comparison, right, "");
    }

    private Verdict notApplicable(String reason) {
      return said(Verdict.State.NOT_APPLICABLE, null, Formula.Comparison.EQUAL, null, reason);
    }

    private Verdict said(
        Verdict.State state, Side left, Formula.Comparison comparison, Side right, String reason) {
      return new Verdict(assertion, source, scope, state, left, comparison, right, reason);
    }
  }
}
