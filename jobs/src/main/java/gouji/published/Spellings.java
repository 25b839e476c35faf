package gouji.published;

import gouji.contract.Spelling;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads every way of writing as the one in which labels and patterns are declared. */
final class Spellings {
  /** How a character is spoken, in brackets behind it; some converters of script leave that. */
  private static final Pattern SPOKEN =
      Pattern.compile("(?<=\\p{IsHan})\\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*\\)");

  private final Collection<Spelling> all;
  private final Map<Character, Character> characters = new HashMap<>();

  Spellings(Collection<Spelling> all) {
    this.all = all;
    for (Spelling spelling : all) {
      for (int i = 0; i < spelling.from().length(); i++) {
        characters.put(spelling.from().charAt(i), spelling.to().charAt(i));
      }
    }
  }

  /** The text in one width and spelling. */
  String plain(String text) {
    String narrow = SPOKEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    String same = sameLength(narrow);
    if (same.equals(narrow)) {
      return narrow;
    }
    String read = same;
    for (Spelling spelling : all) {
      for (Spelling.Word word : spelling.words()) {
        read = read.replace(word.from(), word.to());
      }
    }
    return read;
  }

  /** The text with each character in the one spelling; every character stays in its place. */
  String sameLength(String text) {
    StringBuilder read = null;
    for (int i = 0; i < text.length(); i++) {
      Character one = characters.get(text.charAt(i));
      if (one != null) {
        read = read == null ? new StringBuilder(text) : read;
        read.setCharAt(i, one);
      }
    }
    return read == null ? text : read.toString();
  }

  /** What of a text tells labels apart: letters and digits, without space and punctuation. */
  String label(String text) {
    String plain = plain(text);
    StringBuilder bare = new StringBuilder(plain.length());
    plain.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
    return bare.toString().toLowerCase(Locale.ROOT);
  }

  /** The label without notes in brackets behind its beginning. */
  String labelWithoutNotes(String text) {
    String plain = plain(text);
    StringBuilder kept = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '(' && (depth > 0 || !label(kept.toString()).isEmpty())) {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (depth == 0) {
        kept.append(c);
      }
    }
    return label(kept.toString());
  }
}
