package gouji.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gouji.contract.OwnTable;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.job.Standing;
import gouji.ledger.Ledger.Begun;
import gouji.store.Needed;
import gouji.store.Needed.Why;
import gouji.store.Schemas;
import gouji.store.Tables;
import gouji.store.Upkeep;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
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

  @Test
  void takesATableWhoseFilesAreTidiedUpForTheSame(SparkSession spark) {
    Tables tables = new Tables(spark, folder.toString(), false);
    Ledger ledger = at(tables, "2021-01-01T00:00:00Z");
    Begun first = ledger.begin("run");
    tables.replace("cells", cells(spark, 12));
    ledger.end(first, 0, "basis", "rules", Map.of("files", 3L), tables.versions());

    assertThat(tables.upkeep("cells").compact()).isTrue();

    Tables later = new Tables(spark, folder.toString(), false);
    Ledger now = at(later, "2021-01-02T00:00:00Z");
    assertThat(now.findCurrent("basis")).contains(new Standing(first.id(), Map.of("files", 3L)));
    assertThat(now.computedBy(now.begin("export")).id()).isEqualTo(first.id());
    assertThat(now.undo(Set.of("cells"))).isEmpty();
    assertThat(later.origins().of(later.versions())).containsEntry("cells", 0L);
  }

  private static Dataset<Row> cells(SparkSession spark, int files) {
    String[] many = Collections.nCopies(files * 4, CELL).toArray(String[]::new);
    return Rows.of(spark, Schemas.of(OwnTable.CELLS), many).repartition(files);
  }

  /** A command that ends at that hour; a run takes a file in and leaves other findings. */
  private static String end(
      Tables tables, SparkSession spark, int hour, String command, int status) {
    Ledger ledger = at(tables, "2021-01-01T%02d:00:00Z".formatted(hour));
    Begun run = ledger.begin(command);
    if (command.equals("run")) {
      tables.replace(
          "findings", Rows.of(spark, Schemas.of(OwnTable.FINDINGS), "20%02d".formatted(hour)));
      tables.replace(
          "files", Rows.of(spark, Schemas.of(OwnTable.FILES), "fees|%d.csv".formatted(hour)));
    }
    ledger.end(run, status, null, "rules", Map.of(), tables.versions());
    return run.id();
  }

  @Test
  void tellsNewFindingsAgainstThoseOfTheLastRunThatEndedWell(SparkSession spark) {
    Tables tables = new Tables(spark, folder.toString(), false);
    String first = end(tables, spark, 1, "run", 0);
    end(tables, spark, 2, "run", 1);
    end(tables, spark, 3, "run", 3);
    end(tables, spark, 4, "maintain", 0);
    end(tables, spark, 5, "export", 0);
    Ledger ledger = at(tables, "2021-01-02T00:00:00Z");

    assertThat(ledger.before("rules", null)).contains(1L);
    assertThat(ledger.compared()).containsExactly(0L, 1L);
    assertThat(ledger.before("other rules", null)).contains(1L);
    assertThat(ledger.before("rules", first)).contains(0L);
  }

  @Test
  void keepsTheVersionsThatReportsWereMadeFrom(SparkSession spark) {
    Tables tables = new Tables(spark, folder.toString(), false);
    IntStream.rangeClosed(1, 4).forEach(i -> end(tables, spark, i, "run", 0));
    end(tables, spark, 5, "run", 3);
    Ledger ledger = at(tables, "2021-01-02T00:00:00Z");

    assertThat(new Retention(ledger, null).kept().get("files").keySet())
        .containsExactly(0L, 1L, 2L, 3L);
    Map<String, SortedMap<Long, Why>> kept =
        new Retention(ledger, Instant.parse("2021-01-01T04:00:00Z")).kept();
    assertThat(kept.get("files")).containsExactly(Map.entry(3L, Why.REPORT));
    assertThat(kept.get("findings"))
        .containsExactly(Map.entry(2L, Why.FINDINGS), Map.entry(3L, Why.REPORT));
  }

  @Test
  void saysThatAnEarlierRunIsNoLongerKept(SparkSession spark) {
    Tables tables = new Tables(spark, folder.toString(), false);
    String first = end(tables, spark, 1, "run", 0);
    end(tables, spark, 2, "run", 0);
    Ledger ledger = at(tables, "2021-01-02T00:00:00Z");
    assertThat(ledger.viewOf(first).versions()).containsEntry("findings", 0L);

    Upkeep findings = tables.upkeep("findings");
    findings.delete(findings.unneeded(Needed.newest(null)).orElseThrow());

    for (Executable gone :
        List.<Executable>of(() -> ledger.viewOf(first), () -> ledger.before("rules", first))) {
      Failure failure = catchThrowableOfType(Failure.class, gone::execute);
      assertThat(failure)
          .hasMessageContaining(
              first + ", whose table findings is not kept any more at version 0: gouji maintain");
      assertThat(failure.code()).isEqualTo(FailureCode.UNUSABLE);
    }
  }

  private static Ledger at(Tables tables, String moment) {
    return new Ledger(tables, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
  }
}
