package gouji.ingest;

import java.util.Locale;
import java.util.Optional;

/** The kinds of input files; all but published reports are told by the end of their names. */
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
  PARQUET(".parquet"),
  /**
   * A published report, whatever its name: it says where its figures stand, not in which column.
   */
  PUBLISHED(null);

  /** Paths of published reports begin with it; those of an input folder begin with a data set. */
  public static final String PUBLISHED_FOLDER = "published/";

  private final String ending;

  FileKind(String ending) {
    this.ending = ending;
  }

  /** The kind of a file of that name; empty when it says nothing known. */
  public static Optional<FileKind> find(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (!isOfUser(name)) {
      return Optional.empty();
    }
    for (FileKind kind : values()) {
      if (kind.ending != null && name.endsWith(kind.ending)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether a path is that of a published report. */
  static boolean isPublished(String file) {
    return file.startsWith(PUBLISHED_FOLDER);
  }

  /**
   * Whether a file of that name is a user's own, and not what an office program leaves beside it.
   */
  public static boolean isOfUser(String fileName) {
    return !fileName.startsWith("~$");
  }

  /** Whether the bytes are compressed by gzip. */
  public boolean isGzip() {
    return this == CSV_GZ || this == JSONL_GZ;
  }

  /** Whether the (decompressed) bytes are text of an encoding to be told. */
  public boolean isText() {
    return switch (this) {
      case CSV, CSV_GZ, JSONL, JSONL_GZ -> true;
      case XLSX, PARQUET, PUBLISHED -> false;
    };
  }
}
