package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Figure;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Turns the packs of one unit and year into findings. */
final class VectorChecks implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMED = 5;

  /** A finding, or, where {@code instances} is there, a number of verdicts. */
  static final StructType SHAPE =
      Findings.SHAPE
          .add(Columns.VERDICT, DataTypes.StringType)
          .add(Columns.INSTANCES, DataTypes.LongType);

  private final Declarations declared;
  private final Assertions assertions;
  private final UnitYears units;
  private final Evaluation evaluation;

  VectorChecks(Declarations declared, Assertions assertions, UnitYears units) {
    this.declared = declared;
    this.assertions = assertions;
    this.units = units;
    evaluation = new Evaluation(assertions);
  }

  /** How many verdicts there were, by rule, source and verdict. */
  static final class Tally {
    private final Map<String, Map<String, Map<String, Long>>> counts = new TreeMap<>();

    void add(int year, Verdict verdict) {
      add(year + "|" + verdict.rule().id(), verdict.source(), verdict.state());
    }

    void add(String yearAndRule, String source, Verdict.State state) {
      counts
          .computeIfAbsent(yearAndRule, r -> new TreeMap<>())
          .computeIfAbsent(source, s -> new TreeMap<>())
          .merge(state.name().toLowerCase(Locale.ROOT), 1L, Long::sum);
    }

    List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      counts.forEach(
          (rule, sources) ->
              sources.forEach(
                  (source, states) ->
                      states.forEach(
                          (state, n) -> {
                            Object[] values = new Object[SHAPE.size()];
                            int mark = rule.indexOf('|');
                            values[0] = Integer.valueOf(rule.substring(0, mark));
                            values[SHAPE.fieldIndex(Columns.RULE)] = rule.substring(mark + 1);
                            values[SHAPE.fieldIndex(Columns.SOURCE)] = source;
                            values[SHAPE.fieldIndex(Columns.VERDICT)] = state;
                            values[SHAPE.fieldIndex(Columns.INSTANCES)] = n;
                            rows.add(RowFactory.create(values));
                          })));
      return rows;
    }
  }

  /** The findings of one unit and year; none where the unit is not in the register. */
  List<Row> findings(int year, String unit, List<Row> packs, Tally tally) {
    if (units.find(year, unit) == null) {
      return List.of();
    }
    List<Row> found = new ArrayList<>();
    String ofYear = declared.formOf(year).map(Form::id).orElse(Assertions.NO_FORM);
    Set<String> forms = new TreeSet<>(Set.of(ofYear));
    for (Row pack : packs) {
      if (part(pack) == Packed.Part.REPORTED) {
        forms.add(pack.getString(4));
      }
    }
    for (String form : forms) {
      Vector vector = vector(units.place(declared, year, unit, form), packs);
      found.addAll(findings(vector, tally));
      formPeriod(vector, ofYear, tally, found);
    }
    return found;
  }

  private static Packed.Part part(Row pack) {
    return Packed.Part.valueOf(pack.getString(2));
  }

  private Vector vector(Vector.Place place, List<Row> packs) {
    Vector vector = new Vector(place);
    Map<String, Figure> figures = assertions.figures(place.form());
    Map<String, Figure> last =
        place.lastForm() == null ? Map.of() : assertions.figures(place.lastForm());
    Set<String> whole = new TreeSet<>();
    for (Row pack : packs) {
      if (part(pack) == Packed.Part.REPORTED_CHILD && isConsolidated(pack)) {
        whole.add(pack.getString(5));
      }
    }
    for (Row pack : packs) {
      String form = pack.getString(4);
      Rule.Scope scope =
          pack.isNullAt(3) ? null : Rule.Scope.valueOf(pack.getString(3).toUpperCase(Locale.ROOT));
      switch (part(pack)) {
        case UNIT -> {}
        case COMPUTED -> computed(pack, vector.filing(Rule.Source.COMPUTED, scope, false));
        case COMPUTED_LAST ->
            computed(pack, vector.filing(Rule.Source.COMPUTED, Rule.Scope.OWN, true));
        case COMPUTED_LAST_IN_AREA ->
            computed(pack, vector.filing(Rule.Source.COMPUTED, Rule.Scope.CONSOLIDATED, true));
        case COMPUTED_CHILD ->
            computed(pack, vector.child(Rule.Source.COMPUTED, pack.getString(5)));
        case REPORTED -> {
          if (form.equals(place.form())) {
            reported(pack, vector.filing(Rule.Source.REPORTED, scope, false), figures);
          }
        }
        case REPORTED_LAST -> {
          if (form.equals(place.lastForm())) {
            reported(pack, vector.filing(Rule.Source.REPORTED, scope, true), last);
          }
        }
        case REPORTED_CHILD -> {
          String child = pack.getString(5);
          UnitYears.One one = units.find(place.year(), child);
          boolean stands =
              isConsolidated(pack) || (!whole.contains(child) && one.children().isEmpty());
          if (stands && form.equals(place.form())) {
            reported(pack, vector.child(Rule.Source.REPORTED, child), figures);
          }
        }
      }
    }
    return vector;
  }

  private static boolean isConsolidated(Row pack) {
    return "consolidated".equals(pack.getString(3));
  }

  private static void computed(Row pack, Filing filing) {
    Packed.read(
        pack, (address, text, o) -> filing.add(address, Written.computed(number(text)), null));
  }

  private static BigDecimal number(String text) {
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private static void reported(Row pack, Filing filing, Map<String, Figure> figures) {
    Packed.read(
        pack,
        (address, text, origin) -> {
          Figure figure = figures.get(address);
          if (figure != null) {
            filing.add(address, Written.of(text, figure.unit()), origin);
          }
        });
  }

  private List<Row> findings(Vector vector, Tally tally) {
    List<Verdict> verdicts = evaluation.verdicts(vector);
    Wording wording = new Wording(assertions, vector.place().form());
    Culprits culprits = null;
    Map<String, List<Verdict>> unknown = new LinkedHashMap<>();
    List<Row> found = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      tally.add(vector.place().year(), verdict);
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

  private static Row failed(
      Vector vector, Verdict verdict, Wording wording, Culprits.Correction correction) {
    int year = vector.place().year();
    boolean hasDifference = verdict.rule().check() != Rule.Check.FEASIBLE;
    return row(
        vector,
        verdict,
        verdict.rule().severity(year),
        Wording.plain(verdict.left().sum()),
        Wording.plain(verdict.right().sum()),
        hasDifference ? Wording.plain(verdict.difference()) : null,
        wording.message(verdict),
        wording.culprit(correction),
        wording.hints(verdict, lastYear(vector, verdict)),
        wording.evidence(verdict),
        wording.operands(verdict));
  }

  /** Last year's numbers of the same source and scope. */
  private static Map<String, BigDecimal> lastYear(Vector vector, Verdict verdict) {
    Rule.Source source =
        "computed".equals(verdict.source()) ? Rule.Source.COMPUTED : Rule.Source.REPORTED;
    Filing last = vector.find(source, verdict.scope(), true);
    Map<String, BigDecimal> numbers = new HashMap<>();
    if (last != null) {
      for (String address : last.addresses()) {
        Written written = last.filed(address, null);
        if (written.isNumber()) {
          numbers.put(address, written.number());
        }
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
    return row(
        vector,
        verdicts.get(0),
        Rule.Severity.INFO,
        null,
        null,
        null,
        message,
        null,
        List.of(),
        verdicts.stream().limit(MOST_NAMED).flatMap(v -> wording.evidence(v).stream()).toList(),
        verdicts.stream().map(v -> v.assertion().firstCell() + "?").toList());
  }

  private void formPeriod(Vector vector, String ofYear, Tally tally, List<Row> found) {
    Vector.Place place = vector.place();
    boolean filed = vector.isFiled(Rule.Scope.OWN) || vector.isFiled(Rule.Scope.CONSOLIDATED);
    for (Rule rule : declared.rules().values()) {
      if (rule.check() == Rule.Check.FORM_PERIOD && filed) {
        boolean sound = place.form().equals(ofYear);
        tally.add(
            place.year() + "|" + rule.id(),
            "reported",
            sound ? Verdict.State.PASS : Verdict.State.FAIL);
        if (!sound) {
          found.add(
              values(
                  place,
                  null,
                  "reported",
                  rule.id(),
                  rule.severity(place.year()),
                  null,
                  place.form(),
                  ofYear,
                  null,
                  rule.message().get("zh"),
                  place.form(),
                  null,
                  List.of(),
                  List.of(),
                  List.of("form=" + place.form())));
        }
      }
    }
  }

  private static Row row(
      Vector vector,
      Verdict verdict,
      Rule.Severity severity,
      String left,
      String right,
      String difference,
      String message,
      String culprit,
      List<String> hints,
      List<String> evidence,
      List<String> operands) {
    return values(
        vector.place(),
        verdict.scope().name().toLowerCase(Locale.ROOT),
        verdict.source(),
        verdict.rule().id(),
        severity,
        verdict.assertion().firstCell(),
        left,
        right,
        difference,
        message,
        verdict.assertion().label(),
        culprit,
        hints,
        evidence,
        operands);
  }

  private static Row values(
      Vector.Place place,
      String scope,
      String source,
      String rule,
      Rule.Severity severity,
      String cell,
      String left,
      String right,
      String difference,
      String message,
      String instance,
      String culprit,
      List<String> hints,
      List<String> evidence,
      List<String> operands) {
    return RowFactory.create(
        place.year(),
        place.unit(),
        scope,
        source,
        rule,
        severity.name().toLowerCase(Locale.ROOT),
        cell,
        left,
        right,
        difference,
        message,
        place.form(),
        instance,
        culprit,
        hints.toArray(),
        evidence.toArray(),
        operands.toArray(),
        null,
        null);
  }
}
