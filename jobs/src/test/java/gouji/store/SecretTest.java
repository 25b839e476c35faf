package gouji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
  private final Configuration conf = new Configuration();
  @TempDir private Path folder;

  @Test
  void isMadeOnceBesideTheWarehouseForItsOwnerOnly() throws IOException {
    String secret = Secret.of(folder.resolve("wh").toString(), true, conf);

    assertThat(secret).matches("[0-9a-f]{64}");
    assertThat(Secret.of(folder.resolve("wh").toString(), true, conf)).isEqualTo(secret);
    assertThat(Secret.of(folder.resolve("other").toString(), true, conf)).isNotEqualTo(secret);
    Path file = folder.resolve("wh.secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).isEqualTo(secret + "\n");
  }

  @Test
  void saysWhatToMendWhereItCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> Secret.of(file.resolve("wh").toString(), true, conf))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("wh.secret")
        .hasMessageContaining("mend its rights.");
  }

  @Test
  void isNotMadeAgainForAWarehouseThatHoldsRecords() {
    assertThatThrownBy(() -> Secret.of(folder.resolve("wh").toString(), false, conf))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("it is missing though the warehouse holds records");
    assertThat(folder.resolve("wh.secret")).doesNotExist();
  }

  @Test
  void isRefusedWhenItsFileIsBroken() throws IOException {
    Files.writeString(folder.resolve("wh.secret"), "");

    assertThatThrownBy(() -> Secret.of(folder.resolve("wh").toString(), true, conf))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("it does not hold 64 hexadecimal digits");
  }
}
