package gouji.ingest;

import java.io.Serializable;

/**
 * Some records of a text file that stand one after another.
 *
 * @param from the byte with which the first of them begins
 * @param to the byte behind the last of them; -1 for the end of the file
 * @param line the line on which the first of them begins, from 1
 */
public record Piece(long from, long to, long line) implements Serializable {
  /** All of a file. */
  public static final Piece WHOLE = new Piece(0, -1, 1);

  /** Whether it is the beginning of its file, with the header. */
  boolean isFirst() {
    return from == 0;
  }
}
