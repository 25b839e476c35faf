package gouji.contract;

/** Where a word stands in a text. */
final class Lines {
  private Lines() {}

  /** The line, from 1, of the first place where the word stands; 1 when it stands nowhere. */
  static int of(String text, String word) {
    int at = text.indexOf(word);
    return at < 0 ? 1 : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
