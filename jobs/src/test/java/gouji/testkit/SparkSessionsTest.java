package gouji.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessions.class)
class SparkSessionsTest {
  private static final String COLUMNS =
      "year INT, unit_id STRING, value DECIMAL(24,6), records BIGINT, known BOOLEAN, day DATE,"
          + " at TIMESTAMP, units ARRAY<STRING>";

  @Test
  void readsAndWritesDeltaTablesAndTellsThemAsLines(SparkSession spark, @TempDir Path folder) {
    String[] lines = {
      "2020|A|-1200.5|7|true|2020-12-31|2020-01-02T03:04:05Z|A;B", "2019|甲|0|||||", "|||||||"
    };
    String table = folder.resolve("table").toString();

    Rows.of(spark, COLUMNS, lines).write().format("delta").save(table);

    assertThat(Rows.lines(spark.read().format("delta").load(table)))
        .containsExactly(lines[1], lines[0], lines[2]);
  }

  @Test
  void fillsTheEndOfAShortLineWithNull(SparkSession spark) {
    assertThat(Rows.lines(Rows.of(spark, COLUMNS, "2019"))).containsExactly("2019|||||||");
  }
}
