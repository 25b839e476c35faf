package gouji.export;

/** Text as HTML carries it. */
final class HtmlText {
  private HtmlText() {}

  /** The text with all signs of markup escaped; signs that HTML cannot carry become U+FFFD. */
  static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(html, c));
    return html.toString();
  }

  private static void append(StringBuilder html, int c) {
    switch (c) {
      case '&' -> html.append("&amp;");
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '"' -> html.append("&quot;");
      case '\'' -> html.append("&#39;");
      default -> html.appendCodePoint(isCarried(c) ? c : 0xFFFD);
    }
  }

  private static boolean isCarried(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !half;
  }
}
