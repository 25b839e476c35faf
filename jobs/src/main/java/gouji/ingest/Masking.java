package gouji.ingest;

import java.io.Serializable;

/**
 * Personal data at the door: masked for people to see, hashed with a key to tell parties apart.
 *
 * @param secret the warehouse's own secret, in hexadecimal
 */
public record Masking(String secret) implements Serializable {
  private static final int SHORT = 8;
  private static final int SHOWN = 4;

  /** A name with its first character kept: {@code 张**}; null stays null. */
  static String name(String name) {
    return name == null || name.isEmpty()
        ? name
        : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  /**
   * A number with its first and last four characters kept when it is longer than eight, its first
   * otherwise; null stays null.
   */
  static String number(String number) {
    if (number == null || number.isEmpty()) {
      return number;
    }
    int length = number.codePointCount(0, number.length());
    if (length <= SHORT) {
      int first = number.offsetByCodePoints(0, 1);
      return number.substring(0, first) + "*".repeat(length - 1);
    }
    return number.substring(0, number.offsetByCodePoints(0, SHOWN))
        + "*".repeat(length - 2 * SHOWN)
        + number.substring(number.offsetByCodePoints(number.length(), -SHOWN));
  }

  /** What tells values apart without showing them. */
  KeyedHash keyedHash() {
    return new KeyedHash(secret);
  }

  @Override
  public String toString() {
    return "Masking";
  }
}
