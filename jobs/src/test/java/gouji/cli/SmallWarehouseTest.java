package gouji.cli;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Folders;
import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The life of a warehouse with a register and some facts, command by command. */
@ExtendWith({SparkSessions.class, Program.Programs.class})
class SmallWarehouseTest {
  @TempDir private Path folder;

  @Test
  void keepsWhatItWasGivenThroughNewContentsFailuresAndNamedYears(
      Program program, SparkSession spark) throws IOException {
    write("units/a.csv", "unit_id,name,level,valid_from", "A,甲,county,2010-01-01");
    write(
        "facts/a.csv",
        "unit_id,year,fact_code,value",
        "A,2019,mobile_items,1",
        "A,2020,mobile_items,x",
        "A,2021,mobile_items,3");

    Ran first = ingest(program);
    assertThat(first.status()).isEqualTo(1);
    assertThat(first.out()).contains("Some rows are rejected: see the table rejects");
    assertThat(table(spark, "rejects", "file", "line", "column", "reason", "raw"))
        .containsExactly("facts/a.csv|3|value|bad_number|x");

    write(
        "facts/a.csv",
        "unit_id,year,fact_code,value",
        "A,2020,mobile_items,2",
        "A,2021,mobile_items,4");
    Ran second = ingest(program);
    assertThat(second.status()).isZero();
    assertThat(second.out())
        .contains("1  files new or changed")
        .contains("warning: facts/a.csv: 1 records of the old content are not in the new one")
        .contains("Next: gouji aggregate --warehouse");
    assertThat(table(spark, "rejects", "file")).isEmpty();
    assertThat(table(spark, "facts", "year", "value", "content", "in_force"))
        .containsExactly("2019|1|1|true", "2020|2|2|true", "2021|4|2|true");

    assertThat(ran(program, "aggregate", "--today", "2023-01-31").status()).isZero();
    assertThat(table(spark, "indicators", "year", "scope", "indicator", "value"))
        .containsExactly(
            "2019|consolidated|mobile_items|1",
            "2019|own|mobile_items|1",
            "2020|consolidated|mobile_items|2",
            "2020|own|mobile_items|2",
            "2021|consolidated|mobile_items|4",
            "2021|own|mobile_items|4");

    write("facts/b.csv", "unit_id,year,fact_code,value", "A,2019,mobile_items,9");
    assertThat(ingest(program).status()).isZero();
    assertThat(ran(program, "aggregate", "--years", "2020").status()).isZero();
    assertThat(table(spark, "indicators", "year", "scope", "value"))
        .as("only the named year is computed anew")
        .contains("2019|own|1", "2020|own|2", "2021|own|4");
    assertThat(ran(program, "aggregate", "--years", "2019..2020").status()).isZero();
    assertThat(table(spark, "indicators", "year", "scope", "value"))
        .contains("2019|own|9", "2021|own|4");

    assertThat(ran(program, "reconcile").status()).isZero();
    Path taken = Files.writeString(folder.resolve("taken"), "");
    Ran failed = ran(program, "export", "--out", taken.resolve("out").toString());
    assertThat(failed.status()).isEqualTo(3);
    assertThat(failed.err().lines().filter(l -> l.contains("cannot be written"))).hasSize(1);
    Ran nobody = ran(program, "export", "--out", folder + "/nobody", "--unit", "B");
    assertThat(nobody.status()).isEqualTo(2);
    assertThat(nobody.err()).contains("the unit B is in no register of the years asked for");
    Ran written = ran(program, "export", "--out", folder + "/out", "--format", "jsonl,xlsx");
    assertThat(written.status()).isZero();
    assertThat(Folders.files(folder.resolve("out")).stream().map(Path::toString))
        .contains("indicators.jsonl", "reports/2021-A.xlsx")
        .noneMatch(f -> f.endsWith(".csv") || f.endsWith(".html"));

    assertThat(table(spark, "runs", "command", "status"))
        .containsExactlyInAnyOrder(
            "ingest|1",
            "ingest|0",
            "aggregate|0",
            "ingest|0",
            "aggregate|0",
            "aggregate|0",
            "reconcile|0",
            "export|3",
            "export|0");
  }

  private void write(String file, String... lines) throws IOException {
    Path path = folder.resolve("input").resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, List.of(lines));
  }

  private Ran ingest(Program program) {
    return ran(program, "ingest", "--input", folder + "/input");
  }

  private Ran ran(Program program, String command, String... options) {
    Stream<String> all =
        Stream.concat(Stream.of(command, "--warehouse", folder + "/warehouse"), Stream.of(options));
    return program.run(all.toArray());
  }

  private List<String> table(SparkSession spark, String table, String... columns) {
    Column[] chosen = Stream.of(columns).map(c -> col(c)).toArray(Column[]::new);
    return Rows.lines(
        spark.read().format("delta").load(folder + "/warehouse/" + table).select(chosen));
  }
}
