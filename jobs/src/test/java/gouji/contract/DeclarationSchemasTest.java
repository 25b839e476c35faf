package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationSchemasTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final Map<String, String> KINDS =
      Map.of(
          "datasets", "dataset",
          "forms", "form",
          "indicators", "indicator",
          "rules", "rule",
          "spellings", "spelling",
          "narrative", "narrative");

  static Stream<Path> declarations() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String kind : new TreeSet<>(KINDS.keySet())) {
      try (Stream<Path> list = Files.list(SCHEMAS.resolve(kind))) {
        list.filter(f -> f.toString().endsWith(".json")).sorted().forEach(files::add);
      }
    }
    return files.stream();
  }

  private static List<String> faults(String kind, String text) {
    String location = "classpath:/schemas/meta/" + KINDS.get(kind) + ".schema.json";
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of(location))
        .validate(text, InputFormat.JSON)
        .stream()
        .map(e -> e.getInstanceLocation() + " " + e.getMessage())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void everyDeclarationFitsItsSchema(Path file) throws IOException {
    String kind = file.getParent().getFileName().toString();

    assertThat(faults(kind, Files.readString(file))).isEmpty();
    assertThat(Files.readString(file))
        .contains("\"$schema\": \"../meta/" + KINDS.get(kind) + ".schema.json\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          datasets/fees.json                    | "titleEn"              | "titleZh"
          datasets/fees.json                    | "type": "code"         | "type": "key"
          datasets/fees.json                    | "required": true       | "required": "true"
          datasets/fees.json                    | "decimals": 2          | "decimals": -1
          datasets/disclosures.json             | "check": "order"       | "check": "orders"
          datasets/disclosures.json             | "value": "regulation"  | "value": null
          forms/2021-30.json                    | "layout": "grid"       | "layout": "gird"
          forms/2021-30.json                    | "firstYear": 2021      | "firstYear": "2021"
          forms/2021-30.json                    | "count": "records"     | "count": "rows"
          forms/2021-30.json                    | "is": "in_year"        | "is": "in_year", "in": ["x"]
          forms/2021-30.json                    | "sumRule"              | "note"
          indicators/fine_yuan.json             | "kind": "count"        | "kind": "fact"
          indicators/fine_yuan.json             | "sum": "fine_yuan"     | "sum": "fine_yuan", "count": "records"
          indicators/proposal_reply_rate.json   | "numerator"            | "above"
          indicators/npc_satisfaction.json      | "base"                 | "over"
          rules/requests.balance.json           | "severity": "error"    | "severity": "fatal"
          rules/requests.balance.json           | "formula":             | "formel":
          rules/requests.balance.json           | "zh"                   | "cn"
          rules/requests.balance.json           | "verdict": "pass"      | "verdict": "passed"
          spellings/traditional.json            | "words"                | "phrases"
          narrative/requests_received.json      | "slot"                 | "hole"
          """)
  void brokenDeclarationsDoNotFit(String file, String sound, String broken) throws IOException {
    String text = Files.readString(SCHEMAS.resolve(file));
    assertThat(text).contains(sound);

    assertThat(faults(file.substring(0, file.indexOf('/')), text.replace(sound, broken)))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("gouji.contract.Kinds#records")
  void theSchemaHasThePropertiesOfTheRecord(Class<?> kind) throws IOException {
    JsonNode schema = Kinds.schema(kind);
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(r -> required.add(r.asText()));
    List<String> properties = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(properties::add);
    properties.remove("$schema");

    assertThat(properties)
        .containsExactlyElementsOf(
            Arrays.stream(kind.getRecordComponents()).map(RecordComponent::getName).toList());
    assertThat(required)
        .containsExactlyElementsOf(
            Arrays.stream(kind.getRecordComponents())
                .filter(c -> c.isAnnotationPresent(Required.class))
                .map(RecordComponent::getName)
                .toList());
    assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
    assertThat(schema.path("additionalProperties").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("gouji.contract.Kinds#records")
  void theSchemaDescribesEveryPropertyAndItsType(Class<?> kind) throws IOException {
    JsonNode schema = Kinds.schema(kind);
    assertThat(schema.path("description").asText()).endsWith(".");
    for (RecordComponent part : kind.getRecordComponents()) {
      JsonNode property = schema.path("properties").path(part.getName());
      assertThat(property.path("description").asText())
          .as("description of %s.%s", Words.of(kind), part.getName())
          .endsWith(".");
      assertThat(typeOf(property))
          .as("type of %s.%s", Words.of(kind), part.getName())
          .isEqualTo(typeOf(part.getGenericType()));
      if (part.getType().isEnum()) {
        List<String> values = new ArrayList<>();
        property.path("enum").forEach(v -> values.add(v.asText()));
        assertThat(values).containsExactlyElementsOf(Words.all(part.getType()));
      }
    }
  }

  private static String typeOf(JsonNode property) {
    return property.path("type").asText(property.has("enum") ? "enum" : "object");
  }

  private static String typeOf(Type type) {
    Class<?> plain = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    if (plain.isEnum()) {
      return "enum";
    }
    return switch (plain.getSimpleName()) {
      case "String" -> "string";
      case "boolean" -> "boolean";
      case "int", "Integer" -> "integer";
      case "BigDecimal" -> "number";
      case "List" -> "array";
      default -> "object";
    };
  }

  @Test
  void theSchemasAreSchemasThemselves() throws IOException {
    for (String kind :
        List.of("dataset", "form", "indicator", "measure", "rule", "spelling", "narrative")) {
      String text = Files.readString(SCHEMAS.resolve("meta/" + kind + ".schema.json"));
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                  .validate(text, InputFormat.JSON))
          .isEmpty();
      assertThat(new JsonMapper().readTree(text).path("$schema").asText())
          .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }
  }
}
