package gouji.published;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what may be the number of a person: of an identity card, or of a mobile telephone. */
final class PersonalNumbers {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9])(?:[0-9]{17}[0-9Xx]|[0-9]{15}|1[3-9][0-9]{9})(?![0-9])");
  private static final int KEPT = 4;

  private PersonalNumbers() {}

  /** The text with the middle of such numbers starred. */
  static String masked(CharSequence text) {
    Matcher found = NUMBER.matcher(text);
    StringBuilder masked = new StringBuilder();
    while (found.find()) {
      String number = found.group();
      String middle = "*".repeat(number.length() - 2 * KEPT + 1);
      found.appendReplacement(
          masked,
          number.substring(0, KEPT - 1) + middle + number.substring(number.length() - KEPT));
    }
    return found.appendTail(masked).toString();
  }
}
