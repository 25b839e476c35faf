package gouji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

  private static Dataset<Row> cells(SparkSession spark, String... lines) {
    return Rows.of(spark, Schemas.of(OwnTable.CELLS), lines);
  }
}
