package gouji.contract;

/** Checks what one declaration says against itself and against all others. */
final class DeclarationChecks {
  private final Checked checked;

  DeclarationChecks(Checked checked) {
    this.checked = checked;
  }

  void run() {
    Declarations declared = checked.declared();
    ConditionChecks conditions = new ConditionChecks(checked);
    MeasureChecks measures = new MeasureChecks(checked, conditions);
    declared.dataSets().values().forEach(s -> new DataSetChecks(checked, conditions, s).run());
    declared.forms().values().forEach(f -> new FormChecks(checked, measures, f).run());
    formYears();
    IndicatorChecks indicators = new IndicatorChecks(checked, measures);
    declared.indicators().values().forEach(indicators::run);
    RuleChecks rules = new RuleChecks(checked);
    declared.rules().values().forEach(rules::run);
  }

  private void formYears() {
    for (Form a : checked.declared().forms().values()) {
      for (Form b : checked.declared().forms().values()) {
        if (a.firstYear() <= b.firstYear() && !a.id().equals(b.id()) && a.isFor(b.firstYear())) {
          checked.wrong(
              b,
              "firstYear",
              "form %s is also for the report year %d; give %s a lastYear before it"
                  .formatted(a.id(), b.firstYear(), a.id()));
        }
      }
    }
  }
}
