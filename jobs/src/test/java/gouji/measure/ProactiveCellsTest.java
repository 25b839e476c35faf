package gouji.measure;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Computed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Computed.Computations.class)
class ProactiveCellsTest {

  @Test
  void countsDocumentsWhereTheyWereMadePublishedAndAbolished(Computed computed) {
    assertThat(computed.cells("D", "own"))
        .isEqualTo(
            """
            2019 proactive.normative:issued 1
            2019 proactive.normative:public_total 1
            2020 proactive.normative:issued 2
            2020 proactive.normative:public_total 2
            2020 proactive.normative:published 2
            2021 proactive.normative:abolished 1
            2021 proactive.normative:in_force 2
            2021 proactive.regulation:in_force 1
            2021 proactive.regulation:issued 1
            2022 proactive.normative:in_force 2
            2022 proactive.regulation:abolished 1
            """);
  }

  @Test
  void countsDecisionsOnceHoweverManyPartiesAndUnlessRevokedByTheEndOfTheYear(Computed computed) {
    assertThat(computed.cells("L", "own"))
        .isEqualTo(
            """
            2019 proactive.licence:decisions 1
            2020 proactive.licence:decisions 4
            2021 proactive.licence:decisions 1
            """);
    assertThat(computed.cells("P", "own"))
        .isEqualTo(
            """
            2020 proactive.penalty:decisions 2
            2021 proactive.penalty:decisions 1
            2022 proactive.penalty:decisions 1
            """);
    assertThat(computed.cells("E", "own"))
        .isEqualTo(
            """
            2020 proactive.enforcement:decisions 1
            2021 proactive.enforcement:decisions 1
            """);
  }

  @Test
  void countsItemsAtTheEndOfTheLastYearAndTheirChange(Computed computed) {
    assertThat(computed.cells("S", "own"))
        .isEqualTo(
            """
            2019 proactive.enforcement:items_before 1
            2019 proactive.fee:items_change 1
            2019 proactive.licence:items_before 1
            2019 proactive.licence:items_change 1
            2019 proactive.penalty:items_change 1
            2020 proactive.enforcement:items_before 1
            2020 proactive.enforcement:items_change -1
            2020 proactive.fee:items_before 1
            2020 proactive.fee:items_change -1
            2020 proactive.licence:items_before 2
            2020 proactive.licence:items_change -1
            2020 proactive.other_service:items_change 2
            2020 proactive.penalty:items_before 1
            2020 proactive.penalty:items_change 1
            """);
  }

  @Test
  void countsAnItemWithItsVersionOfTheDayAndPassesOverWithdrawnOnes(Computed computed) {
    assertThat(computed.cells("T", "own"))
        .isEqualTo(
            """
            2019 proactive.licence:items_before 1
            2019 proactive.licence:items_change 1
            2020 proactive.licence:items_before 2
            2020 proactive.licence:items_change -1
            2020 proactive.penalty:items_change 1
            """);
  }

  @Test
  void addsFeesUpExactlyAndOnlyWhereTheFormAsksForThem(Computed computed) {
    assertThat(computed.cells("F", "own"))
        .isEqualTo(
            """
            2021 proactive.fee:amount_10k 0.999999
            2022 proactive.fee:amount_10k 0.001234
            """);
  }

  @Test
  void countsProjectsOnceAndAddsTheirContractsUp(Computed computed) {
    assertThat(computed.cells("G", "own"))
        .isEqualTo(
            """
            2019 proactive.procurement:amount_10k 0.005
            2019 proactive.procurement:projects 1
            2020 proactive.procurement:amount_10k 0.030155
            2020 proactive.procurement:projects 2
            """);
  }

  @Test
  void takesTheDecisionsOfOtherServicesFromTheFact(Computed computed) {
    assertThat(computed.cells("W", "own")).isEqualTo("2020 proactive.other_service:decisions 7\n");
    assertThat(computed.cells("W", "consolidated"))
        .isEqualTo("2020 proactive.other_service:decisions 10\n");
  }
}
