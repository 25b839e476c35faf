package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.sketch.BloomFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessions.class)
class BulkRevisionsTest {
  private final BulkRevisions step =
      new BulkRevisions(
          new Revisions(
              Taken.DECLARED.dataSet("facts"), Set.of(), 2, new CollectionAccumulator<>()));

  private static Dataset<Row> hashes(SparkSession spark, String... hashes) {
    return Rows.of(spark, StagedRows.hashes(), hashes);
  }

  @Test
  void tellsTheThingsOfWhichSeveralRowsAreNew(SparkSession spark) {
    BloomFilter meeting = step.meeting(hashes(spark, "71", "72", "73", "72"), null);

    assertThat(meeting.mightContainLong(72)).isTrue();
    assertThat(meeting.mightContainLong(71)).isFalse();
  }

  @Test
  void letsNothingMeetWhereEveryThingHasOneRow(SparkSession spark) {
    BloomFilter meeting = step.meeting(hashes(spark, "71", "72"), null);

    assertThat(meeting.mightContainLong(71)).isFalse();
    assertThat(meeting.mightContainLong(72)).isFalse();
  }
}
