package gouji.measure;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Computed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Computed.Computations.class)
class RequestCellsTest {
  private static final List<String> OUTCOMES =
      List.of(
          "open",
          "partial",
          "refuse_state_secret",
          "refuse_law_forbids",
          "refuse_security",
          "refuse_third_party",
          "refuse_internal",
          "refuse_process",
          "refuse_enforcement_file",
          "refuse_admin_query",
          "unable_not_held",
          "unable_needs_creation",
          "unable_unclear",
          "decline_petition",
          "decline_repeat",
          "decline_publication",
          "decline_massive",
          "decline_confirm");

  @Test
  void followsRequestsOverTheYearsFromReceiptToOutcome(Computed computed) {
    assertThat(computed.cells("R", "own"))
        .isEqualTo(
            """
            2019 requests.carried_in:natural 1
            2019 requests.carried_in:total 1
            2019 requests.carried_out:natural 2
            2019 requests.carried_out:total 2
            2019 requests.received:natural 1
            2019 requests.received:total 1
            2020 requests.carried_in:natural 2
            2020 requests.carried_in:total 2
            2020 requests.carried_out:natural 1
            2020 requests.carried_out:total 1
            2020 requests.open:natural 1
            2020 requests.open:total 1
            2020 requests.other:enterprise 1
            2020 requests.other:ngo 1
            2020 requests.other:research 1
            2020 requests.other:total 3
            2020 requests.received:enterprise 1
            2020 requests.received:ngo 1
            2020 requests.received:research 1
            2020 requests.received:total 3
            2020 requests.result_total:enterprise 1
            2020 requests.result_total:natural 1
            2020 requests.result_total:ngo 1
            2020 requests.result_total:research 1
            2020 requests.result_total:total 4
            2021 requests.carried_in:natural 1
            2021 requests.carried_in:total 1
            2021 requests.other_fee_unpaid:legal_service 1
            2021 requests.other_fee_unpaid:total 1
            2021 requests.other_no_correction:enterprise 1
            2021 requests.other_no_correction:total 1
            2021 requests.received:enterprise 1
            2021 requests.received:legal_service 1
            2021 requests.received:total 2
            2021 requests.refuse_internal:natural 1
            2021 requests.refuse_internal:total 1
            2021 requests.result_total:enterprise 1
            2021 requests.result_total:legal_service 1
            2021 requests.result_total:natural 1
            2021 requests.result_total:total 3
            2022 requests.carried_out:other 1
            2022 requests.carried_out:total 1
            2022 requests.received:other 1
            2022 requests.received:total 1
            """);
  }

  @Test
  void countsEveryOutcomeInTheRowOfItsName(Computed computed) {
    List<String> expected = new ArrayList<>();
    for (int year : new int[] {2020, 2021}) {
      OUTCOMES.forEach(o -> row(expected, year, o, 1));
      // The form of 2019 has one row for all other handling.
      row(expected, year, "other", year == 2020 ? 3 : 1);
      row(expected, year, "received", 21);
      row(expected, year, "result_total", 21);
    }
    row(expected, 2021, "other_no_correction", 1);
    row(expected, 2021, "other_fee_unpaid", 1);
    Collections.sort(expected);

    assertThat(computed.cells("O", "own").lines()).containsExactlyElementsOf(expected);
  }

  private static void row(List<String> lines, int year, String row, int number) {
    lines.add("%d requests.%s:ngo %d".formatted(year, row, number));
    lines.add("%d requests.%s:total %d".formatted(year, row, number));
  }

  @Test
  void countsDisputesByOutcomeAndAsPendingUntilTheyAreClosed(Computed computed) {
    assertThat(computed.cells("V", "own"))
        .isEqualTo(
            """
            2019 disputes.reconsideration:pending 2
            2019 disputes.reconsideration:total 2
            2020 disputes.litigation_direct:corrected 1
            2020 disputes.litigation_direct:total 1
            2020 disputes.reconsideration:pending 1
            2020 disputes.reconsideration:total 2
            2020 disputes.reconsideration:upheld 1
            2021 disputes.litigation_after:other 1
            2021 disputes.litigation_after:total 1
            2021 disputes.reconsideration:pending 1
            2021 disputes.reconsideration:total 1
            2022 disputes.reconsideration:pending 1
            2022 disputes.reconsideration:total 1
            """);
  }
}
