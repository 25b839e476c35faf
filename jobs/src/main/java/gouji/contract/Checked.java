package gouji.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The declarations under check, where they were written and what was found wrong.
 *
 * @param declared those that could be read
 * @param unread kind and name of those that could not, so that naming them is no second mistake
 * @param places where each was written
 * @param mistakes what was found
 */
record Checked(Declarations declared, Set<String> unread, Places places, Mistakes mistakes) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  Set<String> dataSets() {
    return names("datasets", declared.dataSets());
  }

  Set<String> forms() {
    return names("forms", declared.forms());
  }

  Set<String> indicators() {
    return names("indicators", declared.indicators());
  }

  Set<String> rules() {
    return names("rules", declared.rules());
  }

  Set<String> facts() {
    Set<String> facts = names("indicators", Map.of());
    declared.facts().forEach(f -> facts.add(f.code()));
    return facts;
  }

  private Set<String> names(String kind, Map<String, ?> read) {
    Set<String> names = new TreeSet<>(read.keySet());
    unread.stream()
        .filter(u -> u.startsWith(kind + "/"))
        .forEach(u -> names.add(u.substring(kind.length() + 1)));
    return names;
  }

  /** A mistake at a property of a declaration. */
  void wrong(Object owner, String property, String text) {
    mistakes.add(places.of(owner, property), text);
  }

  /** A mistake at a value in a list of a declaration. */
  void wrong(Object owner, String property, int index, String text) {
    mistakes.add(places.of(owner, property, index), text);
  }

  /** A mistake when the property names something that is not there. */
  void known(Object owner, String property, String none, String name, Collection<String> known) {
    if (!known.contains(name)) {
      wrong(owner, property, unknown(none, name, known));
    }
  }

  /** A mistake for each name in the list of the property that is not there, or there twice. */
  void allKnown(
      Object owner, String property, String none, List<String> names, Collection<String> known) {
    for (int i = 0; i < names.size(); i++) {
      if (!known.contains(names.get(i))) {
        wrong(owner, property, i, unknown(none, names.get(i), known));
      } else if (names.indexOf(names.get(i)) < i) {
        wrong(owner, property, i, "%s is there twice; name it once".formatted(names.get(i)));
      }
    }
  }

  /** What is said of a name that is none of those known. */
  static String unknown(String none, String name, Collection<String> known) {
    String hint = Nearest.hint(name, known);
    return "%s %s; %s"
        .formatted(
            none,
            name,
            hint.isEmpty() ? "known are " + String.join(", ", known) : hint.replace(" Did", "did"));
  }

  /** A mistake when a name is not made of small letters, digits and underscores. */
  void name(Object owner, String property, String name) {
    if (!NAME.matcher(name).matches()) {
      wrong(
          owner,
          property,
          "the name %s must be small letters a to z, digits and _, with a letter first"
              .formatted(name));
    }
  }
}
