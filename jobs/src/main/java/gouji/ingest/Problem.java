package gouji.ingest;

/**
 * Why a row or a file was rejected.
 *
 * @param column the column, empty when it is the row or the file
 * @param reason the reason's code
 * @param raw the value as written; empty when there is none or it may not be shown
 */
public record Problem(String column, String reason, String raw) {
  /** The file cannot be read as what it is. */
  public static final Problem UNREADABLE = new Problem("", "unreadable_file", "");
}
