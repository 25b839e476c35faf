package gouji.contract;

import java.util.List;

/** Checks indicators: their measures, and what rates are made of. */
final class IndicatorChecks {
  /** How far apart the places of the carried indicators are. */
  private static final long STEP = 10;

  private final Checked checked;
  private final MeasureChecks measures;

  IndicatorChecks(Checked checked, MeasureChecks measures) {
    this.checked = checked;
    this.measures = measures;
  }

  void run(Indicator indicator) {
    checked.name(indicator, "code", indicator.code());
    if (indicator.measure() != null) {
      measures.run(indicator.measure());
    }
    if (indicator.base() != null) {
      summable(indicator, "base", indicator.base());
    }
    terms(indicator.numerator());
    terms(indicator.denominator());
  }

  /** Notes every indicator whose place in the documents another one has. */
  void orders() {
    List<Indicator> all = checked.declared().indicatorsInOrder();
    for (int i = 1; i < all.size(); i++) {
      Indicator other = all.get(i - 1);
      if (other.order() == all.get(i).order()) {
        checked.wrong(
            all.get(i),
            "order",
            "%s has the order %d, too; give one of them another, such as %d"
                .formatted(
                    checked.places().of(other).file(),
                    other.order(),
                    all.get(all.size() - 1).order() + STEP));
      }
    }
  }

  private void terms(List<Indicator.Term> terms) {
    for (Indicator.Term term : terms) {
      if (term.measure() != null) {
        measures.run(term.measure());
      } else {
        summable(term, "indicator", term.indicator());
      }
    }
  }

  /** Counts and facts can be added up; with rates there would be circles and sums over shares. */
  private void summable(Object owner, String property, String code) {
    checked.known(owner, property, "there is no indicator", code, checked.indicators());
    Indicator found = checked.declared().indicators().get(code);
    if (found != null && found.isRate()) {
      checked.wrong(
          owner, property, "%s is itself a rate; name a count or a fact here".formatted(code));
    }
  }
}
