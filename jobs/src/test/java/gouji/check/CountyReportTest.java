package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import gouji.store.Schemas;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures of a real county's report of 2020, filed by themselves: no record is there. */
@ExtendWith(SparkSessions.class)
class CountyReportTest {
  private static final Path FIGURES = Path.of("jobs/src/test/resources/reported/county-2020.csv");
  private static Map<String, Long> verdicts;
  private static List<String> findings;

  @BeforeAll
  static void reconcile(SparkSession spark) throws IOException {
    List<String> lines = Files.readAllLines(FIGURES);
    String[] reported =
        IntStream.range(1, lines.size())
            .mapToObj(
                i ->
                    "2020|county|consolidated|2019-60|%s|county-2020.csv|%d"
                        .formatted(lines.get(i).replace(',', '|'), i + 1))
            .toArray(String[]::new);
    Findings step = new Findings(Vectors.DECLARED, Vectors.ASSERTIONS, Set.of(2020));
    Findings.Figures figures =
        new Findings.Figures(
            table(spark, OwnTable.CELLS),
            table(spark, OwnTable.INDICATORS),
            table(
                spark,
                OwnTable.UNITS_BY_YEAR,
                "2020|county|县|county||county|county|county||none|true|true||"),
            table(spark, OwnTable.COVERAGE),
            table(spark, OwnTable.FILES),
            Rows.of(spark, ConformanceTables.REPORTED, reported));
    Dataset<Row> said = step.of(figures, new Findings.Register(figures.units()), null);
    verdicts = new TreeMap<>();
    step.verdicts(said)
        .collectAsList()
        .forEach(
            r ->
                verdicts.put(
                    String.join(
                        " ",
                        r.<String>getAs(Columns.RULE),
                        r.<String>getAs(Columns.SOURCE),
                        r.<String>getAs(Columns.VERDICT)),
                    r.getAs(Columns.INSTANCES)));
    findings =
        Rows.lines(
            step.findings(said).select("severity", "rule", "cell", "left", "right", "difference"));
  }

  private static Dataset<Row> table(SparkSession spark, OwnTable table, String... lines) {
    return Rows.of(spark, Schemas.of(table), lines);
  }

  private static Map<String, Long> of(String rule) {
    Map<String, Long> some = new TreeMap<>();
    verdicts.forEach(
        (said, n) -> {
          if (said.startsWith(rule + " reported ")) {
            some.put(said.substring(rule.length() + " reported ".length()), n);
          }
        });
    return some;
  }

  @Test
  void countsWhatHolds() {
    assertThat(of("requests.balance")).containsOnly(entry("pass", 7L));
    assertThat(of("requests.result_total")).containsOnly(entry("pass", 6L), entry("unknown", 1L));
    assertThat(of("requests.row_total")).containsOnly(entry("pass", 22L), entry("unknown", 1L));
    assertThat(of("disputes.total")).containsOnly(entry("pass", 3L));
    assertThat(of("indicators.rate")).contains(entry("pass", 3L)).doesNotContainKey("fail");
    assertThat(of("crosscheck.licence_items")).containsOnly(entry("pass", 1L));
    assertThat(of("crosscheck.normative")).containsOnly(entry("pass", 1L));
    assertThat(of("form.period")).containsOnly(entry("pass", 1L));
  }

  @Test
  void findsWhatIsOddAndNothingThatIsWrong() {
    assertThat(findings)
        .containsExactly(
            "info|cells.whole_number|requests.other:natural|||",
            "info|indicators.feasible|timely_reply_rate|||",
            "info|indicators.part|normative_review_rate|||",
            "info|requests.result_total|requests.result_total:natural|||",
            "info|requests.row_total|requests.other:total|||",
            "warning|disputes.versus_requests|disputes.reconsideration:total|22|20|2",
            "warning|indicators.feasible|npc_satisfaction|98.5|64|",
            "warning|proactive.decisions_are_items|proactive.enforcement:decisions|160|160|0",
            "warning|proactive.decisions_are_items|proactive.penalty:decisions|3402|3402|0",
            "warning|proactive.other_service_missing|proactive.other_service:items_before|0|0|0",
            "warning|proactive.total_is_sum|proactive.normative:public_total|19|19|0");
  }

  @Test
  void saysNothingOfRecordsThatAreNotThere() {
    assertThat(verdicts.keySet())
        .filteredOn(v -> v.contains(" computed ") || v.contains(" both "))
        .isNotEmpty()
        .allMatch(v -> v.endsWith("not_applicable"));
  }
}
