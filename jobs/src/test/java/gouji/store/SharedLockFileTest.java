package gouji.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock of file systems that several machines share; here it lies on a local one. */
class SharedLockFileTest {
  private static final Instant NOW = Instant.parse("2024-01-31T08:00:00Z");
  private static final LockHolder SELF = LockHolder.self(NOW, "run");

  @TempDir private Path folder;

  private SharedLockFile file() throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder + "/wh.lock");
    return new SharedLockFile(Folders.fileSystem(path, new Configuration()), path);
  }

  private void holds(String host, long pid) throws IOException {
    Files.writeString(folder.resolve("wh.lock"), new LockHolder(host, pid, NOW, "run").text());
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void isHeldUntilItIsGivenBack() throws IOException {
    assertThat(file().findHolder()).isEmpty();
    assertThat(file().take(SELF)).isTrue();
    assertThat(file().take(SELF)).isFalse();
    assertThat(file().findHolder()).contains(SELF);
    file().release();
    assertThat(file().take(SELF)).isTrue();
  }

  @Test
  void movesAwayThatOfADeadProcess() throws IOException {
    holds(SELF.host(), 999_999_999_999L);
    assertThat(file().take(SELF)).isTrue();
    assertThat(file().findHolder()).contains(SELF);
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void leavesThatOfAnotherMachine() throws IOException {
    holds("elsewhere", 999_999_999_999L);
    assertThat(file().take(SELF)).isFalse();
    assertThat(file().findHolder()).map(LockHolder::host).contains("elsewhere");
  }
}
