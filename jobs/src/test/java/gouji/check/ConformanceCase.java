package gouji.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gouji.contract.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

  /** The rule with all that its declaration must have, under an id of its own where it has none. */
  ObjectNode declaration(String id) {
    ObjectNode whole = rule.deepCopy();
    List.of("title", "message")
        .forEach(
            t -> whole.putIfAbsent(t, JSON.createObjectNode().put("zh", name).put("en", name)));
    putIfAbsent(whole, "id", id);
    putIfAbsent(whole, "severity", "warning");
    if (!whole.has("forms")) {
      whole.putArray("forms").add(form());
    }
    if (!whole.has("examples")) {
      ObjectNode fails = whole.putArray("examples").addObject();
      fails.put("title", "fails").put("verdict", "fail");
      fails.putObject("cells").put("requests.received:natural", "0");
    }
    return whole;
  }

  private static void putIfAbsent(ObjectNode node, String property, String text) {
    if (!node.has(property)) {
      node.put(property, text);
    }
  }

  /** The form of the report year. */
  String form() {
    return given.path("form").asText(rule.path("forms").path(0).asText("2021-30"));
  }

  /** The figures as an example of the rule. */
  Rule.Example example() {
    return new Rule.Example(
        name,
        form(),
        given.path("lastForm").asText(null),
        given.has("source") ? one(Rule.Source.class, "source") : null,
        given.has("scope") ? one(Rule.Scope.class, "scope") : null,
        given.path("level").asText(null),
        texts(given.path("silent")),
        texts(given.path("notSupplied")),
        texts(given.path("notDelivered")),
        given.path("areaChanged").asBoolean(),
        cells(),
        "");
  }

  private <T extends Enum<T>> T one(Class<T> type, String property) {
    return Enum.valueOf(type, given.get(property).asText().toUpperCase(Locale.ROOT));
  }

  /** The raw texts of the figures, by name. */
  Map<String, String> cells() {
    Map<String, String> cells = new TreeMap<>();
    given.path("cells").properties().forEach(e -> cells.put(e.getKey(), e.getValue().asText()));
    return cells;
  }

  /** The texts of a list; none where there is no list. */
  static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** How many instances get each verdict. */
  Map<String, Integer> expected() {
    Map<String, Integer> counts = new TreeMap<>();
    given.get("expect").properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
    return counts;
  }
}
