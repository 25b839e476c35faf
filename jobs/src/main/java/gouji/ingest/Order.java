package gouji.ingest;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;

/**
 * The order of the revisions of one record: filing time (missing is lowest), path by code point,
 * how late the content of that path is, line. The greatest is in force.
 *
 * @param submittedAt null when the row does not say
 */
record Order(Instant submittedAt, String file, int content, long line)
    implements Comparable<Order> {
  private static final Comparator<Order> REVISIONS =
      Comparator.comparing(
              Order::submittedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(Order::file, Order::byCodePoint)
          .thenComparingInt(Order::content)
          .thenComparingLong(Order::line);

  /** The moment of a Spark value of either time API; null stays null. */
  static Instant instant(Object value) {
    return value instanceof Timestamp time ? time.toInstant() : (Instant) value;
  }

  @Override
  public int compareTo(Order other) {
    return REVISIONS.compare(this, other);
  }

  private static int byCodePoint(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        boolean high = Character.isSurrogate(a.charAt(i));
        return high == Character.isSurrogate(b.charAt(i))
            ? Character.compare(a.charAt(i), b.charAt(i))
            : high ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
