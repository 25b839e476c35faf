package gouji.export;

import java.util.regex.Pattern;

/** Makes text harmless that a spreadsheet would run as a formula. */
public final class SpreadsheetText {
  private static final Pattern SIGNED_NUMBER = Pattern.compile("[+-][0-9]+(\\.[0-9]+)?");
  private static final String TRIGGERS = "=+-@＝＋－＠";

  private SpreadsheetText() {}

  /**
   * The text as a CSV file may carry it: an apostrophe goes before what a spreadsheet would run;
   * signed plain numbers such as {@code -15} stay as they are.
   */
  public static String harmless(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** Whether a spreadsheet that reads the text from a file or a keyboard would run it. */
  static boolean isFormula(String text) {
    if (text.isEmpty() || SIGNED_NUMBER.matcher(text).matches()) {
      return false;
    }
    char first = text.charAt(0);
    if (first == '\t' || first == '\r' || first == '\n') {
      return true;
    }
    int start = 0;
    while (start < text.length() && isSkipped(text.charAt(start))) {
      start++;
    }
    return start < text.length() && TRIGGERS.indexOf(text.charAt(start)) >= 0;
  }

  private static boolean isSkipped(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
