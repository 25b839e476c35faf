package gouji.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the declarations strictly and tells all mistakes at once. */
public final class DeclarationReader {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addMixIn(DataSet.class, NamesItsSchema.class)
          .addMixIn(Form.class, NamesItsSchema.class)
          .addMixIn(Indicator.class, NamesItsSchema.class)
          .addMixIn(Rule.class, NamesItsSchema.class)
          .build();

  private final List<String> mistakes = new ArrayList<>();
  private final Map<String, String> texts = new TreeMap<>();

  private DeclarationReader() {}

  /** Files name their JSON Schema for editors; the program has no use for it. */
  @JsonIgnoreProperties({"$schema"})
  private interface NamesItsSchema {}

  /**
   * The declarations that the program carries, with those of further folders added; a file of the
   * same kind and name replaces the carried one.
   */
  public static Declarations readAll(List<Path> further) {
    try {
      URI carried = DeclarationReader.class.getResource("/schemas/datasets/units.json").toURI();
      if (carried.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(carried, Map.of())) {
          return read(prepend(jar.getPath("/schemas"), further));
        }
      }
      return read(prepend(Path.of(carried).getParent().getParent(), further));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> prepend(Path first, List<Path> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  /** The declarations of these folders; fails with all mistakes, one a line. */
  public static Declarations read(List<Path> folders) {
    DeclarationReader reader = new DeclarationReader();
    Declarations read =
        new Declarations(
            reader.kind(folders, "datasets", DataSet.class, DataSet::name),
            reader.kind(folders, "forms", Form.class, Form::id),
            reader.kind(folders, "indicators", Indicator.class, Indicator::code),
            reader.kind(folders, "rules", Rule.class, Rule::id));
    if (reader.mistakes.isEmpty()) {
      reader.mistakes.addAll(new DeclarationChecks(read, reader.texts).mistakes());
    }
    if (!reader.mistakes.isEmpty()) {
      throw new Failure(FailureCode.BAD_DECLARATION, String.join("\n", reader.mistakes));
    }
    return read;
  }

  private <T> Map<String, T> kind(
      List<Path> folders, String kind, Class<T> type, Function<T, String> name) {
    Map<String, T> found = new TreeMap<>();
    for (Path folder : folders) {
      for (Path file : files(folder.resolve(kind))) {
        T one = one(file, kind, type);
        if (one == null) {
          continue;
        }
        String expected = file.getFileName().toString().replaceFirst("\\.json$", "");
        if (!expected.equals(name.apply(one))) {
          mistakes.add(
              "%s:1: the file is named %s, what it declares is named %s; give both one name"
                  .formatted(file, expected, name.apply(one)));
        } else {
          found.put(expected, one);
        }
      }
    }
    return java.util.Collections.unmodifiableMap(found);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T one(Path file, String kind, Class<T> type) {
    String text = "";
    try {
      text = Files.readString(file);
      texts.put(kind + "/" + file.getFileName(), text);
      return MAPPER.readValue(text, type);
    } catch (UnrecognizedPropertyException e) {
      String known = e.getPropertyName();
      List<String> names = e.getKnownPropertyIds().stream().map(Object::toString).toList();
      mistakes.add(
          "%s:%d: the property %s is not known here; leave it out or mend it.%s"
              .formatted(
                  file, Lines.of(text, "\"" + known + "\""), known, Nearest.hint(known, names)));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      int line = at == null ? 1 : at.getLineNr();
      int column = at == null ? 1 : at.getColumnNr();
      mistakes.add("%s:%d:%d: %s".formatted(file, line, column, firstLine(e)));
    } catch (IOException e) {
      mistakes.add("%s:1:1: cannot be read: %s".formatted(file, e.getMessage()));
    }
    return null;
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("not readable as JSON");
  }
}
