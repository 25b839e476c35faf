package gouji.check;

import gouji.contract.Formula;
import gouji.contract.Rule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The instances of one rule, source and scope, their sums as one row of numbers: nearly all
 * instances plainly hold, and telling so has to touch little memory.
 */
final class Group implements Serializable {
  private static final long serialVersionUID = 1L;

  /** In place of how sides compare: that is not told from plain numbers. */
  private static final int NEVER = 0;

  private static final int LESS = 1;
  private static final int EQUAL = 2;
  private static final int GREATER = 4;

  /** Ints before the summands: how sides compare, and how many summands each has. */
  private static final int HEAD = 3;

  /** Ints of a summand: its place, and which factor it has. */
  private static final int SUMMAND = 2;

  private final List<Asked> asked;
  private final Rule rule;
  private final boolean isReportedCell;
  private final int slots;

  /** Where the comparisons of each instance begin. */
  private final int[] starts;

  /** The comparisons, heads and summands. */
  private final int[] code;

  /** The summands, each at the place of its first number. */
  private final Term[] terms;

  private final List<BigDecimal> factors = new ArrayList<>();

  /** Those instances, which must be alike in rule, source and scope. */
  Group(List<Asked> asked, int slots) {
    this.asked = asked;
    this.slots = slots;
    Asked first = asked.get(0);
    rule = first.assertion().rule();
    isReportedCell = first.assertion().wholeCell() && firstTerm(first).isReported();
    starts = new int[asked.size()];
    List<Term> written = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      starts[i] = numbers.size();
      Asked.Case one = asked.get(i).cases().get(0);
      one.when().forEach(sides -> write(sides, numbers, written));
      write(one.holds(), numbers, written);
    }
    code = numbers.stream().mapToInt(Integer::intValue).toArray();
    terms = written.toArray(Term[]::new);
  }

  private static Term firstTerm(Asked asked) {
    return asked.cases().get(0).holds().left().get(0);
  }

  private void write(Asked.Sides sides, List<Integer> numbers, List<Term> written) {
    List<Term> all = new ArrayList<>(sides.left());
    all.addAll(sides.right());
    numbers.addAll(List.of(comparison(sides, all), sides.left().size(), sides.right().size()));
    for (int i = 0; i < HEAD; i++) {
      written.add(null);
    }
    for (Term term : all) {
      numbers.add(
          term.isFigure()
              ? Vector.kind(term.source(), term.scope(), term.operand().lastYear()) * slots
                  + term.slot()
              : -1);
      numbers.add(term.isOnce() ? -1 : factors.size());
      if (!term.isOnce()) {
        factors.add(term.operand().factor());
      }
      written.add(term);
      written.add(null);
    }
  }

  /** The signs that the difference of the sides may have. */
  private int comparison(Asked.Sides sides, List<Term> all) {
    Formula.Comparison comparison = sides.comparison();
    int signs =
        (comparison.holds(-1) ? LESS : 0)
            | (comparison.holds(0) ? EQUAL : 0)
            | (comparison.holds(1) ? GREATER : 0);
    // Rounding never parts equal sides, nor turns round one that is not above the other.
    boolean isRounded = sides.isMeasured() && rule.tolerance() != Rule.Tolerance.EXACT;
    boolean isPlain = (signs & EQUAL) != 0 || !isRounded;
    return isPlain && all.stream().noneMatch(Term::isOfChildren) ? signs : NEVER;
  }

  /** Their rule. */
  Rule rule() {
    return rule;
  }

  /** The instances. */
  List<Asked> asked() {
    return asked;
  }

  /** Whether the vector has figures that they are asked of. */
  boolean isFor(Vector vector) {
    return asked.get(0).isOf(vector.place().year()) && asked.get(0).isThere(vector);
  }

  /** Counts the verdicts; those that are not plain are given, too. */
  void judge(Numbers numbers, Tally tally, List<Verdict> others) {
    Lookup lookup = numbers.lookup();
    boolean isOfLevel = lookup.isOfLevel(asked.get(0).cases().get(0));
    long held = 0;
    long leftOut = 0;
    for (int i = 0; i < starts.length; i++) {
      if (isReportedCell && lookup.isLeftOut(asked.get(i))) {
        leftOut++;
      } else if (isOfLevel && holds(i, numbers)) {
        held++;
      } else {
        others.add(new Judge(asked.get(i), lookup).verdict());
      }
    }
    int year = lookup.vector().place().year();
    tally.add(year, rule, asked.get(0).shown(), Verdict.State.PASS, held);
    tally.add(year, rule, asked.get(0).shown(), Verdict.State.NOT_APPLICABLE, leftOut);
  }

  /** Whether an instance holds as plain numbers stand. */
  private boolean holds(int instance, Numbers numbers) {
    return switch (rule.check()) {
      case FORMULA, FORM_SUM -> {
        int end = instance + 1 < starts.length ? starts[instance + 1] : code.length;
        boolean holds = true;
        for (int at = starts[instance]; holds && at < end; at = behind(at)) {
          holds = compares(at, numbers);
        }
        yield holds;
      }
      case WHOLE_NUMBER -> {
        int at = starts[instance] + HEAD;
        BigDecimal number = numbers.find(code[at], terms[at]);
        yield number != null
            && Judge.isWhole(number)
            && (number.signum() >= 0 || terms[at].figure().signed());
      }
      default -> false;
    };
  }

  /** Where the next comparison begins. */
  private int behind(int at) {
    return at + HEAD + SUMMAND * (code[at + 1] + code[at + 2]);
  }

  private boolean compares(int at, Numbers numbers) {
    if (code[at] == NEVER) {
      return false;
    }
    int left = at + HEAD;
    int right = left + SUMMAND * code[at + 1];
    BigDecimal above = findSum(left, right, numbers);
    BigDecimal below = above == null ? null : findSum(right, behind(at), numbers);
    if (below == null) {
      return false;
    }
    int order = above.compareTo(below);
    return (code[at] & (order < 0 ? LESS : order == 0 ? EQUAL : GREATER)) != 0;
  }

  /** The sum of plain numbers; null where some is none. */
  private BigDecimal findSum(int from, int to, Numbers numbers) {
    BigDecimal sum = null;
    for (int at = from; at < to; at += SUMMAND) {
      BigDecimal number = code[at] < 0 ? BigDecimal.ONE : numbers.find(code[at], terms[at]);
      if (number == null) {
        return null;
      }
      int factor = code[at + 1];
      BigDecimal summand = factor < 0 ? number : factors.get(factor).multiply(number);
      sum = sum == null ? summand : sum.add(summand);
    }
    return sum == null ? BigDecimal.ZERO : sum;
  }
}
