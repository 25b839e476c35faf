package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Turns the packs of one unit and year into findings. */
final class VectorChecks implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMED = 5;

  /**
   * A finding; where {@code verdict} is there, a number of verdicts instead, or a root under which
   * somebody filed. What stands under a root is said only if somebody under it filed.
   */
  static final StructType SHAPE =
      Findings.SHAPE
          .add(Columns.VERDICT, DataTypes.StringType)
          .add(Columns.INSTANCES, DataTypes.LongType)
          .add(Columns.ROOT_ID, DataTypes.StringType);

  private final Declarations declared;
  private final Assertions assertions;
  private final UnitYears units;
  private final Evaluation evaluation;
  private final VectorReader reader;
  private final RegisterChecks register;

  VectorChecks(
      Declarations declared,
      Assertions assertions,
      Evaluation evaluation,
      UnitYears units,
      boolean isFiling) {
    this.declared = declared;
    this.assertions = assertions;
    this.units = units;
    this.evaluation = evaluation;
    reader = new VectorReader(evaluation.slots(), units);
    register = new RegisterChecks(declared, units, isFiling);
  }

  /** The findings of one unit and year. */
  List<Row> findings(int year, String unit, List<Pack> packs, Tally tally) {
    List<Row> found = new ArrayList<>();
    register.check(year, unit, packs, tally, found);
    if (units.find(year, unit) == null) {
      return found;
    }
    String ofYear = declared.formOf(year).map(Form::id).orElse(Assertions.NO_FORM);
    Set<String> forms = new TreeSet<>(Set.of(ofYear));
    packs.stream().filter(p -> p.part() == Packed.Part.REPORTED).forEach(p -> forms.add(p.form()));
    for (String form : forms) {
      Vector vector = reader.vector(units.place(declared, year, unit, form), packs);
      found.addAll(findings(vector, tally));
      formPeriod(vector, ofYear, tally, found);
    }
    return found;
  }

  private List<Row> findings(Vector vector, Tally tally) {
    List<Verdict> verdicts = evaluation.others(vector, tally);
    if (verdicts.stream().anyMatch(v -> v.state() == Verdict.State.FAIL)) {
      // What one correction would repair and break is told from the figures of all.
      verdicts = evaluation.verdicts(vector);
    }
    Wording wording = new Wording(assertions, vector.place().form());
    Culprits culprits = null;
    Map<String, List<Verdict>> unknown = new LinkedHashMap<>();
    List<Row> found = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (verdict.state() == Verdict.State.FAIL) {
        culprits = culprits == null ? new Culprits(verdicts) : culprits;
        found.add(failed(vector, verdict, wording, culprits.of(i)));
      } else if (verdict.state() == Verdict.State.UNKNOWN) {
        String one = verdict.rule().id() + "/" + verdict.scope() + "/" + verdict.source();
        unknown.computeIfAbsent(one, r -> new ArrayList<>()).add(verdict);
      }
    }
    unknown.values().forEach(v -> found.add(unknown(vector, v, wording)));
    return found;
  }

  private Row failed(
      Vector vector, Verdict verdict, Wording wording, Culprits.Correction correction) {
    Rule rule = verdict.rule();
    String difference =
        rule.check() == Rule.Check.FEASIBLE ? null : Wording.plain(verdict.difference());
    return row(vector.place(), rule, verdict.source(), rule.severity(vector.place().year()))
        .with(Columns.SCOPE, verdict.scope().name().toLowerCase(Locale.ROOT))
        .with(Columns.CELL, verdict.assertion().firstCell())
        .with(Columns.LEFT, Wording.plain(verdict.left().sum()))
        .with(Columns.RIGHT, Wording.plain(verdict.right().sum()))
        .with(Columns.DIFFERENCE, difference)
        .with(Columns.MESSAGE, wording.message(verdict))
        .with(Columns.INSTANCE, verdict.assertion().label())
        .with(Columns.CULPRIT, wording.culprit(correction))
        .with(Columns.HINTS, wording.hints(verdict, lastYear(vector, verdict)))
        .with(Columns.EVIDENCE, wording.evidence(verdict))
        .with(Columns.OPERANDS, wording.operands(verdict))
        .row();
  }

  /** Last year's numbers of the same source and scope. */
  private Map<String, BigDecimal> lastYear(Vector vector, Verdict verdict) {
    Rule.Source source =
        "computed".equals(verdict.source()) ? Rule.Source.COMPUTED : Rule.Source.REPORTED;
    Filing last = vector.find(source, verdict.scope(), true);
    Map<String, BigDecimal> numbers = new HashMap<>();
    for (int slot = 0; last != null && slot < evaluation.slots().size(); slot++) {
      Written written = last.filed(slot);
      if (written.isNumber()) {
        numbers.put(evaluation.slots().address(slot), written.number());
      }
    }
    return numbers;
  }

  private static Row unknown(Vector vector, List<Verdict> verdicts, Wording wording) {
    String cells =
        verdicts.stream()
            .limit(MOST_NAMED)
            .map(v -> v.assertion().label() + "（" + v.reason() + "）")
            .collect(Collectors.joining("、"));
    String message =
        "有 %d 条勾稽无法判断：%s%s"
            .formatted(verdicts.size(), cells, verdicts.size() > MOST_NAMED ? "等" : "");
    Verdict first = verdicts.get(0);
    return row(vector.place(), first.rule(), first.source(), Rule.Severity.INFO)
        .with(Columns.SCOPE, first.scope().name().toLowerCase(Locale.ROOT))
        .with(Columns.CELL, first.assertion().firstCell())
        .with(Columns.MESSAGE, message)
        .with(Columns.INSTANCE, first.assertion().label())
        .with(
            Columns.EVIDENCE,
            verdicts.stream().limit(MOST_NAMED).flatMap(v -> wording.evidence(v).stream()).toList())
        .with(
            Columns.OPERANDS, verdicts.stream().map(v -> v.assertion().firstCell() + "?").toList())
        .row();
  }

  private void formPeriod(Vector vector, String ofYear, Tally tally, List<Row> found) {
    Vector.Place place = vector.place();
    boolean filed = vector.isFiled(Rule.Scope.OWN) || vector.isFiled(Rule.Scope.CONSOLIDATED);
    for (Rule rule : declared.rules().values()) {
      if (rule.check() == Rule.Check.FORM_PERIOD && filed) {
        boolean sound = place.form().equals(ofYear);
        tally.add(place.year(), rule, "reported", sound ? Verdict.State.PASS : Verdict.State.FAIL);
        if (!sound) {
          found.add(
              row(place, rule, "reported", rule.severity(place.year()))
                  .with(Columns.LEFT, place.form())
                  .with(Columns.RIGHT, ofYear)
                  .with(Columns.MESSAGE, rule.message().get("zh"))
                  .with(Columns.INSTANCE, place.form())
                  .with(Columns.OPERANDS, List.of("form=" + place.form()))
                  .row());
        }
      }
    }
  }

  private static FindingRow row(
      Vector.Place place, Rule rule, String source, Rule.Severity severity) {
    return new FindingRow()
        .with(Columns.YEAR, place.year())
        .with(Columns.UNIT_ID, place.unit())
        .with(Columns.SOURCE, source)
        .with(Columns.RULE, rule.id())
        .with(Columns.SEVERITY, severity.name().toLowerCase(Locale.ROOT))
        .with(Columns.FORM, place.form())
        .with(Columns.HINTS, List.of())
        .with(Columns.EVIDENCE, List.of())
        .with(Columns.OPERANDS, List.of());
  }
}
