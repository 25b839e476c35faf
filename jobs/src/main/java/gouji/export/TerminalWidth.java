package gouji.export;

/** How many places text takes in a terminal: a Chinese character two, a combining mark none. */
final class TerminalWidth {
  private TerminalWidth() {}

  /** The places of a text. */
  static int of(String text) {
    return text.codePoints().map(TerminalWidth::of).sum();
  }

  /** The text with spaces behind it up to the width. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** The text with spaces before it up to the width. */
  static String indented(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  private static int of(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** Wide and full-width characters as Unicode's East Asian Width has them. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF01 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F900 && c <= 0x1F9FF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
