package gouji.contract;

import java.text.Normalizer;
import java.util.Locale;

/** Labels and codes as they are compared: without regard to case, width and surrounding space. */
public final class Labels {
  private Labels() {}

  /** The normal form of a header, a code or a label. */
  public static String normal(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return trimmed(plain).toLowerCase(Locale.ROOT);
  }

  /** The text without white space around it. */
  public static String trimmed(String text) {
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

  /** White space of every width, zero width and byte order mark included. */
  public static boolean isSpace(char c) {
    if (c <= ' ') {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
    }
    return c >= 0x80
        && (Character.isSpaceChar(c)
            || c == '\u0085'
            || c == '\u180E'
            || (c >= '\u200B' && c <= '\u200F')
            || c == '\u2060'
            || c == '\uFEFF');
  }
}
