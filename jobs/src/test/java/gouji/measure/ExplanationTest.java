package gouji.measure;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessions.class)
class ExplanationTest {
  private static final String PENALTIES =
      "unit_id STRING, decision_no STRING, party_seq BIGINT, decided_on DATE, revoked_on DATE,"
          + " fine_yuan DECIMAL(20,2), file STRING, line BIGINT";
  private static final String ITEMS =
      "unit_id STRING, item_code STRING, item_type STRING, qualification STRING, valid_from DATE,"
          + " ends_on DATE, file STRING, line BIGINT";

  private final Declarations declared = DeclarationReader.readAll(List.of());
  private final Measured measured = new Measured(declared);

  private Dataset<Row> explained(int year, String name, String set, Dataset<Row> records) {
    String form = name.contains(":") ? declared.formOf(year).orElseThrow().id() : null;
    int place =
        IntStream.range(0, measured.counted().size())
            .filter(i -> measured.counted().get(i).name().equals(name))
            .filter(i -> form == null || form.equals(measured.counted().get(i).form()))
            .findFirst()
            .orElseThrow();
    YearWindow window = new YearWindow(year, year);
    return new Explanation(measured, window, List.of(new Part(null, name, place)))
        .of(declared.dataSet(set), records)
        .drop(Explanation.PART, Explanation.SIDE, "year", "data_set");
  }

  @Test
  void tellsADecisionOnSeveralPartiesOnceAndWhereItsOtherRowsAre(SparkSession spark) {
    Dataset<Row> penalties =
        Rows.of(
            spark,
            PENALTIES,
            "A|7|2|2020-03-01||50|b.csv|2",
            "A|7|1|2020-03-01||100|a.csv|10",
            "A|7|3|2020-03-01||10|a.csv|9",
            "A|8|1|2020-03-01|2020-12-31|1|a.csv|11",
            "B|7|1|2020-12-31|2021-01-01|1|a.csv|12");

    assertThat(Rows.lines(explained(2020, "proactive.penalty:decisions", "penalties", penalties)))
        .containsExactly(
            "A|7|a.csv|9|1|(decided_on|2020-03-01);(revoked_on|);(decision_no|7)"
                + "|(A|a.csv|10);(A|b.csv|2)|A",
            "B|7|a.csv|12|1|(decided_on|2020-12-31);(revoked_on|2021-01-01);(decision_no|7)||B");
  }

  @Test
  void listsEveryRowOfAnAmountButThoseWithoutOne(SparkSession spark) {
    Dataset<Row> penalties =
        Rows.of(
            spark,
            PENALTIES,
            "A|7|1|2020-03-01||100.50|a.csv|2",
            "A|7|2|2020-03-01|||a.csv|3",
            "A|8||2020-03-02||0|a.csv|4");

    assertThat(Rows.lines(explained(2020, "fine_yuan", "penalties", penalties)))
        .containsExactly(
            "A|7/1|a.csv|2|100.5|(decided_on|2020-03-01);(revoked_on|);(fine_yuan|100.5)||A",
            "A|8|a.csv|4|0|(decided_on|2020-03-02);(revoked_on|);(fine_yuan|0)||A");
  }

  @Test
  void tellsAmountsInTheUnitOfTheCell(SparkSession spark) {
    Dataset<Row> fees =
        Rows.of(
            spark,
            "unit_id STRING, receipt_no STRING, collected_on DATE, amount_yuan DECIMAL(20,2),"
                + " file STRING, line BIGINT",
            "A|1|2021-05-01|123456.70|a.csv|2",
            "A|2|2021-05-01|-0.01|a.csv|3");

    assertThat(Rows.lines(explained(2021, "proactive.fee:amount_10k", "fees", fees)))
        .containsExactly(
            "A|1|a.csv|2|12.34567|(collected_on|2021-05-01);(amount_yuan|123456.7)||A",
            "A|2|a.csv|3|-0.000001|(collected_on|2021-05-01);(amount_yuan|-0.01)||A");
  }

  @Test
  void listsWhatCameAndWhatWentAndLeavesOutWhatStayed(SparkSession spark) {
    Dataset<Row> items =
        Rows.of(
            spark,
            ITEMS,
            "A|stays|licence||2018-01-01||a.csv|2",
            "A|goes|licence||2018-01-01|2020-06-30|a.csv|3",
            "A|comes|licence||2020-02-01||a.csv|4",
            "A|passes|licence||2020-02-01|2020-03-01|a.csv|5",
            "A|fee|fee||2020-02-01||a.csv|6");

    assertThat(
            Rows.lines(explained(2020, "proactive.licence:items_change", "service_items", items)))
        .containsExactly(
            "A|comes/2020-02-01|a.csv|4|1|(item_type|licence);(valid_from|2020-02-01);(ends_on|)||A",
            "A|goes/2018-01-01|a.csv|3|-1"
                + "|(item_type|licence);(valid_from|2018-01-01);(ends_on|2020-06-30)||A");
  }

  @Test
  void tellsOnceWhatSeveralUnitsOfAnAreaHave(SparkSession spark) {
    Dataset<Row> items =
        Rows.of(
            spark,
            ITEMS,
            "B|2|intermediary|甲级|2018-01-01||a.csv|2",
            "A|1|intermediary|甲级|2018-01-01||a.csv|3",
            "B|3|intermediary|乙级|2018-01-01||a.csv|4",
            "B|4|intermediary||2018-01-01||a.csv|5");
    Dataset<Row> explained = explained(2020, "intermediary_qualifications", "service_items", items);

    assertThat(Rows.lines(explained.drop(Explanation.VALUES)))
        .containsExactly("A|甲级|a.csv|3|1|(B|a.csv|2)|A;B", "B|乙级|a.csv|4|1||B");
  }

  @Test
  void namesOnlyTheColumnsOfTheAlternativeThatHolds(SparkSession spark) {
    Dataset<Row> requests =
        Rows.of(
            spark,
            "unit_id STRING, request_id STRING, received_on DATE, due_on DATE, closed_on DATE,"
                + " file STRING, line BIGINT",
            "A|closed|2019-12-01|2020-01-10|2020-01-11|a.csv|2",
            "A|late|2020-10-01|2020-11-01||a.csv|3",
            "A|open|2020-12-20|2021-01-20||a.csv|4");

    assertThat(Rows.lines(explained(2020, "requests_due", "requests", requests)))
        .containsExactly(
            "A|closed|a.csv|2|1|(due_on|2020-01-10);(closed_on|2020-01-11)||A",
            "A|late|a.csv|3|1|(due_on|2020-11-01);(received_on|2020-10-01);(closed_on|)||A");
  }

  @Test
  void addsUpByPartAndByUnit(SparkSession spark) {
    Dataset<Row> items =
        Rows.of(
            spark,
            ITEMS,
            "A|1|intermediary|甲级|2018-01-01||a.csv|3",
            "B|2|intermediary|甲级|2018-01-01||a.csv|2");
    List<Part> parts = List.of(new Part(null, "", measured.placeOf("intermediary_qualifications")));
    Dataset<Row> explained =
        new Explanation(measured, new YearWindow(2019, 2020), parts)
            .of(declared.dataSet("service_items"), items);

    assertThat(Rows.lines(Explanation.byPart(explained)))
        .containsExactly("0|2019|1|1", "0|2020|1|1");
    assertThat(Rows.lines(Explanation.byUnit(explained)))
        .containsExactly("|2019|A|1|1", "|2019|B|1|1", "|2020|A|1|1", "|2020|B|1|1");
  }

  @Test
  void keepsTheOrderOfReading(SparkSession spark) {
    Dataset<Row> penalties =
        Rows.of(
            spark,
            PENALTIES,
            "B|1|1|2020-03-01||1|a.csv|2",
            "A|2|1|2020-03-01||1|a.csv|3",
            "A|1|2|2020-03-01||1|a.csv|9",
            "A|1|1|2020-03-01||1|b.csv|4");
    List<Part> parts = List.of(new Part(null, "fine_yuan", measured.placeOf("fine_yuan")));
    Dataset<Row> explained =
        new Explanation(measured, new YearWindow(2020, 2020), parts)
            .of(declared.dataSet("penalties"), penalties);

    assertThat(Explanation.inOrder(explained).select("unit_id", "key").collectAsList())
        .extracting(r -> r.getString(0) + " " + r.getString(1))
        .containsExactly("A 1/1", "A 1/2", "A 2/1", "B 1/1");
  }

  @Test
  void noRecordGivesNoRow(SparkSession spark) {
    assertThat(Rows.lines(Explanation.inOrder(Explanation.nothing(spark)))).isEmpty();
  }
}
