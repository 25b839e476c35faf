package gouji.job;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import gouji.store.Schemas;
import gouji.store.Tables;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessions.class)
class AreaRowsTest {
  @TempDir private Path folder;

  /** A province P with the counties A and B, and the town A1 in A, which is closed by 2021. */
  private Tables tables(SparkSession spark) {
    Tables tables = new Tables(spark, folder.toString(), false);
    tables.replace(
        "units_by_year",
        Rows.of(
            spark,
            Schemas.of(OwnTable.UNITS_BY_YEAR),
            "2020|P|省|province||P|P",
            "2020|A|甲|county|P|P|A;P",
            "2020|A1|甲一|town|A|P|A1;A;P",
            "2020|B|乙|county|P|P|B;P",
            "2021|P|省|province||P|P",
            "2021|A|新甲|county|P|P|A;P"));
    tables.replace(
        "coverage",
        Rows.of(
            spark,
            Schemas.of(OwnTable.COVERAGE),
            "2020|P|fees|1|true",
            "2020|A|fees|2|true",
            "2020|A1|fees|3|true",
            "2020|B|fees|4|true",
            "2020|X|fees|5|false",
            "2021|A|fees|6|true",
            "2021|A1|fees|7|false"));
    return tables;
  }

  private List<String> coverage(SparkSession spark, ReportData.Key... documents) {
    return Rows.lines(
        new AreaRows(tables(spark), List.of(documents))
            .of(OwnTable.COVERAGE)
            .select(
                AreaRows.DOCUMENT, Columns.YEAR, Columns.UNIT_ID, Columns.NAME, Columns.RECORDS));
  }

  @Test
  void fetchesNoRowOfAUnitOrYearThatTheDocumentDoesNotTellOf(SparkSession spark) {
    assertThat(coverage(spark, new ReportData.Key(2020, "A")))
        .containsExactly("A|2020|A1|甲一|3", "A|2020|A|甲|2");
    assertThat(coverage(spark, new ReportData.Key(2021, "A"))).containsExactly("A|2021|A|新甲|6");
  }

  @Test
  void givesARowToEveryDocumentThatTellsOfItsUnit(SparkSession spark) {
    assertThat(
            coverage(
                spark,
                new ReportData.Key(2020, "P"),
                new ReportData.Key(2020, "A1"),
                new ReportData.Key(2021, "A")))
        .containsExactly(
            "A1|2020|A1|甲一|3",
            "A|2021|A|新甲|6",
            "P|2020|A1|甲一|3",
            "P|2020|A|甲|2",
            "P|2020|B|乙|4",
            "P|2020|P|省|1");
  }

  @Test
  void fetchesNothingWhereNoDocumentIsAskedFor(SparkSession spark) {
    assertThat(coverage(spark)).isEmpty();
  }
}
