package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.OwnTable;
import gouji.store.Tables;
import gouji.testkit.FaultyFiles;
import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.SparkSessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that break off, cannot be read, or change meanwhile. */
@ExtendWith({SparkSessions.class, Program.Programs.class})
class FaultyInputTest {
  private static final String FACT = "unit_id,year,fact_code,value\nA,%d,mobile_items,1\n";

  @TempDir private Path folder;

  @Test
  void rejectsWhatIsBrokenAndTakesTheRestIn(Program program, SparkSession spark)
      throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(FACT.formatted(2019).getBytes(StandardCharsets.UTF_8));
    }
    write("a.csv", FACT.formatted(2020).getBytes(StandardCharsets.UTF_8));
    write("short.csv.gz", Arrays.copyOf(packed.toByteArray(), packed.size() - 9));
    write("bad.parquet", "PAR1 and nothing else PAR1".getBytes(StandardCharsets.UTF_8));

    Ran ran = ingest(program, folder.resolve("in").toString());

    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out()).contains("1  rows accepted").contains("2  files rejected");
    assertThat(rowsRead(spark))
        .isEqualTo("{facts/a.csv=1, facts/bad.parquet=null, facts/short.csv.gz=null}");
  }

  @Test
  void leavesFilesThatCannotBeReadNowForALaterRun(Program program, SparkSession spark)
      throws IOException {
    FaultyFiles.register(spark.sparkContext().hadoopConfiguration());
    write("a.csv", FACT.formatted(2020).getBytes(StandardCharsets.UTF_8));
    write("growing.csv", FACT.formatted(2021).getBytes(StandardCharsets.UTF_8));
    write("unreadable.csv", FACT.formatted(2022).getBytes(StandardCharsets.UTF_8));

    Ran ran = ingest(program, "faulty:" + folder.resolve("in"));

    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out())
        .contains("facts/growing.csv: left for the next run, it is still being written")
        .contains(
            "facts/unreadable.csv: left for the next run, it cannot be read: the disk does not"
                + " answer");
    assertThat(rowsRead(spark)).isEqualTo("{facts/a.csv=1}");

    Ran again = ingest(program, folder.resolve("in").toString());

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(rowsRead(spark))
        .isEqualTo("{facts/a.csv=1, facts/growing.csv=1, facts/unreadable.csv=1}");
  }

  @Test
  void takesNothingInWhenAFileIsWrittenWhileItsRowsAreRead(Program program, SparkSession spark)
      throws IOException {
    FaultyFiles.register(spark.sparkContext().hadoopConfiguration());
    write("late.csv", FACT.formatted(2020).getBytes(StandardCharsets.UTF_8));

    Ran ran = ingest(program, "faulty:" + folder.resolve("in"));

    assertThat(ran.status()).as(ran.out()).isEqualTo(3);
    assertThat(ran.err()).contains("facts/late.csv was written while it was read. Repeat");
    assertThat(rowsRead(spark)).isEqualTo("{}");

    Ran again = ingest(program, folder.resolve("in").toString());

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out()).contains("1  rows accepted");
    assertThat(rowsRead(spark)).isEqualTo("{facts/late.csv=1}");
  }

  private Ran ingest(Program program, String input) {
    return program.run("ingest", "--input", input, "--warehouse", folder.resolve("warehouse"));
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve("in/facts").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private String rowsRead(SparkSession spark) {
    Map<String, Long> rows = new TreeMap<>();
    new Tables(spark, folder.resolve("warehouse").toString(), false)
        .read(OwnTable.FILES)
        .collectAsList()
        .forEach(r -> rows.put(r.getAs("file"), r.getAs("rows_read")));
    return rows.toString();
  }
}
