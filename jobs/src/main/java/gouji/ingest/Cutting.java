package gouji.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a text file can be cut between two records, as its bytes pass: the same rules as
 * {@link CsvRows} and {@link JsonRows}, which see characters. In UTF-8 and in GB18030 no byte of a
 * longer character is a quote, a comma or a line break.
 */
final class Cutting {
  private static final int[][] MARKS = {{0xEF, 0xBB, 0xBF}, {0x84, 0x31, 0x95, 0x33}};

  private enum State {
    CELL,
    PLAIN,
    QUOTED,
    QUOTE
  }

  private final boolean quotes;
  private final long least;
  private final List<Piece> pieces = new ArrayList<>();
  private State state = State.CELL;
  private boolean afterReturn;
  private long at;
  private long line = 1;
  private long from;
  private long fromLine = 1;

  /** Nothing yet of a file; each piece but the last has at least so many bytes. */
  Cutting(FileKind kind, long least) {
    quotes = kind == FileKind.CSV;
    this.least = least;
  }

  /** Takes the next bytes. */
  void feed(byte[] bytes, int length) {
    int first = at == 0 ? mark(bytes, length) : 0;
    at += first;
    for (int i = first; i < length; i++) {
      byte b = bytes[i];
      if (afterReturn) {
        afterReturn = false;
        if (b == '\n') {
          at++;
          begin();
          continue;
        }
        begin();
      }
      at++;
      take(b);
    }
  }

  /** The length of a byte order mark. */
  private static int mark(byte[] bytes, int length) {
    for (int[] mark : MARKS) {
      int same = 0;
      while (same < mark.length && same < length && (bytes[same] & 0xff) == mark[same]) {
        same++;
      }
      if (same == mark.length) {
        return same;
      }
    }
    return 0;
  }

  private void take(byte b) {
    if (state == State.QUOTED) {
      if (b == '"') {
        state = State.QUOTE;
      } else if (b == '\n' || b == '\r') {
        lineBreak(b);
      }
      return;
    }
    switch (b) {
      case '\n', '\r' -> {
        state = State.CELL;
        lineBreak(b);
      }
      case ',' -> state = State.CELL;
      case '"' ->
          state =
              quotes && (state == State.CELL || state == State.QUOTE) ? State.QUOTED : State.PLAIN;
      default -> state = State.PLAIN;
    }
  }

  /** A return may be followed by a feed that belongs to the same line break. */
  private void lineBreak(byte b) {
    line++;
    if (b == '\r') {
      afterReturn = true;
    } else {
      begin();
    }
  }

  /** A line begins: with it a record, unless it stands within quotes. */
  private void begin() {
    if (state == State.CELL && at - from >= least) {
      pieces.add(new Piece(from, at, fromLine));
      from = at;
      fromLine = line;
    }
  }

  /** The pieces, once all bytes were taken. */
  List<Piece> pieces() {
    List<Piece> all = new ArrayList<>(pieces);
    if (at > from || all.isEmpty()) {
      all.add(new Piece(from, at, fromLine));
    }
    return all;
  }
}
