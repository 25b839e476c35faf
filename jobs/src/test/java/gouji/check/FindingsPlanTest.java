package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.Assertions;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.contract.Rule;
import gouji.store.Schemas;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessions.class)
class FindingsPlanTest {

  @Test
  void hasAsManyScansAndExchangesForManyRulesAsForFew(SparkSession spark) {
    String few = plan(spark, 5);
    String many = plan(spark, 500);

    assertThat(count(few, "Scan")).isEqualTo(count(many, "Scan")).isEqualTo(6);
    assertThat(count(few, "Exchange")).isEqualTo(count(many, "Exchange")).isEqualTo(1);
  }

  private static long count(String plan, String operator) {
    return Pattern.compile("\\b" + operator + "\\b").matcher(plan).results().count();
  }

  private static String plan(SparkSession spark, int number) {
    Map<String, Rule> rules = new TreeMap<>(Vectors.DECLARED.rules());
    Rule balance = rules.get("requests.balance");
    rules.values().removeIf(r -> Findings.OVER_FIGURES.contains(r.check()));
    for (int i = 0; i < number; i++) {
      rules.put("generated.r" + i, generated(balance, i));
    }
    Declarations declared =
        new Declarations(
            Vectors.DECLARED.dataSets(),
            Vectors.DECLARED.forms(),
            Vectors.DECLARED.indicators(),
            Map.copyOf(rules));
    Findings step = new Findings(declared, new Assertions(declared), Set.of(2020, 2021));
    Findings.Figures figures =
        new Findings.Figures(
            table(spark, OwnTable.CELLS),
            table(spark, OwnTable.INDICATORS),
            table(spark, OwnTable.UNITS_BY_YEAR),
            table(spark, OwnTable.COVERAGE),
            table(spark, OwnTable.FILES),
            scanned(spark, Rows.of(spark, ConformanceTables.REPORTED)));
    Dataset<Row> said = step.of(figures, new Findings.Register(figures.units()), null);
    return said.queryExecution().executedPlan().toString();
  }

  /** Rules that look at last year, at children and at both sources in turn. */
  private static Rule generated(Rule like, int number) {
    List<String> formulas =
        List.of(
            "requests.received:$col <= requests.received:$col@-1 + " + number,
            "consolidated($cell) = own($cell) + children.sum($cell) + " + number,
            "reported.$cell = computed.$cell + " + number,
            "requests.received:$col >= " + number,
            "sum(disputes.*:total) <= " + number);
    return new Rule(
        "generated.r" + number,
        like.title(),
        like.basis(),
        like.severity(),
        Map.of(),
        Rule.Check.FORMULA,
        formulas.get(number % formulas.size()),
        List.of(),
        null,
        Map.of(),
        like.forms(),
        null,
        List.of(),
        List.of(),
        null,
        like.message(),
        List.of());
  }

  private static Dataset<Row> table(SparkSession spark, OwnTable table) {
    return scanned(spark, Rows.of(spark, Schemas.of(table)));
  }

  /** Not folded away, though there is nothing in it. */
  private static Dataset<Row> scanned(SparkSession spark, Dataset<Row> table) {
    return spark.createDataFrame(table.toJavaRDD(), table.schema());
  }
}
