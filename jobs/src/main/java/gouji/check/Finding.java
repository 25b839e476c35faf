package gouji.check;

import gouji.contract.Rule;
import java.util.List;
import java.util.Locale;

/**
 * An assertion that does not hold, or of which nothing can be said.
 *
 * @param year the report year
 * @param unit the unit
 * @param scope own or consolidated; null where that makes no difference
 * @param source computed, reported or both
 * @param rule id of the rule
 * @param severity error, warning or info
 * @param cell the first cell of the left side; null for none
 * @param left the left side; null for none
 * @param right the right side; null for none
 * @param difference left less right; null for none
 * @param message what it says, in Chinese
 * @param form id of the form
 * @param instance what of the rule it is about; null for all of it
 * @param culprit what correction would repair more than this; null for none
 * @param hints what the numbers look like
 * @param evidence every figure that took part, with its label, value and place
 * @param operands the same with their addresses, by which a finding is known again
 */
public record Finding(
    int year,
    String unit,
    String scope,
    String source,
    String rule,
    String severity,
    String cell,
    String left,
    String right,
    String difference,
    String message,
    String form,
    String instance,
    String culprit,
    List<String> hints,
    List<String> evidence,
    List<String> operands) {
  private static final String REPORTED = "reported";

  /** Copies the lists. */
  public Finding {
    hints = List.copyOf(hints);
    evidence = List.copyOf(evidence);
    operands = List.copyOf(operands);
  }

  /** That a report uses another form than the one of its year. */
  static Finding ofForm(Vector.Place place, Rule rule, String ofYear) {
    return new Finding(
        place.year(),
        place.unit(),
        null,
        REPORTED,
        rule.id(),
        severity(rule, place.year()),
        null,
        place.form(),
        ofYear,
        null,
        rule.message().get("zh"),
        place.form(),
        place.form(),
        null,
        List.of(),
        List.of(),
        List.of("form=" + place.form()));
  }

  /** The severity of a rule's findings, as outputs spell it. */
  static String severity(Rule rule, int year) {
    return rule.severity(year).name().toLowerCase(Locale.ROOT);
  }
}
