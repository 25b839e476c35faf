package gouji.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds and values of declarations in the words that a file uses. */
final class Words {
  private Words() {}

  /** The kind of thing that a record holds, such as {@code row rule}. */
  static String of(Class<?> kind) {
    return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** The same with its article. */
  static String one(Class<?> kind) {
    String words = of(kind);
    return ("aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
  }

  /** A value of a closed list as a file spells it. */
  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** All values of a closed list as a file spells them. */
  static List<String> all(Class<?> list) {
    return Arrays.stream(list.getEnumConstants()).map(v -> of((Enum<?>) v)).toList();
  }
}
