package gouji.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of one file, read once from the top; rows without any non-empty cell are left out. */
public interface RawRows extends Closeable {

  /**
   * The first row that is not empty: the names of the columns as written, or null for JSON Lines.
   * An empty file has none: an empty list.
   */
  RawRow header() throws IOException;

  /** The next row, or null after the last one. */
  RawRow next() throws IOException;

  /** Why no row of the file is accepted; its header is then not asked for. */
  default Optional<Problem> findProblem() {
    return Optional.empty();
  }

  /** What is told once per file, a sentence each. */
  default List<String> notes() {
    return List.of();
  }
}
