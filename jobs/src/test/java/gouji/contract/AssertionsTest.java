package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionsTest {
  private static final gouji.contract.Assertions ASSERTIONS =
      new gouji.contract.Assertions(DeclarationReader.readAll(List.of()));

  @ParameterizedTest
  @CsvSource({"2019-60,23", "2021-30,25"})
  void compilesEveryInstanceOfEveryRule(String form, int rows) {
    Map<String, Long> instances =
        ASSERTIONS.of(form).stream()
            .collect(
                Collectors.groupingBy(a -> a.rule().id(), TreeMap::new, Collectors.counting()));

    assertThat(instances)
        .containsEntry("requests.row_total", (long) rows)
        .containsEntry("requests.result_total", 7L)
        .containsEntry("requests.balance", 7L)
        .containsEntry("requests.carry_over", 7L)
        .containsEntry("disputes.total", 3L);
  }

  @Test
  void addsAllOutcomeRowsOfTheFormUp() {
    assertThat(sum("2019-60", "requests.result_total:ngo")).hasSize(19);
    assertThat(sum("2021-30", "requests.result_total:ngo"))
        .hasSize(21)
        .contains("requests.open:ngo", "requests.other_fee_unpaid:ngo")
        .doesNotContain("requests.received:ngo", "requests.carried_in:ngo");
    assertThat(sum("2021-30", "requests.open:total"))
        .containsExactly(
            "requests.open:natural",
            "requests.open:enterprise",
            "requests.open:research",
            "requests.open:ngo",
            "requests.open:legal_service",
            "requests.open:other");
    assertThat(sum("2021-30", "disputes.litigation_after:total"))
        .containsExactly(
            "disputes.litigation_after:upheld",
            "disputes.litigation_after:corrected",
            "disputes.litigation_after:other",
            "disputes.litigation_after:pending");
  }

  private static List<String> sum(String form, String total) {
    return ASSERTIONS.of(form).stream()
        .filter(a -> a.firstCell().equals(total) && a.rule().check() == Rule.Check.FORM_SUM)
        .findFirst()
        .orElseThrow()
        .cases()
        .get(0)
        .holds()
        .right()
        .stream()
        .map(Assertion.Operand::address)
        .toList();
  }

  @Test
  void comparesCellsOverAChangeOfFormWhereTheFormsSayTheyMeanTheSame() {
    assertThat(ASSERTIONS.isComparable("2021-30", "2019-60", "requests.carried_out:ngo")).isTrue();
    assertThat(ASSERTIONS.isComparable("2021-30", "2019-60", "disputes.reconsideration:pending"))
        .isTrue();
    assertThat(ASSERTIONS.isComparable("2021-30", "2019-60", "proactive.normative:issued"))
        .isFalse();
    assertThat(ASSERTIONS.isComparable("2021-30", "2019-60", "proactive.fee:amount_10k")).isFalse();
    assertThat(ASSERTIONS.isComparable("2021-30", "2021-30", "proactive.normative:in_force"))
        .isTrue();
  }

  @Test
  void knowsWhatACellIsCountedFrom() {
    assertThat(operands("2019-60", "proactive.other_service:decisions"))
        .containsExactly("other_service_decisions");
    assertThat(operands("2019-60", "requests.result_total:total")).containsExactly("requests");
    assertThat(operands("2021-30", "proactive.fee:amount_10k")).containsExactly("fees");
  }

  private static java.util.Set<String> operands(String form, String address) {
    return ASSERTIONS.figures(form).get(address).operands();
  }
}
