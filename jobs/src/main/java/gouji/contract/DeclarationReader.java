package gouji.contract;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the declarations strictly and tells all mistakes at once. */
public final class DeclarationReader {
  private static final List<String> KINDS =
      List.of("datasets", "forms", "indicators", "rules", "spellings", "narrative");

  private final Mistakes mistakes = new Mistakes();
  private final Places places = new Places();
  private final Binder binder = new Binder(mistakes, places);
  private final Set<String> unread = new TreeSet<>();

  private DeclarationReader() {}

  /**
   * The declarations that the program carries, with those of further folders added; a file of the
   * same kind and name replaces the carried one.
   */
  public static Declarations readAll(List<Path> further) {
    List<DeclarationFolder> all = new ArrayList<>(List.of(DeclarationFolder.carried()));
    all.addAll(folders(further));
    return new DeclarationReader().all(all);
  }

  private static List<DeclarationFolder> folders(List<Path> folders) {
    return folders.stream().map(f -> DeclarationFolder.of(f, f.toString())).toList();
  }

  /** The declarations of these folders; fails with all mistakes, one a line. */
  public static Declarations read(List<Path> folders) {
    return new DeclarationReader().all(folders(folders));
  }

  private Declarations all(List<DeclarationFolder> sources) {
    sources.forEach(this::kinds);
    Declarations read =
        new Declarations(
            kind(sources, "datasets", DataSet.class, DataSet::name),
            FormYears.ended(kind(sources, "forms", Form.class, Form::id), places),
            kind(sources, "indicators", Indicator.class, Indicator::code),
            kind(sources, "rules", Rule.class, Rule::id),
            kind(sources, "spellings", Spelling.class, Spelling::id),
            kind(sources, "narrative", Narrative.class, Narrative::id));
    DeclarationChecks.run(new Checked(read, unread, places, mistakes));
    if (!mistakes.isEmpty()) {
      throw new Failure(FailureCode.BAD_DECLARATION, String.join("\n", mistakes.lines()));
    }
    return read;
  }

  private void kinds(DeclarationFolder source) {
    Set<String> folders = source.kinds();
    if (!source.isThere()) {
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

  private <T> Map<String, T> kind(
      List<DeclarationFolder> sources, String kind, Class<T> type, Function<T, String> name) {
    Map<String, T> found = new TreeMap<>();
    for (DeclarationFolder source : sources) {
      for (String file : source.files(kind)) {
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

  private void misnamed(DeclarationFolder source, String kind, String expected, String name) {
    unread.addAll(List.of(kind + "/" + expected, kind + "/" + name));
    mistakes.add(
        source.place(kind + "/" + expected + ".json"),
        "the file is named %s, what it declares is named %s; give both one name"
            .formatted(expected, name));
  }

  private <T> Optional<T> findOne(DeclarationFolder source, String file, Class<T> type) {
    try {
      String text = source.text(file);
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
