package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisionsTest {
  private static final String FACTS = "unit_id,year,fact_code,value,submitted_at,withdrawn";
  private static final String KEY = "A,2020,mobile_items,";

  private static RevisedTable facts() {
    return new RevisedTable("facts", FACTS);
  }

  @Test
  void ordersByFilingTimeThenPathThenContentThenLine() {
    Instant early = Instant.parse("2021-01-01T00:00:00Z");
    Instant late = Instant.parse("2021-01-01T00:00:01Z");

    assertThat(
            List.of(
                new Order(null, "b", 9, 9),
                new Order(early, "a", 9, 9),
                new Order(early, "a.csv", 1, 9),
                new Order(early, "a.csv", 2, 1),
                new Order(early, "a.csv", 2, 10),
                new Order(early, "b", 1, 1),
                new Order(late, "a", 1, 1)))
        .isSorted();
  }

  @Test
  void ordersPathsByCodePointNotByCharUnit() {
    Order fullWidth = new Order(null, "a/\uff5e.csv", 1, 1);
    Order supplementary = new Order(null, "a/\ud840\udc00.csv", 1, 1);
    Order higher = new Order(null, "a/\ud840\udc01.csv", 1, 1);
    Order ascii = new Order(null, "a/z.csv", 1, 1);

    assertThat(List.of(ascii, fullWidth, supplementary, higher)).isSorted();
    assertThat(supplementary.compareTo(fullWidth)).isPositive();
    assertThat(new Order(null, "a", 1, 1)).isLessThan(ascii);
  }

  @Test
  void keepsTheLatestFiledWhicheverCameFirst() {
    String old = KEY + "1,2021-01-01,";
    String newer = KEY + "2,2021-01-01 00:00:01,";
    String untold = KEY + "3,,";

    assertThat(facts().take("z", untold).take("b", old).take("a", newer).inForce("value"))
        .containsExactly("2.0000");
    assertThat(facts().take("a", newer).take("b", old).take("z", untold).inForce("value"))
        .containsExactly("2.0000");
    assertThat(facts().take("a", old).take("z", untold).inForce("value")).containsExactly("1.0000");
  }

  @Test
  void prefersTheGreaterPathThenTheLaterContentThenTheGreaterLine() {
    RevisedTable table = facts().take("b", KEY + "1,,", KEY + "2,,").take("a", KEY + "3,,");
    assertThat(table.inForce("value", "file")).containsExactly("2.0000|b");

    table.take("b", KEY + "4,,");
    assertThat(table.inForce("value", "file", "line")).containsExactly("4.0000|b|2");
  }

  @Test
  void countsNothingWhenTheRevisionInForceIsWithdrawn() {
    RevisedTable table = facts().take("a", KEY + "1,2021-01-01,");

    assertThat(table.take("b", KEY + ",2021-02-01,true").inForce("value")).isEmpty();
    assertThat(table.take("c", KEY + "2,2021-01-15,").inForce("value")).isEmpty();
    assertThat(table.take("d", KEY + "3,2021-03-01,").inForce("value")).containsExactly("3.0000");
    assertThat(table.take("e", KEY + "4,2021-04-01,false").inForce("value"))
        .containsExactly("4.0000");
  }

  @Test
  void endsAVersionWhereTheNextOneInForceBegins() {
    RevisedTable units =
        new RevisedTable("units", "unit_id,name,level,valid_from,valid_to,withdrawn,submitted_at")
            .take(
                "a",
                "u,one,county,2019-01-01,,,",
                "u,two,county,2020-01-01,2020-06-01,,",
                "u,three,county,2020-05-01,,,",
                "u,four,county,2021-01-01,,,",
                "other,one,county,2010-01-01,2015-01-01,,");
    String[] shown = {"unit_id", "name", "ends_on"};

    assertThat(units.inForce(shown))
        .containsExactly(
            "other|one|2015-01-01",
            "u|four|",
            "u|one|2020-01-01",
            "u|three|2021-01-01",
            "u|two|2020-05-01");

    units.take("b", "u,,,2020-05-01,,true,2022-01-01", "u,,,2021-01-01,,true,2022-01-01");
    assertThat(units.inForce(shown))
        .containsExactly("other|one|2015-01-01", "u|one|2020-01-01", "u|two|2020-06-01");
  }

  @Test
  void withdrawsEveryPartyThatIsNotNewerThanTheDecision() {
    RevisedTable licences =
        new RevisedTable(
                "licences", "unit_id,decision_no,party_seq,decided_on,submitted_at,withdrawn")
            .take(
                "a",
                "A,1,1,2020-01-01,2020-02-01,",
                "A,1,2,2020-01-01,2020-04-01,",
                "A,2,1,2020-01-01,2020-02-01,");
    String[] shown = {"decision_no", "party_seq"};

    licences.take("b", "A,1,,,2020-03-01,true");
    assertThat(licences.inForce(shown)).containsExactly("1|2", "2|1");

    licences.take("c", "A,1,,,2020-05-01,true");
    assertThat(licences.inForce(shown)).containsExactly("2|1");

    licences.take("d", "A,1,3,2020-01-01,2020-06-01,", "A,1,1,2020-01-01,2020-04-15,");
    assertThat(licences.inForce(shown)).containsExactly("1|3", "2|1");
  }

  @Test
  void tellsOfTwoRowsThatOnlyTheirLineTellsApart() {
    assertThat(
            facts()
                .take(
                    "a",
                    KEY + "1,2021-01-01,",
                    KEY + "2,2021-01-01,",
                    KEY + "3,2021-01-02,",
                    "A,2021,mobile_items,5,,",
                    "A,2021,mobile_items,5.0,,")
                .remarks())
        .containsExactly("a:3 AMBIGUOUS_REVISION");
    assertThat(facts().take(Map.of("a", List.of(KEY + "1,,"), "b", List.of(KEY + "2,,"))).remarks())
        .isEmpty();
  }

  @Test
  void tellsOfANewRowThatLosesToAnOldOne() {
    RevisedTable table = facts().take("a", KEY + "1,2021-01-01,");

    assertThat(table.take("b", KEY + "2,2020-01-01,").remarks())
        .containsExactly("b:2 STALE_REVISION");
    assertThat(table.take("c", KEY + "3,2022-01-01,").remarks()).isEmpty();
    assertThat(table.take("d", KEY + "4,2022-02-01,", KEY + "5,2021-02-01,").remarks()).isEmpty();
  }

  @Test
  void tellsOfAPublishedReportThatSaysSomethingElseThanAnotherFile() {
    String own = KEY + "1,,";
    String other = KEY + "2,,";

    assertThat(
            facts()
                .take(Map.of("published/a", List.of(own), "published/b", List.of(other)))
                .remarks())
        .containsExactly("published/a:2 OTHER_REPORT");
    RevisedTable table = facts().take("published/a", own);
    assertThat(table.take("published/b", own).remarks()).as("the same value").isEmpty();
    assertThat(table.take("published/b", other).remarks()).as("a new content of it").isEmpty();
    assertThat(table.take("published/c", own).remarks())
        .containsExactly("published/c:2 OTHER_REPORT");
    assertThat(table.take("reported/a", KEY + "3,2022-01-01,").remarks())
        .as("what was filed at a time is a revision like any other")
        .isEmpty();
  }

  @Test
  void tellsOfADecisionWhosePartiesAreToldInDifferentWays() {
    String header = "unit_id,decision_no,party_seq,party_kind,party_name,party_id,decided_on";
    RevisedTable licences = new RevisedTable("licences", header);

    licences.take("a", "A,1,,organization,甲公司,,2020-01-01", "A,1,,organization,乙公司,,2020-01-01");
    assertThat(licences.remarks()).isEmpty();
    assertThat(licences.inForce("party_name")).containsExactly("乙公司", "甲公司");

    licences.take("b", "A,1,1,organization,丙公司,,2020-01-01", "A,2,1,organization,丙公司,,2020-01-01");
    assertThat(licences.remarks()).containsExactly("a:2 MIXED_PARTIES");
    assertThat(licences.take("c", "A,3,1,organization,丙公司,,2020-01-01").remarks()).isEmpty();
  }

  @Test
  void keepsWhatTheNewContentOfAPathLacksAndTellsOfIt() {
    RevisedTable table =
        facts()
            .take("a", KEY + "1,,", "A,2021,mobile_items,2,,", "A,2022,mobile_items,3,,")
            .take("b", "A,2022,mobile_items,4,,")
            .take("a", KEY + "9,,");

    assertThat(table.inForce("year", "value"))
        .containsExactly("2020|9.0000", "2021|2.0000", "2022|4.0000");
    assertThat(table.remarks()).containsExactly("a:0 LACKING");
  }

  @Test
  void keepsTheSameWhenTheSameRowsAreReadAgain() {
    RevisedTable table = facts().take("a", KEY + "1,,", "A,2021,mobile_items,2,2021-01-01,true");
    List<String> before = table.all();
    RevisedTable again = facts();
    again.take("a", KEY + "1,,", "A,2021,mobile_items,2,2021-01-01,true");

    assertThat(again.all()).isEqualTo(before);
    assertThat(again.take(Map.of()).all()).isEqualTo(before);
    assertThat(again.remarks()).isEmpty();
  }
}
