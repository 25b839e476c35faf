package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Program;
import gouji.testkit.SparkSessions;
import gouji.testkit.crash.Crashes;
import gouji.testkit.crash.Moment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed at every step, over a few records; scripts/crash does so over a county. */
@ExtendWith({SparkSessions.class, Program.Programs.class})
class CrashTest {
  @TempDir private Path folder;

  private static List<String> program() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> words = new ArrayList<>(List.of(java));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("--add-opens"))
        .forEach(words::add);
    words.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Duser.timezone=UTC",
            "-cp",
            System.getProperty("java.class.path"),
            "gouji.cli.Gouji"));
    return words;
  }

  private Path write(String input, String file, String... lines) throws IOException {
    Path path = folder.resolve(input).resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, List.of(lines));
    return folder.resolve(input);
  }

  @Test
  void endsAsIfItHadNotBeenKilledWhenTheCommandIsRepeated(Program inside, SparkSession spark)
      throws IOException, InterruptedException {
    String head = "unit_id,year,fact_code,value";
    write("first", "units/a.csv", "unit_id,name,level,valid_from", "A,甲,county,2010-01-01");
    Path first = write("first", "facts/a.csv", head, "A,2019,mobile_items,1", "A,2020,bad,x");
    Path second =
        write("second", "facts/b.csv", head, "A,2019,mobile_items,7", "A,2020,mobile_items,2");
    write(
        "second",
        "units/b.csv",
        "unit_id,name,level,parent_id,valid_from",
        "B,乙,town,A,2011-01-01");
    // A process that is let be would only take its time to start.
    Crashes crashes =
        new Crashes(
            program(),
            (words, said) -> inside.run(words.toArray()).status(),
            folder.resolve("work"),
            spark,
            20_200_101);
    crashes.over(first, second);

    List<Moment> moments =
        List.of(Moment.INGEST, Moment.TAKEN_IN, Moment.AGGREGATE, Moment.RECONCILE, Moment.EXPORT);
    for (Moment moment : moments) {
      Crashes.Told told = crashes.kill(moment);
      assertThat(told.wrong()).as("killed soon after %s, at %s", moment, told.hit()).isEmpty();
    }
  }
}
