package gouji.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts within the bounds of a workbook. */
final class XlsxText {
  private static final int LONGEST_CELL = 32_767;
  private static final int LONGEST_NAME = 31;
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\[\\]:*?/\\\\\\p{Cntrl}]|^'|'$");

  private XlsxText() {}

  /** The text of a cell: at most as long as a cell may be, and read back as it is. */
  static String cell(String text) {
    String whole = ESCAPE.matcher(text).replaceAll("_x005F_");
    if (whole.length() <= LONGEST_CELL) {
      return whole;
    }
    int end = LONGEST_CELL - 1;
    if (Character.isHighSurrogate(whole.charAt(end - 1))) {
      end--;
    }
    return whole.substring(0, end) + "…";
  }

  /** Gives sheet names that are allowed and differ from each other. */
  static final class SheetNames {
    private final Set<String> taken = new HashSet<>();

    String next(String title) {
      String name = NOT_IN_NAMES.matcher(title).replaceAll("-");
      String shortened = name.substring(0, Math.min(LONGEST_NAME, name.length()));
      for (int i = 2; !taken.add(shortened.toLowerCase(Locale.ROOT)); i++) {
        String suffix = "-" + i;
        shortened =
            name.substring(0, Math.min(LONGEST_NAME - suffix.length(), name.length())) + suffix;
      }
      return shortened;
    }
  }
}
