package gouji.measure;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Sorted rows with the same first columns become one row. */
final class Neighbours implements Iterator<Row> {
  /** How many columns have to be the same. */
  private static final int KEY = 3;

  private final Iterator<Row> rows;
  private final Function<List<Row>, Row> together;
  private Row ahead;

  Neighbours(Iterator<Row> rows, Function<List<Row>, Row> together) {
    this.rows = rows;
    this.together = together;
    ahead = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public Row next() {
    if (ahead == null) {
      throw new NoSuchElementException();
    }
    List<Row> same = new ArrayList<>();
    while (ahead != null && (same.isEmpty() || isSame(same.get(0), ahead))) {
      same.add(ahead);
      ahead = rows.hasNext() ? rows.next() : null;
    }
    return together.apply(same);
  }

  private static boolean isSame(Row a, Row b) {
    for (int i = 0; i < KEY; i++) {
      if (!Objects.equals(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}
