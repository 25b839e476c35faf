package gouji.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.OwnTable;
import gouji.job.Standing;
import gouji.ledger.Ledger.Begun;
import gouji.store.Schemas;
import gouji.store.Tables;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessions.class)
class LedgerTest {
  private static final String CELL = "2020|A|own|2019-60|requests.open:ngo|1";

  @TempDir private Path folder;

  @Test
  void knowsTheRunWhoseResultTheWarehouseStillHolds(SparkSession spark) {
    Tables tables = new Tables(spark, folder.toString(), false);
    Begun first = at(tables, "2021-01-01T00:00:00Z").begin("run");
    assertThat(first.id()).isEqualTo("20210101T000000.000Z");
    assertThat(at(tables, "2021-01-01T00:00:00Z").findCurrent("basis")).isEmpty();

    tables.replace("cells", Rows.of(spark, Schemas.of(OwnTable.CELLS), CELL));
    at(tables, "2021-01-01T00:00:05Z")
        .end(first, 0, "basis", "rules", Map.of("files", 3L), tables.versions());
    Ledger later = at(tables, "2021-01-02T00:00:00Z");

    assertThat(later.findCurrent("basis")).contains(new Standing(first.id(), Map.of("files", 3L)));
    assertThat(later.findCurrent("other years")).isEmpty();
    assertThat(later.computedBy(later.begin("export")).id()).isEqualTo(first.id());
    assertThat(Rows.lines(tables.read(OwnTable.RUNS).drop("versions", "counts")))
        .containsExactly(
            first.id() + "|run|2021-01-01T00:00:00Z|2021-01-01T00:00:05Z|0|basis|rules");

    tables.replace("cells", Rows.of(spark, Schemas.of(OwnTable.CELLS), CELL));
    assertThat(later.findCurrent("basis")).as("a table has changed since").isEmpty();
    Begun failed = later.begin("run");
    later.end(failed, 3, "basis", "rules", Map.of(), tables.versions());
    assertThat(later.findCurrent("basis")).as("a run that failed left nothing whole").isEmpty();
  }

  private static Ledger at(Tables tables, String moment) {
    return new Ledger(tables, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
  }
}
