package gouji.contract;

import java.util.List;

/** Checks measures against the data sets that they count. */
final class MeasureChecks {
  private final Checked checked;
  private final ConditionChecks conditions;

  MeasureChecks(Checked checked, ConditionChecks conditions) {
    this.checked = checked;
    this.conditions = conditions;
  }

  void run(Measure measure) {
    checked.known(
        measure, "dataset", "there is no data set", measure.dataset(), checked.dataSets());
    DataSet set = checked.declared().dataSets().get(measure.dataset());
    if (set == null) {
      return;
    }
    measure.any().forEach(a -> conditions.ofMeasure(set, a));
    measure.less().forEach(a -> conditions.ofMeasure(set, a));
    List<String> names = set.fields().stream().map(Field::name).toList();
    String column = set.name() + " has no column";
    checked.allKnown(measure, "distinct", column, measure.distinct(), names);
    measure.distinct().forEach(d -> conditions.figure(set, measure, "distinct", d));
    if (measure.sum() != null) {
      checked.known(measure, "sum", column, measure.sum(), names);
      conditions.figure(set, measure, "sum", measure.sum());
      number(set, measure);
    }
  }

  /** The conditions that a column of a form adds to a measure. */
  void added(Measure measure, List<Condition> further) {
    DataSet set = checked.declared().dataSets().get(measure.dataset());
    if (set != null) {
      conditions.ofMeasure(set, further);
    }
  }

  private void number(DataSet set, Measure measure) {
    set.findField(measure.sum())
        .filter(f -> f.type() != FieldType.NUMBER)
        .ifPresent(
            f ->
                checked.wrong(
                    measure,
                    "sum",
                    "column %s is of type %s; only a number column can be summed"
                        .formatted(f.name(), Words.of(f.type()))));
  }
}
