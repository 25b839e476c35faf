package gouji.job;

/** How the records behind a figure are written. */
public enum ExplainFormat {
  /** Aligned text for a terminal. */
  TABLE,
  /** One CSV table, the first column says what a line is. */
  CSV,
  /** One JSON object. */
  JSON
}
