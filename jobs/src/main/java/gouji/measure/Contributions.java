package gouji.measure;

import static org.apache.spark.sql.functions.col;

import gouji.contract.Columns;
import gouji.contract.DataSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Records become what they count for: one pass over each record table, however many numbers are
 * declared, and one row for each unit, year and data set.
 *
 * @param measured the declared numbers
 * @param window the report years
 * @param shape the columns of the table of contributions
 */
public record Contributions(Measured measured, YearWindow window, StructType shape) {
  /** In place of a year: what the unit has of any year. */
  public static final int ANY_YEAR = 0;

  /**
   * What the records in force of one data set count for, added up in part.
   *
   * @param records columns of the data set's table, only rows in force
   */
  public Dataset<Row> of(DataSet set, Dataset<Row> records) {
    Counting counting = new Counting(set, measured, window);
    boolean[] isSum = measured.isSum();
    YearWindow years = window;
    MapPartitionsFunction<Row, Row> count =
        rows -> new Counts(rows, new UnitCounts(set, counting, years, isSum));
    Column[] columns = counting.columns().stream().map(c -> col(c)).toArray(Column[]::new);
    return records.select(columns).mapPartitions(count, Encoders.row(shape));
  }

  /** One row for each unit, year and data set; the rows of a unit are neighbours. */
  public Dataset<Row> added(Dataset<Row> contributions) {
    int size = measured.counted().size();
    Set<Integer> overArea = measured.overArea();
    MapPartitionsFunction<Row, Row> add =
        rows -> new Neighbours(rows, same -> together(same, size, overArea));
    return contributions
        .repartition(col(Columns.UNIT_ID))
        .sortWithinPartitions(Columns.UNIT_ID, Columns.YEAR, Columns.DATA_SET)
        .mapPartitions(add, Encoders.row(shape));
  }

  /** The contributions of a partition, in pieces of bounded size. */
  private static final class Counts implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final UnitCounts counts;
    private Iterator<Row> ready = Collections.emptyIterator();

    Counts(Iterator<Row> rows, UnitCounts counts) {
      this.rows = rows;
      this.counts = counts;
    }

    @Override
    public boolean hasNext() {
      if (!ready.hasNext() && rows.hasNext()) {
        while (rows.hasNext() && !counts.isFull()) {
          counts.take(rows.next());
        }
        ready = counts.drain();
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

  /** Rows of one unit, year and data set as one. */
  private static Row together(List<Row> same, int size, Set<Integer> overArea) {
    Row first = same.get(0);
    long records = 0;
    Numbers numbers = new Numbers(size);
    for (Row row : same) {
      records += row.getLong(UnitCounts.NUMBERS - 1);
      numbers.add(row, UnitCounts.NUMBERS);
    }
    if (first.getInt(1) != ANY_YEAR) {
      // What is told apart within one unit only is told apart by now.
      numbers.settle(place -> !overArea.contains(place));
    }
    Object[] row = new Object[UnitCounts.NUMBERS + Numbers.COLUMNS];
    row[0] = first.get(0);
    row[1] = first.get(1);
    row[2] = first.get(2);
    row[UnitCounts.NUMBERS - 1] = records;
    numbers.pack(row, UnitCounts.NUMBERS);
    return RowFactory.create(row);
  }
}
