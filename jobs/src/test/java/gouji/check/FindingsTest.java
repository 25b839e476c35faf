package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.OwnTable;
import gouji.store.Schemas;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many small cases in one pass, told apart by their units. */
@ExtendWith(SparkSessions.class)
class FindingsTest {
  private static final String ALL = "disputes;requests";
  private static final String RATES = "requests;service_items";

  /**
   * Year, unit, name, level, parent, root; ancestors, heirs; successor, parent, validity, supply.
   */
  private static final String[] UNITS = {
    unit(2020, "sound", "", "none", true),
    unit(2021, "sound", "", "none", true),
    unit(2020, "unbalanced", "", "none", true),
    unit(2020, "sums", "", "none", true),
    unit(2020, "supplied-nothing", "", "none", true).replace(ALL, ""),
    unit(2020, "lost-one", "", "none", true),
    unit(2021, "lost-one", "", "none", true),
    unit(2021, "came-in-2021", "", "none", true),
    unit(2019, "first-year", "", "none", true),
    unit(2020, "left", "", "none", true),
    unit(2021, "left", "", "none", true),
    unit(2020, "right", "", "none", true),
    unit(2021, "right", "", "none", true),
    unit(2020, "mover", "left", "found", true),
    unit(2021, "mover", "right", "found", true),
    unit(2020, "old", "", "none", true),
    unit(2021, "old", "", "none", true).replace("|old|old|old||", "|old|old|new|new|"),
    unit(2021, "new", "", "none", true),
    unit(2020, "new", "", "none", true),
    unit(2020, "orphan", "", "missing", true),
    unit(2020, "ring", "", "circle", true),
    unit(2020, "idle", "", "none", false),
    unit(2018, "part", "", "none", true).replace(ALL, RATES),
    unit(2020, "part", "", "none", true).replace(ALL, RATES),
    unit(2018, "too-early", "", "missing", true)
  };

  private static final String[] CELLS = {
    cell(2020, "sound", "own", "requests.received:natural", 2),
    cell(2020, "sound", "own", "requests.received:total", 2),
    cell(2020, "sound", "own", "requests.carried_out:natural", 2),
    cell(2020, "sound", "own", "requests.carried_out:total", 2),
    cell(2021, "sound", "own", "requests.carried_in:natural", 2),
    cell(2021, "sound", "own", "requests.carried_in:total", 2),
    cell(2021, "sound", "own", "requests.open:natural", 2),
    cell(2021, "sound", "own", "requests.open:total", 2),
    cell(2021, "sound", "own", "requests.result_total:natural", 2),
    cell(2021, "sound", "own", "requests.result_total:total", 2),
    cell(2021, "sound", "consolidated", "requests.carried_in:natural", 2),
    cell(2021, "sound", "consolidated", "requests.carried_in:total", 2),
    cell(2021, "sound", "consolidated", "requests.carried_out:natural", 2),
    cell(2021, "sound", "consolidated", "requests.carried_out:total", 2),
    cell(2020, "unbalanced", "own", "requests.received:ngo", 60),
    cell(2020, "unbalanced", "own", "requests.received:total", 60),
    cell(2020, "sums", "consolidated", "requests.open:ngo", 3),
    cell(2020, "sums", "consolidated", "requests.open:total", 4),
    cell(2020, "sums", "consolidated", "requests.result_total:ngo", 3),
    cell(2020, "sums", "consolidated", "disputes.reconsideration:upheld", 1),
    cell(2020, "supplied-nothing", "own", "requests.received:ngo", 60),
    cell(2020, "lost-one", "own", "requests.carried_out:ngo", 2),
    cell(2021, "lost-one", "own", "requests.carried_in:ngo", 1),
    cell(2021, "lost-one", "consolidated", "requests.carried_in:ngo", 2),
    cell(2021, "came-in-2021", "own", "requests.carried_in:ngo", 5),
    cell(2019, "first-year", "own", "requests.carried_in:ngo", 5),
    cell(2020, "mover", "own", "requests.carried_out:ngo", 7),
    cell(2020, "mover", "consolidated", "requests.carried_out:ngo", 7),
    cell(2020, "left", "consolidated", "requests.carried_out:ngo", 7),
    cell(2021, "mover", "own", "requests.carried_in:ngo", 7),
    cell(2021, "mover", "consolidated", "requests.carried_in:ngo", 7),
    cell(2021, "right", "consolidated", "requests.carried_in:ngo", 7),
    cell(2020, "old", "own", "requests.carried_out:ngo", 3),
    cell(2020, "new", "own", "requests.carried_out:ngo", 1),
    cell(2021, "new", "consolidated", "requests.carried_in:ngo", 4),
    cell(2021, "nobody", "own", "requests.received:ngo", 60)
  };

  private static List<String> found;

  private static String unit(int year, String unit, String parent, String state, boolean valid) {
    String root = parent.isEmpty() ? unit : parent;
    String path = parent.isEmpty() ? unit : unit + ";" + parent;
    return String.join(
        "|",
        String.valueOf(year),
        unit,
        "名",
        "county",
        parent,
        root,
        path,
        path,
        "",
        state,
        String.valueOf(valid),
        String.valueOf(valid),
        ALL,
        ALL);
  }

  private static String cell(int year, String unit, String scope, String cell, int value) {
    String form = year < 2021 ? "2019-60" : "2021-30";
    return String.join("|", String.valueOf(year), unit, scope, form, cell, String.valueOf(value));
  }

  @BeforeAll
  static void find(SparkSession spark) {
    Findings.Figures figures =
        new Findings.Figures(
            table(spark, OwnTable.CELLS, CELLS),
            table(
                spark,
                OwnTable.INDICATORS,
                "2020|part|own|timely_reply_rate|3|2|150",
                "2020|part|consolidated|timely_reply_rate|2|2|100",
                "2020|part|own|run_once_share|-1|2|-50",
                "2020|part|own|requests_due|9||9",
                "2018|part|own|timely_reply_rate|3|2|150"),
            table(spark, OwnTable.UNITS_BY_YEAR, UNITS),
            table(
                spark,
                OwnTable.COVERAGE,
                "2020|stranger|requests|3|false",
                "2020|stranger|disputes|4|false",
                "2021|stranger|requests|1|false",
                "2020|idle|requests|2|true",
                "2020|sound|requests|2|true"),
            table(
                spark,
                OwnTable.FILES,
                "requests|requests/lost.csv|0|1|1|10|7|2|",
                "requests|requests/kept.csv|0|1|1|10|7|3|",
                "requests|requests/unreadable.csv|0|1|1||0|0|"),
            null);
    Findings step = new Findings(Vectors.DECLARED, Vectors.ASSERTIONS, Set.of(2019, 2020, 2021));
    Dataset<Row> said = step.of(figures, new Findings.Register(figures.units()), null);
    found =
        Rows.lines(
            step.findings(said)
                .select(
                    "year",
                    "unit_id",
                    "scope",
                    "source",
                    "rule",
                    "severity",
                    "cell",
                    "left",
                    "right",
                    "difference"));
  }

  private static Dataset<Row> table(SparkSession spark, OwnTable table, String... lines) {
    return Rows.of(spark, Schemas.of(table), lines);
  }

  private static List<String> of(String unit) {
    return found.stream()
        .filter(f -> f.split("\\|", -1)[1].equals(unit))
        .map(f -> f.replace("|" + unit + "|", " ").replace('|', ' ').stripTrailing())
        .toList();
  }

  @Test
  void findsNothingWhereEverythingHolds() {
    assertThat(of("sound")).isEmpty();
  }

  @Test
  void findsColumnsThatDoNotBalance() {
    assertThat(of("unbalanced"))
        .filteredOn(f -> f.contains(" own "))
        .containsExactly(
            "2020 own computed requests.balance error requests.received:ngo 60 0 60",
            "2020 own computed requests.balance error requests.received:total 60 0 60");
  }

  @Test
  void findsTotalsThatAreNotTheSumOfTheirParts() {
    assertThat(of("sums"))
        .filteredOn(f -> f.contains(" consolidated ") && !f.contains("balance"))
        .containsExactly(
            "2020 consolidated computed disputes.total error disputes.reconsideration:total 0 1 -1",
            "2020 consolidated computed requests.result_total error requests.result_total:total"
                + " 0 4 -4",
            "2020 consolidated computed requests.row_total error requests.open:total 4 3 1",
            "2020 consolidated computed requests.row_total error requests.result_total:total"
                + " 0 3 -3");
  }

  @Test
  void saysNothingOfDataThatNobodySuppliedOrOfUnitsOutsideTheRegister() {
    assertThat(of("supplied-nothing")).isEmpty();
    assertThat(of("nobody")).isEmpty();
  }

  @Test
  void holdsWhatIsCarriedInAgainstLastYearsFormInEachScope() {
    assertThat(of("lost-one"))
        .filteredOn(f -> f.contains("carry_over"))
        .containsExactly(
            "2021 own computed requests.carry_over error requests.carried_in:ngo 1 2 -1");
  }

  @Test
  void comparesNothingWithAYearOrARegisterThatTheUnitIsNotIn() {
    assertThat(of("came-in-2021")).isNotEmpty().noneMatch(f -> f.contains("carry_over"));
    assertThat(of("first-year")).isNotEmpty().noneMatch(f -> f.contains("carry_over"));
  }

  @Test
  void comparesTheSameUnitsOverTheYears() {
    assertThat(of("mover")).noneMatch(f -> f.contains("carry_over"));
    assertThat(of("left")).noneMatch(f -> f.contains("carry_over"));
    assertThat(of("right")).noneMatch(f -> f.contains("carry_over"));
    assertThat(of("new")).noneMatch(f -> f.contains("consolidated") && f.contains("carry_over"));
  }

  @Test
  void findsSharesThatAreMoreThanTheWholeOrNegative() {
    assertThat(of("part"))
        .filteredOn(f -> f.contains("indicators.part"))
        .containsExactly(
            "2020 own computed indicators.part error run_once_share -1 2 -3",
            "2020 own computed indicators.part error timely_reply_rate 3 2 1");
  }

  @Test
  void findsRecordsOfUnitsThatAreNotInTheRegisterOnceAYear() {
    assertThat(of("stranger"))
        .containsExactly(
            "2020   register.unknown_unit error  7", "2021   register.unknown_unit error  1");
  }

  @Test
  void findsWrongParentsAndRecordsOfUnitsThatWereNotValid() {
    assertThat(of("orphan")).containsExactly("2020   register.parent error");
    assertThat(of("ring")).containsExactly("2020   register.parent error");
    assertThat(of("idle")).containsExactly("2020   register.validity warning  2");
    assertThat(of("too-early")).isEmpty();
  }

  @Test
  void findsFilesWhoseRowsWereLost() {
    assertThat(found.stream().filter(f -> f.contains("ingest.conservation")))
        .containsExactly("||||ingest.conservation|error|requests/lost.csv|10|9|1");
  }
}
