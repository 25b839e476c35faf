package gouji.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvinceTest {
  private static final Province SMALL = new Province(50, 2, 3_000, 300, 7);

  @TempDir Path folder;

  @Test
  void writesTheSameBytesWhateverTheNumberOfThreads() throws Exception {
    long rows = inThreads(1, folder.resolve("one"));

    assertThat(inThreads(4, folder.resolve("four"))).isEqualTo(rows);
    assertThat(texts(folder.resolve("four"))).isEqualTo(texts(folder.resolve("one")));
  }

  @Test
  void filesAsManyRowsAsAskedForAndCorrectsSomeInLaterFiles() throws IOException {
    SMALL.write(folder);

    Map<String, String> texts = texts(folder);
    assertThat(lines(texts, "penalties/20")).isEqualTo(3_000 * 42 / 100);
    assertThat(lines(texts, "service_items/20")).isEqualTo(300);
    assertThat(lines(texts, "penalties/corrections")).isBetween(10L, 50L);
  }

  @Test
  void putsTheMonthIntoFilesThatAreNotThereYet() throws IOException {
    SMALL.write(folder.resolve("all"));
    SMALL.month(folder.resolve("month"));

    assertThat(texts(folder.resolve("month")).keySet())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(texts(folder.resolve("all")).keySet());
  }

  private static long inThreads(int threads, Path folder) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> SMALL.write(folder)).get();
    } finally {
      pool.shutdown();
    }
  }

  /** The records of the files below a path; those with a line break in quotes count once. */
  private static long lines(Map<String, String> texts, String below) {
    return texts.entrySet().stream()
        .filter(e -> e.getKey().startsWith(below))
        .mapToLong(e -> e.getValue().replace("\n（", "").lines().count() - 1)
        .sum();
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(
            folder.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }
}
