package gouji.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** Neighbouring packs of one unit and year, evaluated a vector at a time; the tally comes last. */
final class VectorRows implements Iterator<Row> {
  private final Iterator<Row> rows;
  private final VectorChecks checks;
  private final Tally tally = new Tally();
  private Row ahead;
  private Iterator<Row> ready = Collections.emptyIterator();
  private boolean tallied;

  VectorRows(Iterator<Row> rows, VectorChecks checks) {
    this.rows = rows;
    this.checks = checks;
    ahead = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    while (!ready.hasNext() && ahead != null) {
      int year = ahead.getInt(0);
      String unit = ahead.getString(1);
      List<Pack> one = new ArrayList<>();
      while (ahead != null && ahead.getInt(0) == year && ahead.getString(1).equals(unit)) {
        one.add(Pack.of(ahead));
        ahead = rows.hasNext() ? rows.next() : null;
      }
      ready = checks.findings(year, unit, one, tally).iterator();
    }
    if (!ready.hasNext() && !tallied) {
      tallied = true;
      ready = tally.rows().iterator();
    }
    return ready.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.next();
  }
}
