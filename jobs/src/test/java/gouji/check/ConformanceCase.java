package gouji.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The conformance cases: a rule, figures as raw texts, and how many of the rule's instances get
 * each verdict.
 *
 * @param theme name of the file that it stands in
 * @param name what it shows
 * @param rule the rule's declaration, the shipped one where the case names it by id
 * @param given the case as written
 */
record ConformanceCase(String theme, String name, JsonNode rule, JsonNode given) {
  private static final Path FOLDER = Path.of("jobs/src/test/resources/conformance");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String toString() {
    return theme + ": " + name;
  }

  /** All cases, in the order of files and lines. */
  static List<ConformanceCase> all() throws IOException {
    List<ConformanceCase> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String theme = file.getFileName().toString().replace(".json", "");
        for (JsonNode given : JSON.readTree(file.toFile())) {
          all.add(new ConformanceCase(theme, given.path("name").asText(), rule(given), given));
        }
      }
    }
    return all;
  }

  private static JsonNode rule(JsonNode given) throws IOException {
    JsonNode rule = given.path("rule");
    return rule.has("shipped")
        ? JSON.readTree(Path.of("schemas/rules", rule.get("shipped").asText() + ".json").toFile())
        : rule;
  }
}
