package gouji.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Records become what they count for: one pass over each record table, however many numbers are
 * declared.
 *
 * @param measured the declared numbers
 * @param window the report years
 */
public record Contributions(Measured measured, YearWindow window) {
  /** The report year, INT; 0 for supply. */
  public static final String YEAR = "year";

  /** The unit of the records, STRING. */
  public static final String UNIT = "unit_id";

  /** Place of the number, INT; {@link #COVERAGE} and {@link #SUPPLY} are no numbers. */
  public static final String NUMBER = "number";

  /** What is told apart, STRING; null where nothing is. Of coverage and supply: the data set. */
  public static final String KEY = "distinct_key";

  /** How much, DECIMAL(38,6). */
  public static final String AMOUNT = "amount";

  /** In place of a number: records that the unit has in the year. */
  public static final int COVERAGE = -1;

  /** In place of a number: the unit has a record, of any year. */
  public static final int SUPPLY = -2;

  static final StructType SHAPE =
      new StructType()
          .add(YEAR, DataTypes.IntegerType)
          .add(UNIT, DataTypes.StringType)
          .add(NUMBER, DataTypes.IntegerType)
          .add(KEY, DataTypes.StringType)
          .add(AMOUNT, DataTypes.createDecimalType(38, 6));

  private static final int MOST_HELD = 200_000;

  /**
   * What the records in force of one data set count for, partly added up.
   *
   * @param records columns of the data set's table, only rows in force
   */
  public Dataset<Row> of(DataSet set, Dataset<Row> records) {
    Counting counting = new Counting(set, measured, window);
    String facts = Declarations.factMeasure("").dataset();
    boolean byCode = set.name().equals(facts);
    YearWindow years = window;
    String name = set.name();
    MapPartitionsFunction<Row, Row> count = rows -> new Counts(rows, counting, years, name, byCode);
    Column[] columns = counting.columns().stream().map(c -> col(c)).toArray(Column[]::new);
    return records.select(columns).mapPartitions(count, Encoders.row(SHAPE));
  }

  /** The contributions added up: one row for each year, unit, number and key. */
  public static Dataset<Row> added(Dataset<Row> contributions) {
    return contributions
        .groupBy(YEAR, UNIT, NUMBER, KEY)
        .agg(sum(AMOUNT).cast(DataTypes.createDecimalType(38, 6)).as(AMOUNT));
  }

  private record Group(int year, String unit, int number, String key) {}

  /** The contributions of a partition, added up in pieces of bounded size. */
  private static final class Counts implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Counting counting;
    private final YearWindow window;
    private final String dataSet;
    private final boolean byCode;
    private final Map<Group, BigDecimal> held = new HashMap<>();
    private Iterator<Map.Entry<Group, BigDecimal>> ready = Collections.emptyIterator();

    Counts(
        Iterator<Row> rows, Counting counting, YearWindow window, String dataSet, boolean byCode) {
      this.rows = rows;
      this.counting = counting;
      this.window = window;
      this.dataSet = dataSet;
      this.byCode = byCode;
    }

    @Override
    public boolean hasNext() {
      if (!ready.hasNext() && rows.hasNext()) {
        held.clear();
        while (rows.hasNext() && held.size() < MOST_HELD) {
          take(rows.next());
        }
        ready = held.entrySet().iterator();
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Map.Entry<Group, BigDecimal> entry = ready.next();
      Group group = entry.getKey();
      return RowFactory.create(
          group.year, group.unit, group.number, group.key, entry.getValue().setScale(6));
    }

    private void take(Row row) {
      String unit = counting.text(row, UNIT);
      String supplied = byCode ? counting.text(row, "fact_code") : dataSet;
      held.put(new Group(0, unit, SUPPLY, supplied), BigDecimal.ONE);
      add(unit, COVERAGE, counting.present(row), dataSet, BigDecimal.ONE);
      counting.count(row, (place, years, key, amount) -> add(unit, place, years, key, amount));
    }

    private void add(String unit, int number, long years, String key, BigDecimal amount) {
      for (long left = years; left != 0; left &= left - 1) {
        int year = window.first() + Long.numberOfTrailingZeros(left);
        held.merge(new Group(year, unit, number, key), amount, BigDecimal::add);
      }
    }
  }
}
