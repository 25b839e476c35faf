package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.FaultyFiles;
import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.SmallWarehouse;
import gouji.testkit.SparkSessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that break off, cannot be read, or change meanwhile. */
@ExtendWith({SparkSessions.class, Program.Programs.class})
class FaultyInputTest {
  private static final String HEAD = "unit_id,year,fact_code,value";
  private static final String FACT = "A,2020,mobile_items,1";

  @TempDir private Path folder;
  private SmallWarehouse at;

  @BeforeEach
  void oneSoundFile(Program program, SparkSession spark) throws IOException {
    at = new SmallWarehouse(folder, program, spark);
    at.write("facts/a.csv", HEAD, FACT);
    FaultyFiles.register(spark.sparkContext().hadoopConfiguration());
  }

  /** Takes the input in from the disk that misbehaves. */
  private Ran faulty() {
    return at.run("ingest", "--input", "faulty:" + folder + "/input");
  }

  private List<String> files() {
    return at.table("files", "file", "rows_read");
  }

  @Test
  void rejectsWhatIsBrokenAndTakesTheRestIn() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write((HEAD + "\n" + FACT + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Files.write(
        folder.resolve("input/facts/short.csv.gz"),
        Arrays.copyOf(packed.toByteArray(), packed.size() - 9));
    at.write("facts/bad.parquet", "PAR1 and nothing else PAR1");

    Ran ran = at.ingest();

    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out()).contains("1  rows accepted").contains("2  files rejected");
    assertThat(files())
        .containsExactly("facts/a.csv|1", "facts/bad.parquet|", "facts/short.csv.gz|");
    assertThat(at.table("rejects", "file", "reason"))
        .containsExactly("facts/bad.parquet|unreadable_file", "facts/short.csv.gz|unreadable_file");
  }

  @Test
  void leavesFilesThatCannotBeReadNowForALaterRun() throws IOException {
    at.write("facts/growing.csv", HEAD, FACT);
    at.write("facts/unreadable.csv", HEAD, FACT);

    Ran ran = faulty();

    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out())
        .contains("facts/growing.csv: left for the next run, it is still being written")
        .contains(
            "facts/unreadable.csv: left for the next run, it cannot be read: the disk does not"
                + " answer");
    assertThat(files()).containsExactly("facts/a.csv|1");

    assertThat(at.ingest().status()).isZero();
    assertThat(files())
        .containsExactly("facts/a.csv|1", "facts/growing.csv|1", "facts/unreadable.csv|1");
  }

  @Test
  void takesNothingInWhenAFileIsWrittenWhileItsRowsAreRead() throws IOException {
    at.write("facts/late.csv", HEAD, "A,2021,mobile_items,1");

    Ran ran = faulty();

    assertThat(ran.status()).as(ran.out()).isEqualTo(3);
    assertThat(ran.err())
        .contains("facts/late.csv is not what it was when its reading began: it was written");
    assertThat(folder.resolve("warehouse/files")).doesNotExist();

    Ran again = at.ingest();
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out()).contains("2  rows accepted");
    assertThat(files()).containsExactly("facts/a.csv|1", "facts/late.csv|1");
  }
}
