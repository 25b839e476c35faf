package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is said when a command breaks off on the way. */
class BrokenOffTest {

  @Test
  void tellsTheInnermostCauseInOneLine() {
    Exception inner = new IOException("the file\nand more");
    assertThat(Gouji.cause(new IllegalStateException("outer", inner))).isEqualTo("the file");
    assertThat(Gouji.cause(new IllegalStateException("It ended."))).isEqualTo("It ended");
    assertThat(Gouji.cause(new IllegalStateException()))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void saysWhatToDoAboutFullDisks() {
    assertThat(Gouji.advice(Gouji.cause(new IOException("No space left on device"))))
        .contains("make room on the disks", System.getProperty("java.io.tmpdir"));
    assertThat(Gouji.advice("the connection was reset")).isEmpty();
  }
}
