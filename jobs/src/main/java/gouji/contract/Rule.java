package gouji.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One assertion (勾稽关系) that figures, records or the register must keep.
 *
 * @param id the id, such as {@code requests.balance}
 * @param title name by language, {@code zh} and {@code en}
 * @param basis the notice and article, or the practical reason
 * @param severity of a finding
 * @param severityIn severity of single report years, by year
 * @param check what kind of check
 * @param formula the assertion, for check {@code formula}; null otherwise
 * @param when comparisons that must all hold for the formula to be asked
 * @param otherwise the assertion where one of {@code when} does not hold; null for none
 * @param over what a variable of the formula ranges over, by variable
 * @param forms ids of the forms it is for; empty for every year
 * @param years report years it is for, {@code 2019..2020}; null for all of its forms
 * @param sources whose figures it is held against; empty for both
 * @param scopes which scopes it is held against; empty for both
 * @param tolerance how far sides may differ; null for exact
 * @param message what a finding says, by language
 * @param examples given figures and the verdict
 */
public record Rule(
    @Required String id,
    @Required Map<String, String> title,
    String basis,
    @Required Severity severity,
    Map<String, Severity> severityIn,
    @Required Check check,
    String formula,
    List<String> when,
    String otherwise,
    Map<String, List<String>> over,
    List<String> forms,
    String years,
    List<Source> sources,
    List<Scope> scopes,
    Tolerance tolerance,
    @Required Map<String, String> message,
    List<Example> examples)
    implements Serializable {

  /** Copies the lists; a formula and what belongs to it belong to check formula only. */
  public Rule {
    title = Lists.sorted(title);
    severityIn = Lists.sorted(severityIn);
    when = Lists.copy(when);
    over = Lists.sorted(over);
    forms = Lists.copy(forms);
    sources = Lists.copy(sources);
    scopes = Lists.copy(scopes);
    tolerance = tolerance == null ? Tolerance.EXACT : tolerance;
    message = Lists.sorted(message);
    examples = Lists.copy(examples);
    if ((check == Check.FORMULA) != (formula != null)) {
      throw new IllegalArgumentException("a formula belongs to check formula only");
    }
    if (formula == null && (!when.isEmpty() || otherwise != null || !over.isEmpty())) {
      throw new IllegalArgumentException("when, otherwise and over belong to check formula only");
    }
    if (otherwise != null && when.isEmpty()) {
      throw new IllegalArgumentException("otherwise needs a when that does not hold");
    }
  }

  /** The severity of a finding in that report year. */
  public Severity severity(int year) {
    return severityIn.getOrDefault(String.valueOf(year), severity);
  }

  /** Whether it is held against figures of that source. */
  public boolean isFor(Source source) {
    return sources.isEmpty() || sources.contains(source);
  }

  /** Whether it is held against figures of that scope. */
  public boolean isFor(Scope scope) {
    return scopes.isEmpty() || scopes.contains(scope);
  }

  /** How bad a finding is. */
  public enum Severity {
    /** The report cannot be right. */
    ERROR,
    /** The report is probably not right. */
    WARNING,
    /** Something that a reader should know. */
    INFO
  }

  /** The closed list of checks. */
  public enum Check {
    /** A comparison between figures. */
    FORMULA,
    /** A printed sum equals its parts; the form's declaration says which ({@code sumOf}). */
    FORM_SUM,
    /** Every count is a whole number, and not negative unless its column is signed. */
    WHOLE_NUMBER,
    /** A rate's numerator is at most its denominator, and neither is negative. */
    PART,
    /** A rate that was written is what its numerator and denominator give. */
    RATE,
    /** Some whole numerator gives the rate that was written. */
    FEASIBLE,
    /** The form that was used is the one of the report year. */
    FORM_PERIOD,
    /** Rows read = rows accepted + rows rejected, per file. */
    CONSERVATION,
    /** The record's unit, its parent, or its validity in the register of the year. */
    REGISTER,
    /** A unit filed something where others under its root did. */
    FILING,
    /** What the text of a published report says. */
    NARRATIVE
  }

  /** Where figures come from. */
  public enum Source {
    /** Counted from records. */
    COMPUTED,
    /** Filed or published by the unit. */
    REPORTED
  }

  /** Whose figures they are. */
  public enum Scope {
    /** The unit's own. */
    OWN,
    /** Those of its whole area. */
    CONSOLIDATED
  }

  /** How far the sides of an assertion over amounts or rates may differ. */
  public enum Tolerance {
    /** Not at all. */
    EXACT,
    /** The computed side, rounded half up to the decimals written, is the written one. */
    ROUNDED,
    /** A number written with d decimals stands for all that are rounded to it. */
    INTERVAL
  }

  /**
   * Given figures and what the rule says of them.
   *
   * @param title what the example shows
   * @param form the form of the report year; null for the first that the rule is for
   * @param lastForm the form of the year before, {@code none} for no such year; null for the same
   * @param source whose figures; null for the rule's first
   * @param scope which scope; null for own, or consolidated where the formula says so
   * @param level level of the unit; null for county
   * @param silent children that filed nothing
   * @param notSupplied data sets and facts that were not supplied
   * @param notDelivered data sets and facts of which the unit's own area has no record
   * @param areaChanged whether the unit's area was another last year
   * @param cells figures as written; {@code @-1} behind an address is last year's
   * @param verdict pass, fail, unknown or not_applicable
   */
  public record Example(
      @Required String title,
      String form,
      String lastForm,
      Source source,
      Scope scope,
      String level,
      List<String> silent,
      List<String> notSupplied,
      List<String> notDelivered,
      boolean areaChanged,
      @Required @EmptyAllowed Map<String, String> cells,
      @Required String verdict)
      implements Serializable {
    /** Copies the lists. */
    public Example {
      silent = Lists.copy(silent);
      notSupplied = Lists.copy(notSupplied);
      notDelivered = Lists.copy(notDelivered);
      cells = Lists.sorted(cells);
    }
  }
}
