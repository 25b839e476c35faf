package gouji.measure;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Computed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Computed.Computations.class)
class AreasTest {

  @Test
  void countsDistinctThingsAnewAtEveryLevel(Computed computed) {
    String area =
        """
        2020 intermediary_items 4
        2020 intermediary_qualifications 2
        2020 intermediary_units 3
        """;
    assertThat(year2020(computed.indicators("K1", "consolidated"))).isEqualTo(area);
    assertThat(year2020(computed.indicators("K", "consolidated"))).isEqualTo(area);
    assertThat(year2020(computed.indicators("K1", "own")))
        .isEqualTo(
            """
            2020 intermediary_items 1
            2020 intermediary_units 1
            """);
    assertThat(year2020(computed.indicators("K12", "own")))
        .isEqualTo(
            """
            2020 intermediary_items 2
            2020 intermediary_qualifications 2
            2020 intermediary_units 1
            """);
    assertThat(computed.indicators("K2", "consolidated")).isEmpty();
  }

  private static String year2020(String indicators) {
    StringBuilder text = new StringBuilder();
    indicators
        .lines()
        .filter(l -> l.startsWith("2020 intermediary"))
        .forEach(l -> text.append(l).append('\n'));
    return text.toString();
  }

  @Test
  void countsTownsThatAreValidOnTheLastDay(Computed computed) {
    assertThat(computed.indicators("K", "consolidated").lines().filter(l -> l.contains("town")))
        .containsExactly(
            "2018 town_units 2",
            "2019 town_units 2",
            "2020 town_units 1",
            "2021 town_units 1",
            "2022 town_units 1");
    assertThat(computed.indicators("K12", "own").lines().filter(l -> l.contains("town")))
        .containsExactly("2018 town_units 1", "2019 town_units 1");
  }

  @Test
  void takesEqualNumbersOfTwoUnitsForTwoDecisionsAndTwoProjects(Computed computed) {
    String both =
        """
        2020 proactive.licence:decisions 2
        2020 proactive.procurement:amount_10k 0.002
        2020 proactive.procurement:projects 2
        """;
    assertThat(computed.cells("K1", "consolidated")).isEqualTo(both);
    assertThat(computed.cells("K", "consolidated")).isEqualTo(both);
    assertThat(computed.cells("K1", "own")).isEmpty();
  }

  @Test
  void movesAUnitsRecordsToItsParentOfTheYear(Computed computed) {
    assertThat(computed.cells("M1", "consolidated"))
        .isEqualTo(
            """
            2020 requests.carried_out:natural 1
            2020 requests.carried_out:total 1
            2020 requests.received:natural 1
            2020 requests.received:total 1
            """);
    assertThat(computed.cells("M2", "consolidated"))
        .isEqualTo(
            """
            2021 requests.carried_in:natural 1
            2021 requests.carried_in:total 1
            2021 requests.carried_out:natural 1
            2021 requests.carried_out:total 1
            2022 requests.carried_in:natural 1
            2022 requests.carried_in:total 1
            2022 requests.carried_out:natural 1
            2022 requests.carried_out:total 1
            """);
  }

  @Test
  void countsARecordOnlyWhereItsUnitIsInTheRegisterOfTheYear(Computed computed) {
    assertThat(computed.indicators("J", "own")).isEqualTo("2021 disclosures_published 1\n");
    assertThat(computed.indicators("M1", "consolidated"))
        .isEqualTo("2021 disclosures_published 1\n");
  }

  @Test
  void keepsLateRecordsOfAnEndedUnitAboveIt(Computed computed) {
    assertThat(computed.indicators("M2", "consolidated"))
        .isEqualTo("2022 disclosures_published 1\n");
  }

  @Test
  void suppliesARootByEveryRecordBelowItOfAnyYear(Computed computed) {
    assertThat(computed.supplied("M1").lines())
        .containsExactly(
            "2018 requests units",
            "2019 requests units",
            "2020 requests units",
            "2021 disclosures units",
            "2022 disclosures units");
    assertThat(computed.supplied("K2").lines().findFirst())
        .contains("2018 licences procurements service_items units");
    assertThat(computed.supplied("W1").lines().findFirst())
        .contains(
            "2018 cppcc_proposals cppcc_satisfaction new_media_accounts npc_proposals"
                + " npc_satisfaction other_service_decisions proposals_answered units");
  }

  @Test
  void coversEachRecordOnceInEveryYearInWhichOneOfItsDatesLies(Computed computed) {
    assertThat(computed.coverage("D"))
        .isEqualTo(
            """
            2018 disclosures 1
            2019 disclosures 1
            2020 disclosures 5
            2020 facts 1
            2021 disclosures 2
            2022 disclosures 1
            """);
    assertThat(computed.coverage("R"))
        .isEqualTo(
            """
            2018 requests 1
            2019 requests 1
            2020 requests 4
            2021 requests 3
            2022 requests 1
            """);
    assertThat(computed.coverage("S"))
        .isEqualTo(
            """
            2018 service_items 2
            2019 service_items 5
            2020 service_items 4
            2021 service_items 4
            2022 service_items 4
            """);
  }
}
