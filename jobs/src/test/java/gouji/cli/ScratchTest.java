package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void removesWhatKilledProcessesLeft() throws IOException {
    Scratch living = Scratch.make();
    String own = living.folder().getFileName().toString();
    String pid = "-" + ProcessHandle.current().pid() + "-";
    Path dead = living.folder().resolveSibling(own.replace(pid, "-999999999999-"));
    Files.createDirectories(dead.resolve("blocks"));
    Files.writeString(dead.resolve("blocks/one"), "x");

    Scratch next = Scratch.make();

    assertThat(dead).doesNotExist();
    assertThat(living.folder()).exists();
    living.delete();
    next.delete();
    assertThat(next.folder()).doesNotExist();
  }
}
