package gouji.contract;

import java.util.List;

/** Checks indicators: their measures, and what rates are made of. */
final class IndicatorChecks {
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
