package gouji.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** All records that declarations are made of, and the schema of each. */
final class Kinds {
  private Kinds() {}

  /** All kinds of files and everything inside them. */
  static Stream<Class<?>> records() {
    Set<Class<?>> found = new LinkedHashSet<>();
    List.of(DataSet.class, Form.class, Indicator.class, Rule.class, Spelling.class, Narrative.class)
        .forEach(k -> add(found, k));
    return found.stream();
  }

  private static void add(Set<Class<?>> found, Type type) {
    if (type instanceof ParameterizedType generic) {
      Stream.of(generic.getActualTypeArguments()).forEach(t -> add(found, t));
    } else if (((Class<?>) type).isRecord() && found.add((Class<?>) type)) {
      for (RecordComponent part : ((Class<?>) type).getRecordComponents()) {
        add(found, part.getGenericType());
      }
    }
  }

  /** The schema of a record: a file of its own, or a definition in the file it belongs to. */
  static JsonNode schema(Class<?> kind) throws IOException {
    String name = kind.getSimpleName();
    if (List.of("DataSet", "Form", "Indicator", "Rule", "Measure", "Spelling", "Narrative")
        .contains(name)) {
      return file(name);
    }
    Class<?> owner = kind.getEnclosingClass();
    String file =
        owner == null || owner == Field.class
            ? (kind == Condition.class ? "Measure" : "DataSet")
            : owner.getSimpleName();
    return file(file)
        .path("$defs")
        .path(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
  }

  private static JsonNode file(String name) throws IOException {
    String file = name.toLowerCase(Locale.ROOT) + ".schema.json";
    return new JsonMapper().readTree(Path.of("schemas/meta", file).toFile());
  }
}
