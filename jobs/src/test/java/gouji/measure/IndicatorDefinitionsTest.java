package gouji.measure;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Computed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Computed.Computations.class)
class IndicatorDefinitionsTest {

  @Test
  void countsPublicationsAndTheShareOfReviewedDocuments(Computed computed) {
    assertThat(computed.indicators("D", "own"))
        .isEqualTo(
            """
            2018 disclosures_published 1
            2018 normative_kept 1
            2018 normative_review_rate 0 (0/1)
            2019 normative_review_rate 0 (0/1)
            2020 disclosures_published 4
            2020 normative_abolished 1
            2020 normative_kept 1
            2020 normative_review_rate 50 (1/2)
            2020 normative_reviewed 1
            2022 disclosures_published 1
            """);
  }

  @Test
  void addsFinesUpOverTheRowsThatCount(Computed computed) {
    assertThat(computed.indicators("P", "own"))
        .isEqualTo(
            """
            2020 confiscated_yuan 0.5
            2020 fine_yuan 1300.5
            2021 confiscated_yuan 20000.01
            2022 fine_yuan 8
            """);
  }

  @Test
  void countsItemsAsTheyAreAtTheEndOfTheYear(Computed computed) {
    assertThat(computed.indicators("S", "own"))
        .isEqualTo(
            """
            2018 approval_items 1
            2018 approval_onboarded 1
            2018 approval_onboarding_rate 100 (1/1)
            2018 request_items 1
            2018 request_onboarded 1
            2018 request_onboarding_rate 100 (1/1)
            2018 run_once_share 100 (1/1)
            2018 zero_visit_items 1
            2019 approval_items 2
            2019 approval_onboarded 1
            2019 approval_onboarding_rate 50 (1/2)
            2019 one_visit_items 1
            2019 request_items 2
            2019 request_onboarded 1
            2019 request_onboarding_rate 50 (1/2)
            2019 run_once_share 100 (2/2)
            2019 zero_visit_items 1
            2020 approval_items 1
            2020 approval_onboarded 1
            2020 approval_onboarding_rate 100 (1/1)
            2020 one_visit_items 1
            2020 request_items 2
            2020 request_onboarded 1
            2020 request_onboarding_rate 50 (1/2)
            2020 run_once_share 100 (2/2)
            2020 zero_visit_items 1
            2021 approval_items 1
            2021 approval_onboarded 1
            2021 approval_onboarding_rate 100 (1/1)
            2021 request_items 1
            2021 request_onboarded 1
            2021 request_onboarding_rate 100 (1/1)
            2021 run_once_share 100 (1/1)
            2021 zero_visit_items 1
            2022 approval_items 1
            2022 approval_onboarded 1
            2022 approval_onboarding_rate 100 (1/1)
            2022 request_items 1
            2022 request_onboarded 1
            2022 request_onboarding_rate 100 (1/1)
            2022 run_once_share 100 (1/1)
            2022 zero_visit_items 1
            """);
  }

  @Test
  void countsRequestsThatWereDueAndThoseAnsweredInTime(Computed computed) {
    assertThat(computed.indicators("Q", "own"))
        .isEqualTo(
            """
            2020 requests_closed 3
            2020 requests_due 3
            2020 timely_reply_rate 33.33 (1/3)
            2021 requests_closed 2
            2021 requests_due 3
            2021 timely_reply_rate 33.33 (1/3)
            2022 requests_due 1
            2022 timely_reply_rate 0 (0/1)
            """);
  }

  @Test
  void addsFactsUpOverTheAreaButNeverARate(Computed computed) {
    assertThat(computed.indicators("W", "own"))
        .isEqualTo(
            """
            2020 cppcc_proposals 34
            2020 new_media_accounts 12
            2020 npc_proposals 30
            2020 npc_satisfaction 98.5
            2020 other_service_decisions 7
            2020 proposal_reply_rate 98.44 (63/64)
            2020 proposals_answered 63
            """);
    assertThat(computed.indicators("W", "consolidated"))
        .isEqualTo(
            """
            2020 cppcc_proposals 34
            2020 new_media_accounts 12
            2020 npc_proposals 40
            2020 npc_satisfaction 98.5
            2020 other_service_decisions 10
            2020 proposal_reply_rate 85.14 (63/74)
            2020 proposals_answered 63
            """);
  }

  @Test
  void listsARateFactEvenWhenItIsZero(Computed computed) {
    assertThat(computed.indicators("W1", "consolidated"))
        .isEqualTo(
            """
            2020 npc_proposals 10
            2020 npc_satisfaction 90
            2020 other_service_decisions 3
            2020 proposal_reply_rate 0 (0/10)
            2021 cppcc_satisfaction 0
            """);
  }

  @Test
  void leavesARateOutWhoseOperandNobodyDelivered(Computed computed) {
    assertThat(computed.indicators("N", "consolidated"))
        .isEqualTo(
            """
            2020 disclosures_published 1
            2020 normative_kept 1
            """);
    assertThat(computed.supplied("N"))
        .isEqualTo(
            """
            2018 disclosures units
            2019 disclosures units
            2020 disclosures units
            2021 disclosures units
            2022 disclosures units
            """);
  }
}
