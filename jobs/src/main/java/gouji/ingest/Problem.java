package gouji.ingest;

/**
 * Why a row or a file was rejected.
 *
 * @param column the column, empty when it is the row or the file
 * @param reason the reason's code
 * @param raw the value as written; empty when there is none or it may not be shown
 */
record Problem(String column, String reason, String raw) {}
