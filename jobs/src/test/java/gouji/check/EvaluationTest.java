package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EvaluationTest {
  private static final Map<String, String> UNBALANCED =
      Map.of("requests.received:natural", "60", "requests.result_total:natural", "61");

  @TestFactory
  Stream<DynamicTest> saysOfEveryDeclaredExampleWhatItDeclares() {
    return Vectors.DECLARED.rules().values().stream()
        .flatMap(
            rule ->
                rule.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                rule.id() + ": " + example.title(), () -> check(rule, example))));
  }

  private static void check(Rule rule, Rule.Example example) {
    List<Evaluation.State> states =
        new Evaluation(Vectors.ASSERTIONS)
            .verdicts(Vectors.of(example.form(), example.cells())).stream()
                .filter(v -> v.rule().id().equals(rule.id()))
                .map(Evaluation.Verdict::state)
                .toList();
    // An example is about one instance: the others of its rule see nothing but zeros.
    Evaluation.State worst =
        states.contains(Evaluation.State.FAIL)
            ? Evaluation.State.FAIL
            : states.contains(Evaluation.State.PASS)
                ? Evaluation.State.PASS
                : Evaluation.State.NOT_APPLICABLE;
    assertThat(worst.name().toLowerCase(Locale.ROOT)).isEqualTo(example.verdict());
  }

  @Test
  void tellsWhichColumnDoesNotBalance() {
    List<String> verdicts = Vectors.verdicts("requests.balance", Vectors.of("2019-60", UNBALANCED));

    assertThat(verdicts).hasSize(7).contains("requests.received:natural FAIL 60 61");
    assertThat(verdicts).filteredOn(v -> v.endsWith("PASS")).hasSize(6);
  }

  @Test
  void putsTheNumbersIntoTheFormulaOfTheMessage() {
    Evaluation.Vector vector =
        Vectors.of(
            "2019-60",
            Map.of(
                "requests.received:natural", "60",
                "requests.carried_in:natural", "2",
                "requests.result_total:natural", "61",
                "requests.carried_out:natural", "0"));

    assertThat(new Evaluation(Vectors.ASSERTIONS).verdicts(vector))
        .filteredOn(
            v -> v.state() == Evaluation.State.FAIL && v.rule().id().equals("requests.balance"))
        .singleElement()
        .extracting(Evaluation.Verdict::message)
        .asString()
        .startsWith("自然人：60 + 2 = 62 ≠ 61 + 0 = 61，相差 1。");
  }

  @Test
  void findsASumThatDoesNotMakeItsTotal() {
    Evaluation.Vector vector =
        Vectors.of(
            "2021-30",
            Map.of(
                "disputes.reconsideration:upheld", "2",
                "disputes.reconsideration:pending", "1",
                "disputes.reconsideration:total", "4"));

    assertThat(Vectors.verdicts("disputes.total", vector))
        .containsExactly(
            "disputes.reconsideration:total FAIL 4 3",
            "disputes.litigation_direct:total PASS",
            "disputes.litigation_after:total PASS");
  }

  @Test
  void carriesOverTheChangeOfForm() {
    Map<String, String> cells =
        Map.of("requests.carried_in:ngo", "1", "requests.carried_out:ngo@-1", "3");

    assertThat(
            Vectors.verdicts(
                "requests.carry_over",
                Vectors.of("2021-30", "2019-60", Vectors.everything(), cells)))
        .contains("requests.carried_in:ngo FAIL 1 3");
  }

  @Test
  void saysNothingOfAYearBeforeTheFirst() {
    Map<String, String> cells = Map.of("requests.carried_in:ngo", "1");

    assertThat(
            Vectors.verdicts(
                "requests.carry_over", Vectors.of("2021-30", null, Vectors.everything(), cells)))
        .hasSize(7)
        .allMatch(v -> v.endsWith("NOT_APPLICABLE"));
  }

  @Test
  void saysNothingOfWhatWasNotSupplied() {
    assertThat(
            Vectors.verdicts(
                "requests.balance",
                Vectors.of("2019-60", "2019-60", Set.of("disputes"), UNBALANCED)))
        .hasSize(7)
        .allMatch(v -> v.endsWith("NOT_APPLICABLE"));
  }

  @Test
  void comparesExactly() {
    assertThat(Evaluation.plain(new java.math.BigDecimal("12.340000"))).isEqualTo("12.34");
    assertThat(Evaluation.plain(new java.math.BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(
            Vectors.verdicts(
                "requests.balance",
                Vectors.of(
                    "2019-60",
                    Map.of(
                        "requests.received:natural", "1.000001",
                        "requests.result_total:natural", "1.000000"))))
        .contains("requests.received:natural FAIL 1.000001 1");
  }
}
