package gouji.contract;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the declarations strictly and tells all mistakes at once. */
public final class DeclarationReader {
  private static final List<String> KINDS = List.of("datasets", "forms", "indicators", "rules");

  private final Mistakes mistakes = new Mistakes();
  private final Places places = new Places();
  private final Binder binder = new Binder(mistakes, places);
  private final Set<String> unread = new TreeSet<>();

  private DeclarationReader() {}

  /** A folder of declarations and how messages name it. */
  private record Source(Path folder, String shown) {
    Place place(String below) {
      return new Place(shown + "/" + below, 1, 1);
    }
  }

  /**
   * The declarations that the program carries, with those of further folders added; a file of the
   * same kind and name replaces the carried one.
   */
  public static Declarations readAll(List<Path> further) {
    try {
      URI carried = DeclarationReader.class.getResource("/schemas/datasets/units.json").toURI();
      if (carried.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(carried, Map.of())) {
          return new DeclarationReader().all(sources(jar.getPath("/schemas"), further));
        }
      }
      Path folder = Path.of(carried).getParent().getParent();
      return new DeclarationReader().all(sources(folder, further));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Source> sources(Path carried, List<Path> further) {
    return Stream.concat(
            Stream.of(new Source(carried, "schemas")),
            further.stream().map(f -> new Source(f, f.toString())))
        .toList();
  }

  /** The declarations of these folders; fails with all mistakes, one a line. */
  public static Declarations read(List<Path> folders) {
    return new DeclarationReader()
        .all(folders.stream().map(f -> new Source(f, f.toString())).toList());
  }

  private Declarations all(List<Source> sources) {
    sources.forEach(this::kinds);
    Declarations read =
        new Declarations(
            kind(sources, "datasets", DataSet.class, DataSet::name),
            FormYears.ended(kind(sources, "forms", Form.class, Form::id), places),
            kind(sources, "indicators", Indicator.class, Indicator::code),
            kind(sources, "rules", Rule.class, Rule::id));
    DeclarationChecks.run(new Checked(read, unread, places, mistakes));
    if (!mistakes.isEmpty()) {
      throw new Failure(FailureCode.BAD_DECLARATION, String.join("\n", mistakes.lines()));
    }
    return read;
  }

  private void kinds(Source source) {
    List<String> folders = list(source.folder(), Files::isDirectory);
    if (!Files.isDirectory(source.folder())) {
      mistakes.add(new Place(source.shown(), 0, 0), "there is no such folder; mend its name");
    } else if (folders.stream().noneMatch(KINDS::contains)) {
      mistakes.add(
          new Place(source.shown(), 0, 0),
          "the folder holds no declarations; put them into folders below it named "
              + String.join(", ", KINDS));
    }
    for (String folder : folders) {
      String near = Nearest.hint(folder, KINDS);
      if (!KINDS.contains(folder) && !folder.equals("meta") && !near.isEmpty()) {
        mistakes.add(
            new Place(source.shown() + "/" + folder, 0, 0),
            "no declarations are read from this folder." + near);
      }
    }
  }

  private static List<String> list(Path folder, java.util.function.Predicate<Path> which) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(which)
          .map(f -> f.getFileName().toString().replaceFirst("/$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> Map<String, T> kind(
      List<Source> sources, String kind, Class<T> type, Function<T, String> name) {
    Map<String, T> found = new TreeMap<>();
    for (Source source : sources) {
      for (String file : list(source.folder().resolve(kind), f -> f.toString().endsWith(".json"))) {
        String expected = file.substring(0, file.length() - ".json".length());
        Optional<T> one = findOne(source, kind + "/" + file, type);
        found.remove(expected);
        if (one.isEmpty()) {
          unread.add(kind + "/" + expected);
        } else if (!expected.equals(name.apply(one.get()))) {
          misnamed(source, kind, expected, name.apply(one.get()));
        } else {
          found.put(expected, one.get());
        }
      }
    }
    return Collections.unmodifiableMap(found);
  }

  private void misnamed(Source source, String kind, String expected, String name) {
    unread.addAll(List.of(kind + "/" + expected, kind + "/" + name));
    mistakes.add(
        source.place(kind + "/" + expected + ".json"),
        "the file is named %s, what it declares is named %s; give both one name"
            .formatted(expected, name));
  }

  private <T> Optional<T> findOne(Source source, String file, Class<T> type) {
    try {
      String text = Files.readString(source.folder().resolve(file));
      int before = mistakes.count();
      Optional<Json> json =
          new JsonText(source.place(file).file(), text.replaceFirst("^\uFEFF", ""), mistakes)
              .findValue();
      T one = json.map(j -> binder.declaration(j, type)).orElse(null);
      return mistakes.count() > before ? Optional.empty() : Optional.ofNullable(one);
    } catch (CharacterCodingException e) {
      mistakes.add(source.place(file), "the file is not UTF-8; save it so");
    } catch (IOException e) {
      mistakes.add(source.place(file), "the file cannot be read; look at its rights and its disk");
    }
    return Optional.empty();
  }
}
