package gouji.measure;

import gouji.contract.Condition;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * The report years under work, at most 64 in a row; sets of them are bits, the first year the
 * lowest.
 *
 * @param first the first year
 * @param last the last year
 */
public record YearWindow(int first, int last) implements Serializable {
  /** Most years of one window. */
  public static final int MOST = 64;

  /** Refuses an empty or too wide window. */
  public YearWindow {
    if (last < first || last - first >= MOST) {
      throw new IllegalArgumentException(first + ".." + last);
    }
  }

  /** All years. */
  public long all() {
    return from(first);
  }

  /** The one year, empty when it is outside. */
  public long only(int year) {
    return year < first || year > last ? 0 : 1L << (year - first);
  }

  /** That year and later ones. */
  public long from(int year) {
    if (year > last) {
      return 0;
    }
    long wide = -1L >>> (MOST - 1 - (last - first));
    int below = Math.max(0, year - first);
    return wide & (-1L << below);
  }

  /** Years before that one. */
  public long before(int year) {
    return all() & ~from(year);
  }

  /** The years in which the comparison holds for a day or year; null is a missing one. */
  public long where(Condition.Is is, Object value) {
    Integer year = value == null ? null : yearOf(value);
    return switch (is) {
      case PRESENT -> value == null ? 0 : all();
      case MISSING -> value == null ? all() : 0;
      case IN_YEAR -> year == null ? 0 : only(year);
      case BY_END -> year == null ? 0 : from(year);
      case NOT_BY_END -> year == null ? all() : before(year);
      case BEFORE_YEAR -> year == null || year == Integer.MAX_VALUE ? 0 : from(year + 1);
      case NOT_BEFORE_YEAR -> year == null ? all() : before(year + 1);
    };
  }

  private static int yearOf(Object value) {
    return value instanceof LocalDate day
        ? day.getYear()
        : value instanceof Integer year ? year : 0;
  }
}
