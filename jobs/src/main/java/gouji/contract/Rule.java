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
 * @param check what kind of check
 * @param formula the assertion, for check {@code formula}; null otherwise
 * @param forms ids of the forms it is for; empty for every year
 * @param message what a finding says, by language
 * @param examples given figures and the verdict
 */
public record Rule(
    @Required String id,
    @Required Map<String, String> title,
    String basis,
    @Required Severity severity,
    @Required Check check,
    String formula,
    List<String> forms,
    @Required Map<String, String> message,
    List<Example> examples)
    implements Serializable {

  /** Copies the lists; a formula belongs to check formula only. */
  public Rule {
    title = Lists.sorted(title);
    forms = Lists.copy(forms);
    message = Lists.sorted(message);
    examples = Lists.copy(examples);
    if ((check == Check.FORMULA) != (formula != null)) {
      throw new IllegalArgumentException("a formula belongs to check formula only");
    }
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
    /** A computed rate's numerator is at most its denominator, and neither is negative. */
    PART,
    /** Rows read = rows accepted + rows rejected, per file. */
    CONSERVATION,
    /** The record's unit, its parent, or its validity in the register of the year. */
    REGISTER
  }

  /**
   * Given figures and what the rule says of them.
   *
   * @param title what the example shows
   * @param form the form of the report year
   * @param cells figures by address; {@code @-1} behind an address is last year's
   * @param verdict pass, fail, unknown or not_applicable
   */
  public record Example(
      @Required String title,
      String form,
      @Required @EmptyAllowed Map<String, String> cells,
      @Required String verdict)
      implements Serializable {
    /** Copies the map. */
    public Example {
      cells = Lists.sorted(cells);
    }
  }
}
