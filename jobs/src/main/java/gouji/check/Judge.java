package gouji.check;

import gouji.contract.Formula;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says of one instance whether it holds in a vector.
 *
 * @param asked the instance
 * @param lookup finds its figures
 */
record Judge(Asked asked, Lookup lookup) {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  Verdict verdict() {
    return switch (asked.assertion().rule().check()) {
      case RATE -> rate();
      case FEASIBLE -> feasible();
      case PART -> part();
      case WHOLE_NUMBER -> wholeNumber();
      default -> formula();
    };
  }

  private Verdict formula() {
    if (lookup.isLeftOut(asked)) {
      return notApplicable("没有上报");
    }
    for (Asked.Case one : asked.cases()) {
      Verdict said = lookup.isOfLevel(one) ? ofCase(one) : null;
      if (said != null) {
        return said;
      }
    }
    return notApplicable("条件不成立");
  }

  /** The verdict of a case; null where a condition does not hold. */
  private Verdict ofCase(Asked.Case one) {
    Verdict open = null;
    for (Asked.Sides condition : one.when()) {
      Verdict said = compared(condition);
      if (said.state() == Verdict.State.FAIL) {
        return null;
      }
      open = open == null && said.state() != Verdict.State.PASS ? said : open;
    }
    return open == null ? compared(one.holds()) : open;
  }

  private Verdict compared(Asked.Sides sides) {
    Side left = Side.of(sides.left(), lookup);
    Side right = Side.of(sides.right(), lookup);
    Verdict nothing = nothing(left, right, sides.comparison());
    if (nothing != null) {
      return nothing;
    }
    boolean sound = holds(left, sides, right);
    if (!sound && sides.comparison() == Formula.Comparison.EQUAL && isUndelivered(left, right)) {
      return said(Verdict.State.UNKNOWN, left, sides.comparison(), right, "没有报送相应的记录");
    }
    return judged(sound, left, sides.comparison(), right);
  }

  /** The verdict where some figure is none; null when all are numbers. */
  private Verdict nothing(Side left, Side right, Formula.Comparison comparison) {
    if (left.sum() != null && right.sum() != null) {
      return null;
    }
    String reason = reasonOfNone(left);
    reason = reason == null ? reasonOfNone(right) : reason;
    if (reason != null) {
      return notApplicable(reason);
    }
    List<String> missing =
        Stream.of(left, right)
            .flatMap(s -> s.found().stream())
            .filter(f -> f.kind() == Found.Kind.MISSING)
            .map(Found::reason)
            .distinct()
            .toList();
    return missing.isEmpty()
        ? null
        : said(Verdict.State.UNKNOWN, left, comparison, right, String.join("、", missing));
  }

  /** Why there is nothing to check; null when there is. */
  private static String reasonOfNone(Side side) {
    for (Found found : side.found()) {
      if (found.kind() == Found.Kind.NOT_APPLICABLE) {
        return found.reason();
      }
    }
    return null;
  }

  private boolean holds(Side left, Asked.Sides sides, Side right) {
    Formula.Comparison comparison = sides.comparison();
    Rule.Tolerance tolerance =
        sides.isMeasured() ? asked.assertion().rule().tolerance() : Rule.Tolerance.EXACT;
    return switch (tolerance) {
      case EXACT -> comparison.holds(left.sum(), right.sum());
      case ROUNDED -> comparison.holds(rounded(left, right), rounded(right, left));
      case INTERVAL ->
          meets(left.sum().subtract(right.sum()), comparison, left.width().add(right.width()));
    };
  }

  /** The sum of a side; one of computed figures only with as many decimals as were written. */
  private static BigDecimal rounded(Side side, Side other) {
    boolean computed =
        side.found().stream().anyMatch(f -> f.term().isFigure())
            && side.found().stream().noneMatch(f -> f.term().isReported());
    return computed && other.decimals() != null
        ? side.sum().setScale(other.decimals(), RoundingMode.HALF_UP)
        : side.sum();
  }

  /** Whether a comparison can hold between sides that may be nearer by so much, or farther. */
  private static boolean meets(BigDecimal apart, Formula.Comparison comparison, BigDecimal reach) {
    return switch (comparison) {
      case EQUAL, DIFFERENT ->
          comparison.holds(apart.abs().compareTo(reach) <= 0 ? 0 : apart.signum());
      case AT_MOST, LESS -> comparison.holds(apart, reach);
      case AT_LEAST, GREATER -> comparison.holds(apart, reach.negate());
    };
  }

  /** Whether a computed 0 only tells that the unit's area delivered nothing. */
  private boolean isUndelivered(Side left, Side right) {
    return "both".equals(asked.shown())
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
                            .containsAll(f.term().figure().operands()));
  }

  private Verdict wholeNumber() {
    Verdict said = compared(asked.cases().get(0).holds());
    Found cell = said.left() == null ? null : said.left().found().get(0);
    if (cell == null || cell.number() == null) {
      return cell != null && cell.written().state() == Written.State.ABSENT
          ? notApplicable(cell.reason())
          : said;
    }
    boolean sound =
        isWhole(cell.number()) && (cell.number().signum() >= 0 || cell.term().figure().signed());
    return judged(sound, said.left(), said.comparison(), said.right());
  }

  /** Whether a number has no decimals but zeros. */
  static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  private Verdict part() {
    Asked.Sides line = asked.cases().get(0).when().get(0);
    Side above = Side.of(line.left(), lookup);
    Side below = Side.of(line.right(), lookup);
    if (asked.source() == Rule.Source.COMPUTED
        && (line.left().isEmpty() || lookup.isFiled(asked.above()))) {
      above = Side.of(List.of(asked.above()), lookup);
      below = Side.of(List.of(asked.below()), lookup);
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

  private static boolean isNothingFiled(Side above, Side below) {
    return Stream.concat(above.found().stream(), below.found().stream())
        .allMatch(f -> f.written().state() == Written.State.ABSENT);
  }

  private Verdict rate() {
    Asked.Case only = asked.cases().get(0);
    Side rate = Side.of(only.holds().left(), lookup);
    Side above = Side.of(only.when().get(0).left(), lookup);
    Side below = Side.of(only.when().get(0).right(), lookup);
    Verdict nothing = nothingOfRate(rate, above, below);
    if (nothing != null) {
      return nothing;
    }
    BigDecimal exact =
        above
            .sum()
            .multiply(HUNDRED)
            .divide(below.sum(), rate.found().get(0).written().decimals(), RoundingMode.HALF_UP);
    Side right =
        new Side(
            Stream.concat(above.found().stream(), below.found().stream()).toList(),
            exact,
            BigDecimal.ZERO,
            null);
    boolean sound = rate.sum().compareTo(exact) == 0;
    return judged(sound, rate, Formula.Comparison.EQUAL, right);
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

  private Verdict feasible() {
    Asked.Case only = asked.cases().get(0);
    Side rate = Side.of(only.holds().left(), lookup);
    Side none = new Side(List.of(), BigDecimal.ZERO, BigDecimal.ZERO, null);
    Side below = Side.of(only.when().get(0).right(), lookup);
    Verdict nothing = nothingOfRate(rate, none, below);
    if (nothing != null) {
      return nothing;
    }
    if (below.sum().signum() < 0 || !isWhole(below.sum())) {
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
    return new Verdict(
        asked.assertion(), asked.shown(), asked.scope(), state, left, comparison, right, reason);
  }
}
