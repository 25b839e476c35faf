package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds the figures of a published report against the rules, without Spark. */
public final class PublishedChecks {
  private static final String REPORTED = "reported";

  private final Declarations declared;
  private final Assertions assertions;
  private final Evaluation evaluation;
  private final LevelChecks levels;

  /** Checks by the rules among these. */
  public PublishedChecks(Declarations declared) {
    this.declared = declared;
    assertions = new Assertions(declared);
    evaluation = new Evaluation(assertions);
    levels = LevelChecks.of(List.copyOf(declared.rules().values()), assertions, evaluation);
  }

  /**
   * What a report says.
   *
   * @param unit the unit
   * @param year the report year; null when it is not known
   * @param form id of the form
   * @param level the level of the unit; empty when it is not known
   * @param figures cells and indicators; cells of the form that are not among them were not read
   */
  public record Filed(
      String unit, Integer year, String form, String level, List<FiledFigure> figures)
      implements Serializable {
    /** Copies the list. */
    public Filed {
      figures = List.copyOf(figures);
    }
  }

  /**
   * A figure of a report.
   *
   * @param address address of a cell, or code of an indicator
   * @param written what stands there
   * @param origin where it stands
   */
  public record FiledFigure(String address, Written written, String origin)
      implements Serializable {}

  /**
   * What the rules say of a report.
   *
   * @param findings what does not hold or cannot be told, errors first
   * @param verdicts how many there were, by rule and verdict
   */
  public record Checked(List<Finding> findings, Map<String, Map<String, Integer>> verdicts) {
    /** Copies the list. */
    public Checked {
      findings = List.copyOf(findings);
    }

    /** Both together; the rules of the two are not the same. */
    public Checked and(Checked other) {
      List<Finding> all = new ArrayList<>(findings);
      all.addAll(other.findings);
      Map<String, Map<String, Integer>> counts = new TreeMap<>(verdicts);
      counts.putAll(other.verdicts);
      return new Checked(all, counts);
    }
  }

  /**
   * Holds a report against the rules.
   *
   * @param filed the report
   * @param last the same unit's report of the year before; null for none
   * @param below the reports of units below it
   */
  public Checked check(Filed filed, Filed last, LowerUnits below) {
    Form form = declared.forms().get(filed.form());
    int year = filed.year() == null ? lastYear(form) : filed.year();
    Vector vector = vector(filed, last, year);
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    List<Verdict> own =
        evaluation.verdicts(vector).stream()
            .filter(v -> v.scope() == Rule.Scope.OWN && REPORTED.equals(v.source()))
            .toList();
    List<Finding> found = new ArrayList<>(findings(vector, own, counts));
    if (!below.isEmpty()) {
      Vector whole = whole(filed, year);
      found.addAll(findings(whole, levels.verdicts(whole, below), counts));
    }
    if (filed.year() != null) {
      formPeriod(vector.place(), counts, found);
    }
    return new Checked(found, counts);
  }

  /** Counts the verdicts, and gives the findings of those whose figures were all read. */
  private List<Finding> findings(
      Vector vector, List<Verdict> verdicts, Map<String, Map<String, Integer>> counts) {
    List<Verdict> judged = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      boolean isUnread =
          verdict.state() == Verdict.State.UNKNOWN
              && verdict.figures().anyMatch(f -> f.written().state() == Written.State.ABSENT);
      Verdict.State state = isUnread ? Verdict.State.NOT_APPLICABLE : verdict.state();
      count(counts, verdict.rule().id(), state);
      if (!isUnread) {
        judged.add(verdict);
      }
    }
    return new VerdictFindings(assertions, evaluation.slots(), vector).of(judged);
  }

  private static int lastYear(Form form) {
    return form.lastYear() == null ? form.firstYear() : form.lastYear();
  }

  private static void count(
      Map<String, Map<String, Integer>> counts, String rule, Verdict.State state) {
    counts
        .computeIfAbsent(rule, r -> new TreeMap<>())
        .merge(state.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
  }

  private Vector vector(Filed filed, Filed last, int year) {
    Vector vector = empty(filed, last == null ? null : last.form(), year, Set.of());
    fill(vector.filing(Rule.Source.REPORTED, Rule.Scope.OWN, false), filed);
    if (last != null) {
      fill(vector.filing(Rule.Source.REPORTED, Rule.Scope.OWN, true), last);
    }
    return vector;
  }

  /** The figures as those of the unit and all below it. */
  private Vector whole(Filed filed, int year) {
    Vector vector = empty(filed, null, year, LevelChecks.BELOW);
    fill(vector.filing(Rule.Source.REPORTED, Rule.Scope.CONSOLIDATED, false), filed);
    return vector;
  }

  private Vector empty(Filed filed, String lastForm, int year, Set<String> below) {
    return new Vector(
        new Vector.Place(
            year,
            filed.unit(),
            filed.form(),
            lastForm,
            filed.level(),
            below,
            Set.of(),
            Set.of(),
            "",
            true),
        evaluation.slots());
  }

  /** Puts figures in; a cell that was not read is not there, and not blank. */
  private void fill(Filing filing, Filed filed) {
    Set<String> read =
        filed.figures().stream().map(FiledFigure::address).collect(Collectors.toSet());
    for (Form.Cell cell : declared.forms().get(filed.form()).cells()) {
      if (!read.contains(cell.address())) {
        filing.leave(evaluation.slots().find(cell.address()));
      }
    }
    for (FiledFigure figure : filed.figures()) {
      filing.add(evaluation.slots().find(figure.address()), figure.written(), figure.origin());
    }
  }

  private void formPeriod(
      Vector.Place place, Map<String, Map<String, Integer>> counts, List<Finding> found) {
    String ofYear = declared.formOf(place.year()).map(Form::id).orElse(Assertions.NO_FORM);
    for (Rule rule : declared.rules().values()) {
      if (rule.check() == Rule.Check.FORM_PERIOD) {
        boolean sound = place.form().equals(ofYear);
        count(counts, rule.id(), sound ? Verdict.State.PASS : Verdict.State.FAIL);
        if (!sound) {
          found.add(Finding.ofForm(place, rule, ofYear));
        }
      }
    }
  }
}
