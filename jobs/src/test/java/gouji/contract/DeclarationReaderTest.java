package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationReaderTest {
  @Test
  void readsWhatTheProgramCarries() {
    Declarations declared = DeclarationReader.readAll(List.of());

    assertThat(declared.dataSets()).hasSize(12);
    assertThat(declared.forms().keySet()).containsExactly("2019-60", "2021-30");
    assertThat(declared.forms().get("2019-60").cells()).hasSize(22 + 23 * 7 + 15);
    assertThat(declared.forms().get("2021-30").cells()).hasSize(10 + 25 * 7 + 15);
    assertThat(declared.facts()).hasSize(17);
  }

  @Test
  void tellsAllMistakesAtOnceWithFileAndLine(@TempDir Path folder) throws IOException {
    Path indicators = Files.createDirectories(folder.resolve("indicators"));
    Files.writeString(
        indicators.resolve("a.json"), "{\n  \"code\": \"a\",\n  \"kind\": \"fact\", \"knd\": 1\n}");
    Files.writeString(indicators.resolve("b.json"), "{\"code\": \"c\", \"kind\": \"fact\"}");
    Files.writeString(indicators.resolve("d.json"), "{\"code\": \"d\", \"kind\": \"fact\"}\n{}");

    assertThatThrownBy(() -> DeclarationReader.readAll(List.of(folder)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("a.json:3:")
        .hasMessageContaining("knd")
        .hasMessageContaining("b.json:1: the file is named b, what it declares is named c")
        .hasMessageContaining("d.json:2:");
  }

  @Test
  void namesTheNearestKnownColumnWhenAMeasureAsksForAnUnknownOne(@TempDir Path folder)
      throws IOException {
    Path indicators = Files.createDirectories(folder.resolve("indicators"));
    Files.writeString(
        indicators.resolve("a.json"),
        """
        {"code": "a", "kind": "count",
         "measure": {"dataset": "requests", "count": "records",
           "any": [[{"field": "recieved_on", "is": "in_year"}]]}}
        """);

    assertThatThrownBy(() -> DeclarationReader.readAll(List.of(folder)))
        .hasMessage(
            "schemas/indicators/a.json:3: column recieved_on is not known to requests."
                + " Did you mean received_on?");
  }
}
