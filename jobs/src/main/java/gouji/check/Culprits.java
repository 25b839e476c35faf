package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Formula;
import gouji.contract.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the one figure whose correction repairs the most assertions that do not hold and breaks
 * the fewest that do. Sides are linear: a change of one figure moves the difference of an assertion
 * by its coefficient there.
 */
final class Culprits {
  /** What names a figure among all of a vector. */
  private record Name(String source, String scope, boolean lastYear, String address) {}

  private final Map<Name, Map<Integer, BigDecimal>> coefficients = new LinkedHashMap<>();

  private final List<Verdict> verdicts;

  /** Looks among the verdicts of one vector. */
  Culprits(List<Verdict> verdicts) {
    this.verdicts = verdicts;
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (verdict.state() == Verdict.State.FAIL || verdict.state() == Verdict.State.PASS) {
        note(i, verdict.left(), BigDecimal.ONE);
        note(i, verdict.right(), BigDecimal.ONE.negate());
      }
    }
  }

  private void note(int at, Side side, BigDecimal sign) {
    for (Found found : side.found()) {
      if (found.operand().address() != null && found.operand().area() != Formula.Area.CHILDREN) {
        coefficients
            .computeIfAbsent(name(verdicts.get(at), found), n -> new LinkedHashMap<>())
            .merge(at, found.operand().factor().multiply(sign), BigDecimal::add);
      }
    }
  }

  private static Name name(Verdict verdict, Found found) {
    Assertion.Operand operand = found.operand();
    String source =
        operand.source() == null
            ? verdict.source()
            : operand.source().name().toLowerCase(java.util.Locale.ROOT);
    String scope =
        operand.area() == Formula.Area.CHECKED ? verdict.scope().name() : operand.area().name();
    return new Name(source, scope, operand.lastYear(), operand.address());
  }

  /**
   * A correction.
   *
   * @param found the figure to change
   * @param value what it would be
   * @param repaired how many further assertions would hold then
   * @param broken how many would not hold any more
   */
  record Correction(Found found, BigDecimal value, int repaired, int broken) {}

  /**
   * The best correction of a failed assertion; null where none repairs another one, too.
   *
   * @param at place of its verdict in the list
   */
  Correction of(int at) {
    Verdict failed = verdicts.get(at);
    Correction best = null;
    for (Found found : candidates(failed)) {
      Map<Integer, BigDecimal> touched = coefficients.get(name(failed, found));
      BigDecimal coefficient = touched == null ? null : touched.get(at);
      if (coefficient == null || coefficient.signum() == 0) {
        continue;
      }
      BigDecimal[] change = failed.difference().negate().divideAndRemainder(coefficient);
      if (change[1].signum() == 0) {
        Correction one = tried(at, found, change[0], touched);
        if (one.repaired() > one.broken() && (best == null || isBetter(one, best))) {
          best = one;
        }
      }
    }
    return best;
  }

  private static List<Found> candidates(Verdict failed) {
    List<Found> all = new ArrayList<>();
    failed
        .figures()
        .filter(f -> f.operand().area() != Formula.Area.CHILDREN)
        .filter(f -> f.operand().source() != Rule.Source.COMPUTED)
        .forEach(all::add);
    return all;
  }

  private static boolean isBetter(Correction one, Correction other) {
    return one.repaired() != other.repaired()
        ? one.repaired() > other.repaired()
        : one.broken() < other.broken();
  }

  private Correction tried(
      int at, Found found, BigDecimal change, Map<Integer, BigDecimal> touched) {
    int repaired = 0;
    int broken = 0;
    for (Map.Entry<Integer, BigDecimal> one : touched.entrySet()) {
      Verdict verdict = verdicts.get(one.getKey());
      if (one.getKey() != at) {
        BigDecimal difference = verdict.difference().add(one.getValue().multiply(change));
        boolean holds = verdict.comparison().holds(difference.signum());
        if (verdict.state() == Verdict.State.FAIL && holds) {
          repaired++;
        } else if (verdict.state() == Verdict.State.PASS && !holds) {
          broken++;
        }
      }
    }
    return new Correction(found, found.number().add(change), repaired, broken);
  }
}
