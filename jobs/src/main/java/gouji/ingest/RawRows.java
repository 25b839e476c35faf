package gouji.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of one file, read once from the top; rows without any non-empty cell are left out. */
public interface RawRows extends Closeable {

  /**
   * The first row that is not empty: the names of the columns as written, or null for JSON Lines.
   * An empty file has none: an empty list.
   */
  RawRow header() throws IOException;

  /** The next row, or null after the last one. */
  RawRow next() throws IOException;

  /** Names that are told once per file where there is no header. */
  default List<String> notes() {
    return List.of();
  }
}
