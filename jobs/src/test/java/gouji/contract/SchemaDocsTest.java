package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaDocsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| .* \\| (.*) \\|$");
  private static final Pattern FILE =
      Pattern.compile("(?m)^`([\\w./-]+\\.json)`:\n\n```json\n(.*?)\n```$", Pattern.DOTALL);

  private String readme;

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(Path.of("schemas/README.md"));
  }

  @ParameterizedTest
  @MethodSource("gouji.contract.Kinds#records")
  void everyPropertyHasItsRow(Class<?> kind) {
    List<String> documented = new ArrayList<>();
    List<String> required = new ArrayList<>();
    Matcher row = ROW.matcher(section(kind));
    while (row.find()) {
      documented.add(row.group(1));
      if (row.group(2).equals("required")) {
        required.add(row.group(1));
      }
      assertThat(row.group(2)).as("default of %s", row.group(1)).isNotBlank();
    }

    assertThat(documented).containsExactlyElementsOf(names(kind, false));
    assertThat(required).containsExactlyElementsOf(names(kind, true));
  }

  @ParameterizedTest
  @MethodSource("gouji.contract.Kinds#records")
  void everyValueOfAClosedListIsExplained(Class<?> kind) {
    for (RecordComponent part : kind.getRecordComponents()) {
      if (part.getType().isEnum()) {
        String row =
            section(kind)
                .lines()
                .filter(l -> l.startsWith("| `" + part.getName() + "`"))
                .findFirst()
                .orElse("");
        Words.all(part.getType()).forEach(v -> assertThat(row).contains("`" + v + "`"));
      }
    }
  }

  @Test
  void theExamplesAreReadWithoutAMistake(@TempDir Path folder) {
    FurtherFolder further = new FurtherFolder(folder);
    List<String> files = new ArrayList<>();
    Matcher file = FILE.matcher(readme);
    while (file.find()) {
      files.add(file.group(1));
      further.with(file.group(1), file.group(2));
    }

    assertThat(files).hasSize(6);
    Declarations declared = further.read();
    assertThat(declared.indicators().keySet())
        .contains("requests_by_lawyers", "lawyers_share", "hotline_calls");
    assertThat(declared.formOf(2031).map(Form::id)).contains("2031-1");
  }

  private String section(Class<?> kind) {
    Matcher found =
        Pattern.compile("(?ims)^### " + Words.of(kind) + "$(.*?)(?=^##|\\z)").matcher(readme);
    assertThat(found.find()).as("a section named %s in schemas/README.md", kind).isTrue();
    return found.group(1);
  }

  private static List<String> names(Class<?> kind, boolean required) {
    return Arrays.stream(kind.getRecordComponents())
        .filter(c -> !required || c.isAnnotationPresent(Required.class))
        .map(RecordComponent::getName)
        .toList();
  }
}
