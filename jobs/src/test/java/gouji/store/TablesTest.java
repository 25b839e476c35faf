package gouji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkSessions.class)
class TablesTest {
  private static final String OLD = "2019|A|own|2019-60|requests.open:ngo|1";
  private static final String ALSO_OLD = "2020|A|own|2019-60|requests.open:ngo|2";
  private static final String NEW = "2020|A|own|2019-60|requests.open:ngo|3";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void replacesOnlyTheYearsThatAreNamed(boolean keep, SparkSession spark) {
    Tables tables = new Tables(spark, folder.toString(), keep);
    assertThat(tables.has("cells")).isFalse();

    tables.replaceYears(OwnTable.CELLS, List.of(2019, 2020), cells(spark, OLD, ALSO_OLD));
    assertThat(Rows.lines(tables.read(OwnTable.CELLS))).containsExactly(OLD, ALSO_OLD);

    tables.replaceYears(OwnTable.CELLS, List.of(2020), cells(spark, NEW));
    assertThat(Rows.lines(tables.read(OwnTable.CELLS))).containsExactly(OLD, NEW);
    assertThat(Rows.lines(new Tables(spark, folder.toString(), false).read(OwnTable.CELLS)))
        .containsExactly(OLD, NEW);
    assertThat(tables.versions()).isEqualTo(Map.of("cells", 1L));
  }

  @Test
  void showsItsNextReaderWhatWasWrittenLast(SparkSession spark) {
    Tables tables = new Tables(spark, folder.toString(), true);

    tables.replace("cells", cells(spark, OLD));
    tables.replace("cells", cells(spark, NEW));

    assertThat(Rows.lines(tables.read(OwnTable.CELLS))).containsExactly(NEW);
    tables.flush();
    assertThat(Rows.lines(new Tables(spark, folder.toString(), true).read(OwnTable.CELLS)))
        .containsExactly(NEW);
  }

  @Test
  void readsNothingFromATableThatWasNeverWritten(SparkSession spark) {
    Tables tables = new Tables(spark, folder.resolve("none").toString(), false);

    assertThat(tables.find("requests")).isEmpty();
    assertThat(Rows.lines(tables.read(OwnTable.REJECTS))).isEmpty();
    assertThat(tables.versions()).isEmpty();
    Failure failure =
        catchThrowableOfType(Failure.class, () -> tables.need(OwnTable.CELLS, "aggregate"));
    assertThat(failure)
        .hasMessageContaining("has no table cells yet. Run gouji aggregate on it first.");
    assertThat(failure.code()).isEqualTo(FailureCode.UNUSABLE);
  }

  /** Such lists are read without Spark: they have to be what Spark reads. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void listsWhatSparkReads(boolean keep, SparkSession spark) {
    Tables writer = new Tables(spark, folder.toString(), keep);
    Map<OwnTable, List<String>> written =
        Map.of(
            OwnTable.RUNS,
            List.of(
                "a|run|2021-01-01T00:00:00Z|2021-01-01T00:00:01.000002Z|0|cells=1;files=2|x|files=3",
                "b|export|2021-01-02T00:00:00Z||3"),
            OwnTable.FILES,
            List.of("fees|fees/甲.csv|ff|7|1|2|1|1|甲;乙|a", "fees|b.csv|00|9|2||0|0||b"),
            OwnTable.INDICATORS,
            List.of(
                "2020|A|own|run_once_share|-1337|1483|90.16", "2020|A|own|fine_yuan|0.01||0.01"),
            OwnTable.UNITS_BY_YEAR,
            List.of("2020|A|甲|county||A|||||true|false|"));
    written.forEach(
        (table, lines) ->
            lines.forEach(
                l -> {
                  Dataset<Row> row = Rows.of(spark, Schemas.of(table), l);
                  writer.append(table.tableName(), row);
                }));
    writer.flush();

    Tables reader = new Tables(spark, folder.toString(), keep);
    written.forEach(
        (table, lines) ->
            assertThat(reader.list(table))
                .hasSameSizeAs(lines)
                .containsExactlyInAnyOrderElementsOf(
                    writer.read(table).collectAsList().stream()
                        .map(r -> Entry.of(table, r))
                        .toList()));
    assertThat(reader.list(OwnTable.REJECTS)).isEmpty();
  }

  @Test
  void listsTheNewestContentAndColumnsOfLater(SparkSession spark) {
    Tables tables = new Tables(spark, folder.toString(), false);
    Dataset<Row> run = Rows.of(spark, Schemas.of(OwnTable.RUNS), "a|run");
    tables.append(OwnTable.RUNS.tableName(), run.drop(Columns.COUNTS));
    tables.append(OwnTable.RUNS.tableName(), Rows.of(spark, Schemas.of(OwnTable.RUNS), "b|run"));
    tables.replace("files", Rows.of(spark, Schemas.of(OwnTable.FILES), "fees|a.csv"));
    tables.replace("files", Rows.of(spark, Schemas.of(OwnTable.FILES), "fees|b.csv"));

    assertThat(tables.list(OwnTable.RUNS))
        .extracting(e -> e.text(Columns.RUN))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(tables.list(OwnTable.FILES))
        .extracting(e -> e.text(Columns.FILE))
        .containsExactly("b.csv");
  }

  private static Dataset<Row> cells(SparkSession spark, String... lines) {
    return Rows.of(spark, Schemas.of(OwnTable.CELLS), lines);
  }
}
