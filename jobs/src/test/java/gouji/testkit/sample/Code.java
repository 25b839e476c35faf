package gouji.testkit.sample;

import java.util.List;

/** A value out of a code list, in both of its spellings. */
record Code(String english, String chinese) {

  /** A list written as {@code natural 自然人, other 其他}. */
  static List<Code> list(String text) {
    return List.of(text.split(",", -1)).stream()
        .map(pair -> pair.strip().split(" ", -1))
        .map(pair -> new Code(pair[0], pair[1]))
        .toList();
  }

  @Override
  public String toString() {
    return english;
  }
}
