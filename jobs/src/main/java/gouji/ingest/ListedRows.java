package gouji.ingest;

import java.util.Iterator;
import java.util.List;

/** Rows that were all read when the file was opened, so that a broken file gives none of them. */
final class ListedRows implements RawRows {
  private final RawRow header;
  private final Iterator<RawRow> rows;

  ListedRows(RawRow header, List<RawRow> rows) {
    this.header = header;
    this.rows = rows.iterator();
  }

  @Override
  public RawRow header() {
    return header;
  }

  @Override
  public RawRow next() {
    return rows.hasNext() ? rows.next() : null;
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
