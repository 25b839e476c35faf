package gouji.contract;

import java.text.Normalizer;
import java.util.Locale;

/** Labels and codes as they are compared: without regard to case, width and surrounding space. */
public final class Labels {
  private Labels() {}

  /** The normal form of a header, a code or a label. */
  public static String normal(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    int from = 0;
    int to = plain.length();
    while (from < to && isSpace(plain.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(plain.charAt(to - 1))) {
      to--;
    }
    return plain.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || (c >= '\u200B' && c <= '\u200D')
        || c == '\u2060'
        || c == '\uFEFF';
  }
}
