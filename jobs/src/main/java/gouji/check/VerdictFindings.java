package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Turns the verdicts on one vector into findings; free of Spark.
 *
 * @param assertions what is known of figures
 * @param slots the numbers of all figures
 * @param vector the figures
 */
record VerdictFindings(Assertions assertions, Slots slots, Vector vector) {
  private static final int MOST_NAMED = 5;

  /** A finding for each that does not hold, and one for all of a rule that cannot be told. */
  List<Finding> of(List<Verdict> verdicts) {
    Wording wording = new Wording(assertions, vector.place().form());
    Culprits culprits = null;
    Map<String, List<Verdict>> unknown = new LinkedHashMap<>();
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (verdict.state() == Verdict.State.FAIL) {
        culprits = culprits == null ? new Culprits(verdicts) : culprits;
        found.add(failed(verdict, wording, culprits.of(i)));
      } else if (verdict.state() == Verdict.State.UNKNOWN) {
        String one = verdict.rule().id() + "/" + verdict.scope() + "/" + verdict.source();
        unknown.computeIfAbsent(one, r -> new ArrayList<>()).add(verdict);
      }
    }
    unknown.values().forEach(v -> found.add(unknown(v, wording)));
    return found;
  }

  private Finding failed(Verdict verdict, Wording wording, Culprits.Correction correction) {
    Rule rule = verdict.rule();
    boolean isFeasible = rule.check() == Rule.Check.FEASIBLE;
    return new Finding(
        vector.place().year(),
        vector.place().unit(),
        verdict.scope().name().toLowerCase(Locale.ROOT),
        verdict.source(),
        rule.id(),
        Finding.severity(rule, vector.place().year()),
        verdict.assertion().firstCell(),
        Wording.plain(verdict.left().sum()),
        Wording.plain(verdict.right().sum()),
        isFeasible ? null : Wording.plain(verdict.difference()),
        wording.message(verdict),
        vector.place().form(),
        verdict.assertion().label(),
        wording.culprit(correction),
        wording.hints(verdict, lastYear(verdict)),
        wording.evidence(verdict),
        wording.operands(verdict));
  }

  /** Last year's numbers of the same source and scope. */
  private Map<String, BigDecimal> lastYear(Verdict verdict) {
    Rule.Source source =
        "computed".equals(verdict.source()) ? Rule.Source.COMPUTED : Rule.Source.REPORTED;
    Filing last = vector.find(source, verdict.scope(), true);
    Map<String, BigDecimal> numbers = new HashMap<>();
    for (int slot = 0; last != null && slot < slots.size(); slot++) {
      Written written = last.filed(slot);
      if (written.isNumber()) {
        numbers.put(slots.address(slot), written.number());
      }
    }
    return numbers;
  }

  private Finding unknown(List<Verdict> verdicts, Wording wording) {
    String cells =
        verdicts.stream()
            .limit(MOST_NAMED)
            .map(v -> v.assertion().label() + "（" + v.reason() + "）")
            .collect(Collectors.joining("、"));
    String message =
        "有 %d 条勾稽无法判断：%s%s"
            .formatted(verdicts.size(), cells, verdicts.size() > MOST_NAMED ? "等" : "");
    Verdict first = verdicts.get(0);
    return new Finding(
        vector.place().year(),
        vector.place().unit(),
        first.scope().name().toLowerCase(Locale.ROOT),
        first.source(),
        first.rule().id(),
        Rule.Severity.INFO.name().toLowerCase(Locale.ROOT),
        first.assertion().firstCell(),
        null,
        null,
        null,
        message,
        vector.place().form(),
        first.assertion().label(),
        null,
        List.of(),
        verdicts.stream().limit(MOST_NAMED).flatMap(v -> wording.evidence(v).stream()).toList(),
        verdicts.stream().map(v -> v.assertion().firstCell() + "?").toList());
  }
}
