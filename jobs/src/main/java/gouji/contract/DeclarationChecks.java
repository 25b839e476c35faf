package gouji.contract;

/** Checks what one declaration says against itself and against all others. */
final class DeclarationChecks {
  private DeclarationChecks() {}

  static void run(Checked checked) {
    Declarations declared = checked.declared();
    ConditionChecks conditions = new ConditionChecks(checked);
    MeasureChecks measures = new MeasureChecks(checked, conditions);
    declared.dataSets().values().forEach(s -> new DataSetChecks(checked, conditions, s).run());
    declared.forms().values().forEach(f -> new FormChecks(checked, measures, f).run());
    FormYears.check(checked);
    IndicatorChecks indicators = new IndicatorChecks(checked, measures);
    declared.indicators().values().forEach(indicators::run);
    indicators.orders();
    RuleChecks rules = new RuleChecks(checked);
    declared.rules().values().forEach(rules::run);
    NarrativeChecks narratives = new NarrativeChecks(checked);
    declared.narratives().values().forEach(narratives::run);
  }
}
