package gouji.check;

import gouji.contract.Rule;
import java.util.List;

/**
 * What a rule said of one of its examples, other than the example declares.
 *
 * @param rule the rule
 * @param example the example
 * @param form id of the form that was looked at
 * @param verdict pass, fail, unknown or not_applicable
 * @param instances the first instances that gave this verdict, with their figures
 */
public record Trial(
    Rule rule, Rule.Example example, String form, String verdict, List<Instance> instances) {
  private static final int MOST = 3;

  /**
   * One instance of the rule, in words.
   *
   * @param said what it compared, or why it could not
   * @param figures the figures that took part, each with its Chinese label and value
   */
  public record Instance(String said, List<String> figures) {}

  /** Copies the list. */
  public Trial {
    instances = List.copyOf(instances);
  }

  static Trial of(
      Rule rule, Rule.Example example, Wording wording, Verdict.State state, List<Verdict> said) {
    return new Trial(
        rule,
        example,
        wording.form(),
        Examples.word(state),
        said.stream()
            .filter(v -> v.state() == state)
            .limit(MOST)
            .map(v -> new Instance(said(v), wording.evidence(v)))
            .toList());
  }

  private static String said(Verdict verdict) {
    String label = verdict.assertion().label();
    if (!verdict.reason().isEmpty()) {
      return label + ": " + verdict.reason();
    }
    if (verdict.left() == null || verdict.left().sum() == null || verdict.right().sum() == null) {
      return label;
    }
    return label + ": " + compared(verdict, verdict.left(), verdict.right());
  }

  private static String compared(Verdict verdict, Side left, Side right) {
    boolean holds = verdict.state() == Verdict.State.PASS;
    String sign = holds ? verdict.comparison().sign() : verdict.comparison().broken();
    return switch (verdict.rule().check()) {
      case WHOLE_NUMBER -> Wording.plain(left.sum());
      case FEASIBLE -> "%s of %s".formatted(Wording.plain(left.sum()), Wording.plain(right.sum()));
      case RATE ->
          "%s %s %s".formatted(Wording.plain(left.sum()), sign, Wording.plain(right.sum()));
      default -> "%s %s %s".formatted(Wording.written(left), sign, Wording.written(right));
    };
  }
}
