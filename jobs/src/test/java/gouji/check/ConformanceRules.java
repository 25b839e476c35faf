package gouji.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of the conformance cases as declarations, each once. */
final class ConformanceRules {
  private ConformanceRules() {}

  /** Writes them below a folder of declarations; gives the id of each case's rule. */
  static Map<ConformanceCase, String> write(List<ConformanceCase> cases, Path folder)
      throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Map<List<Object>, String> known = new HashMap<>();
    Map<ConformanceCase, String> ids = new LinkedHashMap<>();
    for (ConformanceCase one : cases) {
      List<Object> rule = List.of(one.rule(), one.form());
      String id = known.get(rule);
      if (id == null) {
        JsonNode whole = one.declaration("conformance.r" + known.size());
        id = whole.get("id").asText();
        known.put(rule, id);
        if (!Files.exists(Path.of("schemas/rules", id + ".json"))) {
          Files.writeString(rules.resolve(id + ".json"), whole.toString());
        }
      }
      ids.put(one, id);
    }
    return ids;
  }
}
