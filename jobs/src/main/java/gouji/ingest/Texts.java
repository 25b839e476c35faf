package gouji.ingest;

import gouji.contract.Labels;
import java.text.Normalizer;

/** Text as files hold it: white space of every width, and the normal form NFKC. */
final class Texts {
  private Texts() {}

  /** The text without white space around it; null stays null. */
  static String trim(String text) {
    return text == null ? null : Labels.trimmed(text);
  }

  /** Whether there is nothing but white space, or nothing at all. */
  static boolean isEmpty(String text) {
    if (text != null) {
      for (int i = 0; i < text.length(); i++) {
        if (!Labels.isSpace(text.charAt(i))) {
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
}
