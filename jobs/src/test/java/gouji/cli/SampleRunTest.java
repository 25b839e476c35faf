package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import gouji.store.Tables;
import gouji.testkit.Folders;
import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.SampleRun;
import gouji.testkit.SparkSessions;
import gouji.testkit.golden.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({SparkSessions.class, Program.Programs.class, SampleRun.SampleRuns.class})
class SampleRunTest {
  private static final Path EXPECTED = Path.of("data", "yiyang", "expected");
  private static final String ADVICE =
      "when the difference is right, run scripts/golden and commit what it writes";

  @Test
  void writesTheExpectedFilesOfTheSample(SampleRun sample) throws IOException {
    assertThat(sample.ran().status()).as(sample.ran().err()).isZero();

    same(Outputs.of(sample.out()), EXPECTED.resolve("input"));
  }

  @Test
  void movesOnlyTheExpectedLinesWhenCorrectionsAreFiled(
      SampleRun sample, Program program, @TempDir Path folder) throws IOException {
    Path warehouse = sample.copyOfWarehouse(folder);

    Ran ran = run(program, SampleRun.CORRECTIONS, warehouse, folder.resolve("out"));

    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out())
        .contains(
            "27  rows rejected",
            "6  findings of severity error",
            "warning: readme.txt: left alone",
            "look into rejects.csv and findings.csv");
    Outputs moved = Outputs.of(folder.resolve("out")).since(Outputs.of(sample.out()));
    same(moved, EXPECTED.resolve("corrections"));
  }

  @Test
  void writesTheReportOfAnEarlierRunAgain(
      SampleRun sample, Program program, SparkSession spark, @TempDir Path folder)
      throws IOException {
    Path warehouse = sample.copyOfWarehouse(folder);
    String first =
        new Tables(spark, warehouse.toString(), false)
            .read(OwnTable.RUNS)
            .first()
            .getAs(Columns.RUN);
    run(program, SampleRun.CORRECTIONS, warehouse, folder.resolve("out"));
    Path again = folder.resolve("again");

    Ran ran = program.run("export", "--warehouse", warehouse, "--out", again, "--as-of", first);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(Folders.contents(again)).isEqualTo(Folders.contents(sample.out()));
    Ran unknown =
        program.run("export", "--warehouse", warehouse, "--out", again, "--as-of", "20200101T");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("--as-of is 20200101T, which is no run with findings");
  }

  @Test
  void changesNothingWhenTheSameInputIsRunAgain(
      SampleRun sample, Program program, SparkSession spark, @TempDir Path folder)
      throws IOException {
    Path warehouse = sample.copyOfWarehouse(folder);
    Map<String, Long> before = versions(spark, warehouse);

    Ran ran = run(program, SampleRun.INPUT, warehouse, folder.resolve("out"));

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("0  files new or changed", "Nothing is new");
    assertThat(versions(spark, warehouse)).isEqualTo(before);
    for (Path file : Folders.files(sample.out())) {
      assertThat(folder.resolve("out").resolve(file))
          .hasSameBinaryContentAs(sample.out().resolve(file));
    }
  }

  private static Ran run(Program program, Path input, Path warehouse, Path out) {
    return program.run(
        "run",
        "--input",
        input,
        "--warehouse",
        warehouse,
        "--out",
        out,
        "--today",
        SampleRun.TODAY);
  }

  /** Versions of all tables but the ledger, which tells of every run. */
  private static Map<String, Long> versions(SparkSession spark, Path warehouse) {
    Map<String, Long> versions =
        new TreeMap<>(new Tables(spark, warehouse.toString(), false).versions());
    assertThat(versions).containsKeys("requests", "cells", "findings");
    assertThat(versions.remove(OwnTable.RUNS.tableName())).isNotNull();
    return versions;
  }

  private static void same(Outputs outputs, Path folder) throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    for (Path file : Folders.files(folder)) {
      expected.put(file.toString().replace('\\', '/'), Files.readString(folder.resolve(file)));
    }
    assertThat(outputs.texts().keySet()).as(ADVICE).isEqualTo(expected.keySet());
    expected.forEach(
        (name, text) ->
            assertThat(outputs.texts().get(name).lines())
                .as("%s: %s", name, ADVICE)
                .containsExactlyElementsOf(text.lines().toList()));
  }
}
