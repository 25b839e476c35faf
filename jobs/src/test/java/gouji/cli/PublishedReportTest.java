package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Program;
import gouji.testkit.SampleRun;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({SparkSessions.class, Program.Programs.class, SampleRun.SampleRuns.class})
class PublishedReportTest {
  private static final Path PUBLISHED = Path.of("data", "yiyang", "published-2020.csv");
  private static final String COUNTY = "2020,361126,consolidated,";

  @Test
  void computesEveryFigureThatTheCountyPublishedFor2020(SampleRun sample) throws IOException {
    Map<String, BigDecimal> published = new LinkedHashMap<>();
    for (String line : Files.readAllLines(PUBLISHED).subList(1, lines(PUBLISHED))) {
      int comma = line.indexOf(',');
      published.put(line.substring(0, comma), rounded(line.substring(comma + 1)));
    }
    Map<String, BigDecimal> computed = new LinkedHashMap<>();
    published.forEach((name, value) -> computed.put(name, rounded("0")));

    add(computed, sample.out().resolve("cells.csv"), 4);
    add(computed, sample.out().resolve("indicators.csv"), 3);

    assertThat(published).hasSize(230);
    computed.keySet().retainAll(published.keySet());
    assertThat(computed).isEqualTo(published);
  }

  private static int lines(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }

  /** Adds the county's figures of a bulk file, whose last column is the value. */
  private static void add(Map<String, BigDecimal> figures, Path file, int name) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(COUNTY)) {
        String[] values = line.split(",", -1);
        figures.put(values[name], rounded(values[values.length - 1]));
      }
    }
  }

  /** As the report prints it: two decimals; a blank is 0. */
  private static BigDecimal rounded(String number) {
    return new BigDecimal(number.isEmpty() ? "0" : number).setScale(2, RoundingMode.HALF_UP);
  }
}
