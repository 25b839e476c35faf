package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Folders;
import gouji.testkit.History;
import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was computed step by step is what is computed at once, whatever the history. More histories
 * than the build has time for: {@code -Dgouji.histories=20}.
 */
@ExtendWith({SparkSessions.class, Program.Programs.class})
class IncrementalTest {
  private static final int DELIVERIES = 3;
  private static final String TODAY = "2023-03-01";
  private static final List<String> TABLES =
      List.of("cells", "indicators", "coverage", "units_by_year");

  @TempDir private Path folder;

  static LongStream histories() {
    return LongStream.rangeClosed(1, Long.getLong("gouji.histories", 1));
  }

  /** Every other history gives some path a second content, which one delivery could not tell. */
  @ParameterizedTest
  @MethodSource("histories")
  void equalsComputingInFull(long seed, Program program, SparkSession spark) throws IOException {
    boolean again = seed % 2 == 0;
    Path input = folder.resolve("input");
    Path warehouse = folder.resolve("warehouse");
    History history = new History(input, seed);
    for (int i = 0; i < DELIVERIES; i++) {
      history.deliver(again);
      run(program, "ingest", "--input", input, "--warehouse", warehouse);
      if (i == 1) {
        run(program, "aggregate", "--warehouse", warehouse, "--years", "2020..2021");
      } else {
        run(program, "aggregate", "--warehouse", warehouse);
      }
    }
    Path other = folder.resolve("other");
    if (again) {
      Folders.copy(warehouse, other);
    } else {
      run(program, "ingest", "--input", input, "--warehouse", other);
    }
    run(program, "aggregate", "--warehouse", other, "--full");

    assertThat(tables(spark, warehouse)).isEqualTo(tables(spark, other));
  }

  private static void run(Program program, Object... command) {
    // A master that is named makes a run one over large tables.
    Ran ran =
        program.run(
            Stream.concat(Stream.of(command), Stream.of("--master", "local[2]", "--today", TODAY))
                .toArray());
    assertThat(ran.status()).as(ran.err()).isLessThanOrEqualTo(1);
  }

  private static Map<String, List<String>> tables(SparkSession spark, Path warehouse) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (String table : TABLES) {
      tables.put(
          table,
          Rows.lines(spark.read().format("delta").load(warehouse.resolve(table).toString())));
    }
    return tables;
  }
}
