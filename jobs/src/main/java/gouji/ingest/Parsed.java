package gouji.ingest;

/**
 * A value that was read, or why it could not be.
 *
 * @param value the typed value; null when there is a reason or the cell stands for nothing
 * @param reason the reject reason; null when the value is sound
 */
record Parsed(Object value, String reason) {
  static Parsed of(Object value) {
    return new Parsed(value, null);
  }

  static Parsed bad(String reason) {
    return new Parsed(null, reason);
  }
}
