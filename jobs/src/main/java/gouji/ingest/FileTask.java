package gouji.ingest;

import java.io.Serializable;
import java.util.BitSet;

/**
 * One file to read, or a piece of it.
 *
 * @param path where it is, for Hadoop's file systems
 * @param file its path relative to the input folder
 * @param kind its kind
 * @param charset encoding of a text file, null otherwise
 * @param bytes how many bytes are to be read, as stored
 * @param content how many contents this path has had, this one included
 * @param problem why it cannot be read, null when it can
 * @param piece the records to read
 * @param left which of its rows are to be read, counted from 0; null for all
 */
public record FileTask(
    String path,
    String file,
    FileKind kind,
    String charset,
    long bytes,
    int content,
    String problem,
    Piece piece,
    BitSet left)
    implements Serializable {

  /** All rows of a file, or of a piece of it. */
  public FileTask(
      String path,
      String file,
      FileKind kind,
      String charset,
      long bytes,
      int content,
      String problem,
      Piece piece) {
    this(path, file, kind, charset, bytes, content, problem, piece, null);
  }

  /** The same file, another piece. */
  public FileTask at(Piece other) {
    long size = other.to() < 0 ? bytes : other.to() - other.from();
    return new FileTask(path, file, kind, charset, size, content, problem, other);
  }

  /** The same with those of its rows that were left; null when there are none. */
  FileTask left(BitSet rows) {
    return rows == null || rows.isEmpty()
        ? null
        : new FileTask(path, file, kind, charset, bytes, content, problem, piece, rows);
  }
}
