package gouji.ingest;

/**
 * One cell as a file holds it.
 *
 * @param kind what the file says it is
 * @param text the value as written (CSV: without the quoting; JSON: the number as its token, the
 *     string's content; xlsx and Parquet numbers: plain decimal without exponent, read to 15
 *     significant digits where the file holds a double, one with more digits before the point as
 *     the file writes it; dates: {@code yyyy-MM-dd} or {@code yyyy-MM-dd HH:mm:ss} when there is a
 *     time of day; booleans: true or false); null when nothing is there
 */
public record RawCell(Kind kind, String text) {

  /** A cell with nothing in it. */
  public static final RawCell EMPTY = new RawCell(Kind.TEXT, null);

  /** A text cell. */
  public static RawCell text(String text) {
    return new RawCell(Kind.TEXT, text);
  }

  /** What the file says a cell is. */
  public enum Kind {
    /** Text, or nothing. */
    TEXT,
    /** A number of a typed file (JSON, xlsx, Parquet). */
    NUMBER,
    /** A number of a double in xlsx or Parquet with more than 15 digits before the point. */
    LOSSY_NUMBER,
    /** A real date of xlsx or Parquet. */
    DATE,
    /** A boolean of a typed file. */
    BOOLEAN
  }
}
