package gouji.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
  private static final Path COMMITTED = Path.of("data", "yiyang");

  @Test
  void writesTheCommittedFilesByteForByte(@TempDir Path folder) throws IOException {
    Sample.write(folder);

    for (String part : List.of("input", "corrections")) {
      List<String> files = files(folder.resolve(part));
      assertThat(files(COMMITTED.resolve(part)))
          .as("run scripts/sample and commit what it writes")
          .isEqualTo(files);
      for (String file : files) {
        assertThat(COMMITTED.resolve(part).resolve(file))
            .as("run scripts/sample and commit what it writes")
            .hasSameBinaryContentAs(folder.resolve(part).resolve(file));
      }
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
