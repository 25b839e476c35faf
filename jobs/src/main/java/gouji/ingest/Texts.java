package gouji.ingest;

import java.text.Normalizer;

/** Text as files hold it: white space of every width, and the normal form NFKC. */
final class Texts {
  private Texts() {}

  /** The text without white space around it; null stays null. */
  static String trim(String text) {
    if (text == null) {
      return null;
    }
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return from == 0 && to == text.length() ? text : text.substring(from, to);
  }

  /** Whether there is nothing but white space, or nothing at all. */
  static boolean isEmpty(String text) {
    if (text != null) {
      for (int i = 0; i < text.length(); i++) {
        if (!isSpace(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The text trimmed and in the normal form NFKC, in which widths do not matter. */
  static String nfkc(String text) {
    String trimmed = trim(text);
    for (int i = 0; i < trimmed.length(); i++) {
      if (trimmed.charAt(i) >= 0x80) {
        return trim(Normalizer.normalize(trimmed, Normalizer.Form.NFKC));
      }
    }
    return trimmed;
  }

  /** White space of every width, zero width included. */
  static boolean isSpace(char c) {
    if (c <= ' ') {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
    }
    return c >= 0x80
        && (Character.isSpaceChar(c)
            || Character.isWhitespace(c)
            || c == '\u0085'
            || (c >= '\u200B' && c <= '\u200D')
            || c == '\u2060'
            || c == '\uFEFF');
  }
}
