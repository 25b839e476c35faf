package gouji.job;

/** What export writes. */
public enum ExportFormat {
  /** Bulk files as CSV. */
  CSV,
  /** Bulk files as JSON Lines. */
  JSONL,
  /** Bulk files as Parquet. */
  PARQUET,
  /** Report documents as workbooks. */
  XLSX,
  /** Report documents as HTML pages. */
  HTML;

  /** Whether it is a document of one unit and year. */
  boolean isDocument() {
    return this == XLSX || this == HTML;
  }
}
