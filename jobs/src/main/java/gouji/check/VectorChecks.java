package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Rule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Turns the packs of one unit and year into findings. */
final class VectorChecks implements Serializable {
  private static final long serialVersionUID = 1L;

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
    return new VerdictFindings(assertions, evaluation.slots(), vector)
        .of(verdicts).stream().map(VectorChecks::row).toList();
  }

  private void formPeriod(Vector vector, String ofYear, Tally tally, List<Row> found) {
    Vector.Place place = vector.place();
    boolean filed = vector.isFiled(Rule.Scope.OWN) || vector.isFiled(Rule.Scope.CONSOLIDATED);
    for (Rule rule : declared.rules().values()) {
      if (rule.check() == Rule.Check.FORM_PERIOD && filed) {
        boolean sound = place.form().equals(ofYear);
        tally.add(place.year(), rule, "reported", sound ? Verdict.State.PASS : Verdict.State.FAIL);
        if (!sound) {
          found.add(row(Finding.ofForm(place, rule, ofYear)));
        }
      }
    }
  }

  private static Row row(Finding finding) {
    return new FindingRow()
        .with(Columns.YEAR, finding.year())
        .with(Columns.UNIT_ID, finding.unit())
        .with(Columns.SCOPE, finding.scope())
        .with(Columns.SOURCE, finding.source())
        .with(Columns.RULE, finding.rule())
        .with(Columns.SEVERITY, finding.severity())
        .with(Columns.CELL, finding.cell())
        .with(Columns.LEFT, finding.left())
        .with(Columns.RIGHT, finding.right())
        .with(Columns.DIFFERENCE, finding.difference())
        .with(Columns.MESSAGE, finding.message())
        .with(Columns.FORM, finding.form())
        .with(Columns.INSTANCE, finding.instance())
        .with(Columns.CULPRIT, finding.culprit())
        .with(Columns.HINTS, finding.hints())
        .with(Columns.EVIDENCE, finding.evidence())
        .with(Columns.OPERANDS, finding.operands())
        .row();
  }
}
