package gouji.contract;

import java.util.Collection;
import java.util.Comparator;

/** The known name that is nearest to a mistyped one. */
public final class Nearest {
  private Nearest() {}

  /** A hint such as {@code " Did you mean x?"}, empty when nothing is near. */
  public static String hint(String typed, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String k) -> distance(typed, k)).thenComparing(k -> k))
        .filter(k -> distance(typed, k) <= Math.max(2, typed.length() / 2))
        .map(k -> " Did you mean " + k + "?")
        .orElse("");
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = before + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
