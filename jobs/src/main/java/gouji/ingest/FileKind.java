package gouji.ingest;

import java.util.Locale;
import java.util.Optional;

/** The kinds of input files, told by the end of their names. */
public enum FileKind {
  /** Comma-separated values, plain. */
  CSV(".csv"),
  /** Comma-separated values, compressed. */
  CSV_GZ(".csv.gz"),
  /** One JSON object a line, plain. */
  JSONL(".jsonl"),
  /** One JSON object a line, compressed. */
  JSONL_GZ(".jsonl.gz"),
  /** An Excel workbook. */
  XLSX(".xlsx"),
  /** A Parquet file. */
  PARQUET(".parquet");

  private final String ending;

  FileKind(String ending) {
    this.ending = ending;
  }

  /** The kind of a file of that name; empty when it says nothing known. */
  public static Optional<FileKind> find(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.startsWith("~$")) {
      return Optional.empty();
    }
    for (FileKind kind : values()) {
      if (name.endsWith(kind.ending)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether the bytes are compressed by gzip. */
  public boolean isGzip() {
    return this == CSV_GZ || this == JSONL_GZ;
  }

  /** Whether the (decompressed) bytes are text of an encoding to be told. */
  public boolean isText() {
    return this != XLSX && this != PARQUET;
  }
}
