package gouji.ingest;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values after RFC 4180, read strictly: a quote out of place marks the record as
 * malformed, is read as a character, and the record ends at the next line break outside quotes.
 */
final class CsvRows implements RawRows {
  private static final int BUFFER = 1 << 16;
  private static final int END = -1;

  /**
   * Characters of a record that are held; a longer one is malformed, and only its beginning told.
   */
  private static final int MOST = 1 << 24;

  /** Characters that are told of a record that is too long. */
  private static final int TOLD = 1_000;

  private final Reader reader;
  private final RawRow known;
  private char[] buffer;
  private int at;
  private int limit;
  private int start;
  private long line;
  private int width = -1;
  private boolean malformed;

  /** Of a record that is too long to be held how it begins; null of any other. */
  private String beginning;

  private boolean ended;
  private final StringBuilder cell = new StringBuilder();

  CsvRows(Reader reader) {
    this(reader, BUFFER);
  }

  /** A reader whose buffer begins small, so that its edges can be tried. */
  CsvRows(Reader reader, int size) {
    this(reader, size, 1, null);
  }

  /**
   * A reader that begins with a later line of a file.
   *
   * @param header of the file; what is not behind it is no row
   */
  CsvRows(Reader reader, long line, RawRow header) {
    this(reader, BUFFER, line, header);
    width = header.cells().size();
  }

  private CsvRows(Reader reader, int size, long line, RawRow known) {
    this.reader = reader;
    buffer = new char[size];
    this.line = line;
    this.known = known;
  }

  @Override
  public RawRow header() throws IOException {
    if (known != null) {
      return known;
    }
    if (peek() == '\uFEFF') {
      at++;
    }
    RawRow header = record();
    if (header == null) {
      return new RawRow(1, null, List.of(), false, "");
    }
    width = header.cells().size();
    return header;
  }

  @Override
  public RawRow next() throws IOException {
    RawRow row = record();
    while (known != null && row != null && row.line() <= known.line()) {
      row = record();
    }
    return row;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** The next record that is not empty; null at the end. */
  private RawRow record() throws IOException {
    while (!ended) {
      start = at;
      if (peek() == END) {
        ended = true;
        return null;
      }
      long first = line;
      malformed = false;
      beginning = null;
      List<RawCell> cells = new ArrayList<>(Math.max(width, 8));
      boolean more = true;
      while (more) {
        more = cell(cells);
      }
      boolean tell = malformed || cells.size() != width;
      String text = tell ? text() : null;
      lineBreak();
      if (isEmpty(cells)) {
        continue;
      }
      return new RawRow(first, null, cells, malformed, text);
    }
    return null;
  }

  private String text() {
    return beginning == null ? new String(buffer, start, at - start) : beginning + "…";
  }

  private boolean isEmpty(List<RawCell> cells) {
    for (RawCell one : cells) {
      if (!Texts.isEmpty(one.text())) {
        return false;
      }
    }
    return !malformed;
  }

  /** Reads one cell and the comma behind it; false when the record ends behind the cell. */
  private boolean cell(List<RawCell> cells) throws IOException {
    int c = peek();
    if (c != '"') {
      int from = at - start;
      boolean more = plain();
      int to = at - start - (more ? 1 : 0);
      if (beginning == null) {
        cells.add(RawCell.text(new String(buffer, start + from, to - from)));
      }
      return more;
    }
    at++;
    cell.setLength(0);
    if (!quoted()) {
      cells.add(RawCell.text(cell.toString()));
      return false;
    }
    int from = at - start;
    boolean more = plain();
    int to = at - start - (more ? 1 : 0);
    if (to > from && beginning == null) {
      malformed = true;
      cell.append(buffer, start + from, to - from);
    }
    cells.add(RawCell.text(cell.toString()));
    return more;
  }

  /** Passes characters outside quotes; true when it stops behind a comma, false at a line's end. */
  private boolean plain() throws IOException {
    while (true) {
      int c = peek();
      if (c == END || c == '\n' || c == '\r') {
        return false;
      }
      at++;
      if (c == ',') {
        return true;
      }
      if (c == '"') {
        malformed = true;
      }
    }
  }

  /** Reads up to the closing quote; false when the file ends before it. */
  private boolean quoted() throws IOException {
    while (true) {
      int c = peek();
      if (c == END) {
        malformed = true;
        return false;
      }
      at++;
      if (c == '"') {
        if (peek() != '"') {
          return true;
        }
        at++;
      } else if (c == '\n' || (c == '\r' && peek() != '\n')) {
        line++;
      }
      if (beginning == null) {
        cell.append((char) c);
      }
    }
  }

  private void lineBreak() throws IOException {
    int c = peek();
    if (c == END) {
      ended = true;
      return;
    }
    at++;
    line++;
    if (c == '\r' && peek() == '\n') {
      at++;
    }
  }

  private int peek() throws IOException {
    return at < limit || fill() ? buffer[at] : END;
  }

  /** Brings in more characters, keeping those of the record under way. */
  private boolean fill() throws IOException {
    if (limit - start >= MOST) {
      beginning = beginning == null ? new String(buffer, start, TOLD) : beginning;
      malformed = true;
      cell.setLength(0);
      start = at;
    }
    int kept = limit - start;
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, kept);
    } else if (kept == buffer.length) {
      buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
    }
    at -= start;
    start = 0;
    limit = kept;
    int n = reader.read(buffer, limit, buffer.length - limit);
    if (n <= 0) {
      return false;
    }
    limit += n;
    return true;
  }
}
