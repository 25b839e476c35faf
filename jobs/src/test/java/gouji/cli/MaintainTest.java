package gouji.cli;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import gouji.ledger.Ledger;
import gouji.store.Tables;
import gouji.store.Upkeep;
import gouji.testkit.Folders;
import gouji.testkit.History;
import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.Rows;
import gouji.testkit.SampleRun;
import gouji.testkit.SmallWarehouse;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tidying up changes nothing that anybody can read. More histories than the build has time for:
 * {@code -Dgouji.histories=20}.
 */
@ExtendWith({SparkSessions.class, Program.Programs.class, SampleRun.SampleRuns.class})
class MaintainTest {
  private static final int DELIVERIES = 2;
  private static final String TODAY = "2023-03-01";
  private static final List<String> FIGURES =
      List.of("cells", "indicators", "coverage", "units_by_year");

  /** A master that is named makes a run one over large tables. */
  private static final List<String> LARGE = List.of("--master", "local[2]");

  @TempDir private Path folder;
  private Program program;
  private SparkSession spark;

  @BeforeEach
  void open(Program given, SparkSession session) {
    program = given;
    spark = session;
  }

  private Path warehouse() {
    return folder.resolve("warehouse");
  }

  private Ran run(Path warehouse, Object... command) {
    Stream<Object> all =
        Stream.concat(Stream.of(command), Stream.of("--warehouse", warehouse, "--today", TODAY));
    Ran ran = program.run(Stream.concat(all, LARGE.stream()).toArray());
    assertThat(ran.status()).as(ran.out() + ran.err()).isLessThanOrEqualTo(1);
    return ran;
  }

  private Ran maintain(Object... options) {
    return run(
        warehouse(),
        Stream.concat(Stream.of("maintain", "--keep-days", 0), Stream.of(options)).toArray());
  }

  private Tables tables() {
    return new Tables(spark, warehouse().toString(), false);
  }

  private Map<String, Long> versions() {
    Map<String, Long> versions = tables().versions();
    versions.remove(OwnTable.RUNS.tableName());
    return versions;
  }

  private Map<String, List<String>> figures(Path warehouse) {
    Tables tables = new Tables(spark, warehouse.toString(), false);
    Map<String, List<String>> figures = new TreeMap<>();
    FIGURES.forEach(t -> figures.put(t, Rows.lines(tables.find(t).orElseThrow())));
    return figures;
  }

  /** Ids of the runs of a command, in their order. */
  private List<String> runs(String command) {
    return tables().list(OwnTable.RUNS).stream()
        .filter(r -> r.text(Columns.COMMAND).equals(command))
        .map(r -> r.text(Columns.RUN))
        .sorted()
        .toList();
  }

  private void export(Path out, Object... options) {
    run(
        warehouse(),
        Stream.concat(Stream.of("export", "--format", "csv,html", "--out", out), Stream.of(options))
            .toArray());
  }

  private String explain() {
    Row cell =
        tables()
            .read(OwnTable.CELLS)
            .where(col(Columns.SCOPE).equalTo("consolidated"))
            .orderBy(Columns.YEAR, Columns.UNIT_ID, Columns.CELL)
            .first();
    return run(
            warehouse(),
            "explain",
            cell.<String>getAs(Columns.CELL),
            "--year",
            cell.<Integer>getAs(Columns.YEAR),
            "--unit",
            cell.<String>getAs(Columns.UNIT_ID))
        .out();
  }

  static LongStream histories() {
    return LongStream.rangeClosed(1, Long.getLong("gouji.histories", 1));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void changesNothingThatCanBeRead(long seed) throws IOException {
    Path input = folder.resolve("input");
    History history = new History(input, 2 * seed + 1);
    for (int i = 0; i < DELIVERIES; i++) {
      history.deliver(false);
      run(warehouse(), "ingest", "--input", input);
      if (i == 1) {
        assertThat(maintain().out()).as("the figures are behind").contains("no longer needed");
      }
      run(warehouse(), "aggregate");
      run(warehouse(), "reconcile");
      export(folder.resolve("out" + i));
    }
    String explained = explain();
    run(warehouse(), "reconcile");
    List<Path> before = Folders.files(warehouse());
    maintain("--dry-run");
    assertThat(Folders.files(warehouse())).as("a trial").isEqualTo(before);

    maintain();

    Map<String, Long> versions = versions();
    List<Path> after = Folders.files(warehouse());
    assertThat(before.stream().filter(f -> !after.contains(f))).hasSizeGreaterThan(5);
    Ran again = maintain();
    assertThat(again.out()).contains("All is tidy: there was nothing to do.");
    assertThat(Folders.files(warehouse())).isEqualTo(after);
    run(warehouse(), "aggregate");
    assertThat(versions()).as("nothing is new").isEqualTo(versions);
    Path other = folder.resolve("other");
    run(other, "ingest", "--input", input);
    run(other, "aggregate", "--full");
    assertThat(figures(warehouse())).isEqualTo(figures(other));
    assertThat(explain()).isEqualTo(explained);
    run(warehouse(), "reconcile");
    makesAllReportsAgain();
    undoesWhatABrokenCommandLeft();
  }

  private void makesAllReportsAgain() throws IOException {
    List<String> exports = runs("export");
    assertThat(exports).hasSize(DELIVERIES);
    for (int i = 0; i < DELIVERIES; i++) {
      Path again = folder.resolve("again" + i);
      export(again, "--as-of", exports.get(i));
      assertThat(Folders.contents(again))
          .as("report %d", i)
          .isEqualTo(Folders.contents(folder.resolve("out" + i)));
    }
  }

  private void undoesWhatABrokenCommandLeft() {
    Map<String, List<String>> figures = figures(warehouse());
    tables().replace("cells", tables().read(OwnTable.CELLS).limit(1));

    Ran ran = maintain();

    assertThat(ran.err()).contains("an earlier command broke off", "cells");
    assertThat(figures(warehouse())).isEqualTo(figures);
  }

  @Test
  void bringsTheFilesOfManyBatchesTogether() throws IOException {
    SmallWarehouse at = new SmallWarehouse(folder, program, spark);
    at.write("units/a.csv", "unit_id,name,level,valid_from", "A,甲,county,2010-01-01");
    batch(at, 1);
    scatter("facts");
    run(warehouse(), "aggregate");
    run(warehouse(), "reconcile");
    export(folder.resolve("out"));
    Upkeep facts = tables().upkeep("facts");

    assertThat(maintain().out()).contains("facts: 1 files in use instead of 12;");

    assertThat(facts.extent().orElseThrow().files()).isEqualTo(1);
    Map<String, Long> versions = versions();
    run(warehouse(), "aggregate");
    assertThat(versions()).as("nothing is new").isEqualTo(versions);
    export(folder.resolve("again"), "--as-of", runs("export").get(0));
    assertThat(Folders.contents(folder.resolve("again")))
        .isEqualTo(Folders.contents(folder.resolve("out")));
    batch(at, 2);
    Path other = folder.resolve("other");
    Folders.copy(warehouse(), other);
    run(warehouse(), "aggregate");
    run(other, "aggregate", "--full");
    assertThat(figures(warehouse())).isEqualTo(figures(other));
    maintain("--keep-report-days", 0);
    assertThat(Folders.files(warehouse().resolve("facts")))
        .filteredOn(f -> f.getNameCount() == 1 && f.toString().endsWith(".parquet"))
        .as("data files on the disk, and no other than those in use")
        .hasSize((int) facts.extent().orElseThrow().files());
  }

  private void batch(SmallWarehouse at, int number) throws IOException {
    String[] lines =
        Stream.concat(
                Stream.of("unit_id,year,fact_code,value"),
                IntStream.rangeClosed(2010, 2022)
                    .mapToObj(y -> "A,%d,mobile_items,%d".formatted(y, y * number)))
            .toArray(String[]::new);
    at.write("facts/%d.csv".formatted(number), lines);
    run(warehouse(), "ingest", "--input", folder.resolve("input"));
  }

  /** The table as many commands leave it that have few new rows each. */
  private void scatter(String table) {
    Tables tables = tables();
    tables.replace(table, tables.find(table).orElseThrow().repartition(12));
    Ledger ledger = new Ledger(tables, Clock.systemUTC());
    ledger.end(ledger.begin("ingest"), 0, null, null, Map.of(), tables.versions());
  }

  @Test
  void letsReportsGoThatAreNotToBeKept(SampleRun sample) {
    Path copy = sample.copyOfWarehouse(folder);
    String first = runs("run").get(0);
    List<Object> same =
        List.of("--warehouse", copy, "--out", folder.resolve("out"), "--today", SampleRun.TODAY);
    Stream<Object> corrections = Stream.of("run", "--input", SampleRun.CORRECTIONS);
    assertThat(program.run(Stream.concat(corrections, same.stream()).toArray()).status())
        .isEqualTo(1);
    int before = Folders.files(copy).size();

    Ran kept = program.run("maintain", "--warehouse", copy);
    assertThat(kept.status()).isZero();
    assertThat(kept.out()).contains("All is tidy");
    Ran ran =
        program.run("maintain", "--warehouse", copy, "--keep-days", 0, "--keep-report-days", 0);

    assertThat(ran.status()).isZero();
    assertThat(Folders.files(copy)).hasSizeLessThan(before - 10);
    Ran gone = program.run("export", "--warehouse", copy, "--out", folder, "--as-of", first);
    assertThat(gone.status()).isEqualTo(2);
    assertThat(gone.err())
        .contains("--as-of is " + first + ", whose table", "is not kept any more");
    Ran again =
        program.run(
            Stream.concat(Stream.of("run", "--input", SampleRun.CORRECTIONS), same.stream())
                .toArray());
    assertThat(again.out()).contains("Nothing is new", "0  files written");
  }

  @Test
  void refusesDaysThatAreNone() {
    for (String option : List.of("--keep-days", "--keep-report-days")) {
      Ran ran = program.run("maintain", "--warehouse", warehouse(), option, -1);
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.err())
          .contains("gouji: %s is -1. Name a number of days from 0 to 36500.".formatted(option));
    }
    assertThat(warehouse()).doesNotExist();
  }
}
