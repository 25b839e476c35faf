package gouji.measure;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Form;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakdownTest {
  private final Declarations declared = DeclarationReader.readAll(List.of());
  private final Measured measured = new Measured(declared);

  private Breakdown cell(int year, String address) {
    Form form = declared.formOf(year).orElseThrow();
    Form.Cell cell =
        form.cells().stream().filter(c -> c.address().equals(address)).findFirst().orElseThrow();
    return Breakdown.of(measured, year, form, cell);
  }

  private Breakdown indicator(String code) {
    return Breakdown.of(measured, 2020, declared.indicators().get(code));
  }

  @Test
  void aCountedCellIsItsOwnOnlyPart() {
    assertThat(cell(2020, "proactive.licence:decisions").parts())
        .extracting(Part::name)
        .containsExactly("proactive.licence:decisions");
  }

  @Test
  void aSumIsTakenApartIntoTheCellsThatItAddsUp() {
    assertThat(cell(2020, "disputes.litigation_after:total").parts())
        .extracting(Part::name)
        .containsExactly(
            "disputes.litigation_after:upheld",
            "disputes.litigation_after:corrected",
            "disputes.litigation_after:other",
            "disputes.litigation_after:pending");
  }

  @Test
  void theTotalOfTotalsNamesEveryCountedCellOnce() {
    assertThat(cell(2021, "requests.result_total:total").parts())
        .hasSize(21 * 6)
        .doesNotHaveDuplicates()
        .extracting(Part::name)
        .contains("requests.open:natural", "requests.other_fee_unpaid:other")
        .noneMatch(n -> n.contains("total"));
  }

  @Test
  void aCellThatShowsAFactIsCountedFromThatFact() {
    Breakdown cell = cell(2020, "proactive.other_service:decisions");

    assertThat(cell.operands()).containsExactly("other_service_decisions");
  }

  @Test
  void aRateHasTwoSides() {
    Breakdown rate = indicator("proposal_reply_rate");

    assertThat(rate.isRate()).isTrue();
    assertThat(rate.parts())
        .extracting(p -> p.side() + " " + p.name())
        .containsExactly(
            "numerator proposals_answered",
            "denominator npc_proposals",
            "denominator cppcc_proposals");
  }

  @Test
  void aRateGivesTheSameValueAsTheTables() {
    Breakdown rate = indicator("timely_reply_rate");
    Map<Integer, BigDecimal> numbers =
        Map.of(
            rate.parts().get(0).place(), new BigDecimal(2),
            rate.parts().get(1).place(), new BigDecimal(3));

    assertThat(rate.value(numbers, Set.of("requests")).orElseThrow())
        .isEqualTo(
            new Breakdown.Value(new BigDecimal(2), new BigDecimal(3), new BigDecimal("66.67")));
    assertThat(rate.value(numbers, Set.of())).isEmpty();
  }

  @Test
  void onlyADeclaredRateIsAsItsUnitWroteIt() {
    assertThat(indicator("npc_satisfaction").isAsWritten()).isTrue();
    assertThat(indicator("npc_proposals").isAsWritten()).isFalse();
    assertThat(indicator("proposal_reply_rate").isAsWritten()).isFalse();
  }
}
