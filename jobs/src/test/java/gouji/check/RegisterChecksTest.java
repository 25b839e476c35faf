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

/** What is checked without any figure, and how many verdicts of it are counted. */
@ExtendWith(SparkSessions.class)
class RegisterChecksTest {
  private static List<String> findings;
  private static List<String> verdicts;

  private static String unit(String unit, String path, String state, boolean year, boolean end) {
    String[] up = path.split(";", -1);
    return String.join(
        "|",
        "2020",
        unit,
        "名",
        "county",
        up.length > 1 ? up[1] : "",
        up[up.length - 1],
        path,
        path,
        "",
        state,
        String.valueOf(year),
        String.valueOf(end),
        "",
        "");
  }

  @BeforeAll
  static void find(SparkSession spark) {
    Findings.Figures figures =
        new Findings.Figures(
            table(spark, OwnTable.CELLS),
            table(spark, OwnTable.INDICATORS),
            table(
                spark,
                OwnTable.UNITS_BY_YEAR,
                unit("root", "root", "none", true, true),
                unit("filer", "filer;root", "found", true, true),
                unit("silent", "silent;root", "found", true, true),
                unit("ended", "ended;root", "found", true, false),
                unit("quiet", "quiet", "none", true, true),
                unit("quieter", "quieter;quiet", "found", true, true),
                unit("lost", "lost", "missing", false, false)),
            table(
                spark,
                OwnTable.COVERAGE,
                "2020|filer|requests|3|true",
                "2020|filer|disputes|4|true",
                "2020|lost|requests|2|true",
                "2020|stranger|requests|5|false",
                "2020|stranger|disputes|1|false"),
            table(
                spark,
                OwnTable.FILES,
                "requests|requests/a.csv|0|1|1|10|7|3|",
                "requests|requests/b.csv|0|1|1|10|7|2|",
                "requests|requests/c.csv|0|1|1||0|0|"),
            Rows.of(
                spark,
                ConformanceTables.REPORTED,
                "2020|filer|own|2019-60|requests.received:natural|1|reported/a.csv|2"));
    Findings step = new Findings(Vectors.DECLARED, Vectors.ASSERTIONS, Set.of(2020));
    Dataset<Row> said = step.of(figures, new Findings.Register(figures.units()), null);
    findings =
        lines(
            step.findings(said)
                .select(
                    "year", "unit_id", "source", "rule", "cell", "left", "right", "difference"));
    verdicts = lines(step.verdicts(said).select("year", "rule", "source", "verdict", "instances"));
  }

  private static List<String> lines(Dataset<Row> rows) {
    return Rows.lines(
        rows.where("rule LIKE 'register.%' OR rule LIKE 'filing.%' OR rule LIKE 'ingest.%'"));
  }

  private static Dataset<Row> table(SparkSession spark, OwnTable table, String... lines) {
    return Rows.of(spark, Schemas.of(table), lines);
  }

  @Test
  void findsUnitsThatAreMissingEndedOrSilentAndRowsThatAreLost() {
    assertThat(findings)
        .containsExactly(
            "2020|lost||register.parent||||",
            "2020|lost||register.validity||2||",
            "2020|root|reported|filing.missing||||",
            "2020|silent|reported|filing.missing||||",
            "2020|stranger||register.unknown_unit||6||",
            "|||ingest.conservation|requests/b.csv|10|9|1");
  }

  @Test
  void countsWhatHoldsToo() {
    assertThat(verdicts)
        .containsExactly(
            "2020|filing.missing|reported|fail|2",
            "2020|filing.missing|reported|pass|1",
            "2020|register.parent||fail|1",
            "2020|register.parent||pass|6",
            "2020|register.unknown_unit||fail|1",
            "2020|register.unknown_unit||pass|2",
            "2020|register.validity||fail|1",
            "2020|register.validity||pass|1",
            "|ingest.conservation||fail|1",
            "|ingest.conservation||pass|2");
  }

  @Test
  void asksNothingOfUnitsThatOnlyFiledWhereNoRegisterWasSupplied(SparkSession spark) {
    Dataset<Row> reported =
        Rows.of(
            spark,
            ConformanceTables.REPORTED,
            "2019|a|consolidated|2019-60|requests.carried_out:natural|1|published/a.txt|2",
            "2020|a|consolidated|2019-60|requests.carried_in:natural|2|published/b.txt|2",
            "2020|b|consolidated|2019-60|requests.carried_in:natural|2|published/c.txt|2",
            "2020|b|consolidated|2019-60|proactive.regulation:issued|2|published/c.txt|1");
    Findings.Figures figures =
        new Findings.Figures(
            table(spark, OwnTable.CELLS),
            table(spark, OwnTable.INDICATORS),
            table(spark, OwnTable.UNITS_BY_YEAR),
            table(
                spark,
                OwnTable.COVERAGE,
                "2020|a|reported|1|false",
                "2020|b|reported|1|false",
                "2020|b|requests|7|false"),
            table(spark, OwnTable.FILES),
            reported);
    Findings.Register register = Findings.Register.ofFilings(reported);
    Findings step = new Findings(Vectors.DECLARED, Vectors.ASSERTIONS, Set.of(2020));

    Dataset<Row> said = step.of(figures, register, null);

    assertThat(register.isSupplied()).isFalse();
    assertThat(register.years()).containsExactly(2019, 2020);
    assertThat(
            Rows.lines(
                step.findings(said)
                    .where("severity != 'info' AND rule != 'requests.balance'")
                    .select("unit_id", "scope", "rule", "left", "right")))
        .as("records of b count nowhere, its level is not known; the years of a are compared")
        .containsExactly("a|consolidated|requests.carry_over|2|1", "b||register.unknown_unit|7|");
    assertThat(lines(step.verdicts(said).select("rule", "verdict", "instances")))
        .containsExactly(
            "filing.missing|not_applicable|2",
            "register.parent|not_applicable|2",
            "register.unknown_unit|fail|1",
            "register.unknown_unit|not_applicable|1",
            "register.validity|not_applicable|2");
  }
}
