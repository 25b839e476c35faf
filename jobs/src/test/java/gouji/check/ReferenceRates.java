package gouji.check;

import static java.math.RoundingMode.CEILING;
import static java.math.RoundingMode.FLOOR;
import static java.math.RoundingMode.HALF_UP;

import gouji.check.ReferenceEvaluator.Verdict;
import gouji.check.ReferenceFormula.Operand;
import gouji.check.ReferenceFormula.Term;
import gouji.contract.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checks over rates.
 *
 * @param figures the figures of the case
 * @param here scope and source under check
 */
record ReferenceRates(ReferenceFigures figures, Operand here) {
  private List<Term> terms(List<Indicator.Term> side) {
    return side.stream()
        .map(t -> new Term(BigDecimal.ONE, here.named(t.indicator() == null ? "" : t.indicator())))
        .toList();
  }

  private List<Term> whole(Indicator rate) {
    return rate.base() == null
        ? terms(rate.denominator())
        : List.of(new Term(BigDecimal.ONE, here.named(rate.base())));
  }

  private List<Term> both(Indicator rate) {
    return Stream.of(terms(rate.numerator()), whole(rate)).flatMap(List::stream).toList();
  }

  /** Whether what the rate is over are indicators. */
  boolean hasWhole(Indicator rate) {
    return whole(rate).stream().noneMatch(t -> t.operand().name().isEmpty());
  }

  /** Whether all that the rate is of are indicators. */
  boolean counted(Indicator rate) {
    return both(rate).stream().noneMatch(t -> t.operand().name().isEmpty());
  }

  /** The parts lie between 0 and the whole. */
  Verdict part(Indicator rate) {
    if (!counted(rate) && !here.reported()) {
      // No case says what was counted for the rate alone: 0 of 0.
      boolean supplied = !figures.listed("notSupplied", here.named(rate.code()));
      return supplied ? Verdict.PASS : Verdict.NOT_APPLICABLE;
    }
    List<Term> both = both(rate);
    boolean filed = !here.reported() || both.stream().anyMatch(t -> figures.has(t.operand()));
    if (!counted(rate) || !filed || !both.stream().allMatch(t -> figures.applies(t.operand()))) {
      return Verdict.NOT_APPLICABLE;
    }
    if (both.stream().anyMatch(t -> figures.number(t.operand()) == null)) {
      return Verdict.UNKNOWN;
    }
    BigDecimal part = figures.sum(terms(rate.numerator()));
    boolean within = part.signum() >= 0 && part.compareTo(figures.sum(whole(rate))) <= 0;
    return within ? Verdict.PASS : Verdict.FAIL;
  }

  /** A written rate equals numerator / denominator, rounded to the decimals written. */
  Verdict rate(Indicator rate) {
    Verdict before = before(rate, both(rate));
    if (before != null) {
      return before;
    }
    BigDecimal part = figures.sum(terms(rate.numerator()));
    return isWritten(rate, part) ? Verdict.PASS : Verdict.FAIL;
  }

  /** Some whole number of the whole gives the written rate. */
  Verdict feasible(Indicator rate) {
    Verdict before = before(rate, whole(rate));
    if (before != null) {
      return before;
    }
    BigDecimal n = figures.sum(whole(rate));
    if (n.signum() < 0 || n.stripTrailingZeros().scale() > 0) {
      return Verdict.UNKNOWN;
    }
    BigDecimal exact = figures.number(here.named(rate.code())).multiply(n).movePointLeft(2);
    boolean fits =
        Stream.of(exact.setScale(0, FLOOR), exact.setScale(0, CEILING))
            .filter(k -> k.signum() >= 0 && k.compareTo(n) <= 0)
            .anyMatch(k -> isWritten(rate, k));
    return fits ? Verdict.PASS : Verdict.FAIL;
  }

  /** What must be said before anything is compared; null where nothing. */
  private Verdict before(Indicator rate, List<Term> needed) {
    Operand written = here.named(rate.code());
    boolean applies =
        figures.applies(written) && needed.stream().allMatch(t -> figures.applies(t.operand()));
    if (!figures.has(written) || !applies) {
      return Verdict.NOT_APPLICABLE;
    }
    boolean missing = needed.stream().anyMatch(t -> figures.number(t.operand()) == null);
    return figures.number(written) == null || missing || figures.sum(whole(rate)).signum() == 0
        ? Verdict.UNKNOWN
        : null;
  }

  private boolean isWritten(Indicator rate, BigDecimal part) {
    BigDecimal written = figures.number(here.named(rate.code()));
    BigDecimal whole = figures.sum(whole(rate));
    BigDecimal percent = part.movePointRight(2).divide(whole, written.scale(), HALF_UP);
    return percent.compareTo(written) == 0;
  }
}
