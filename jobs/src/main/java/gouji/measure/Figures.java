package gouji.measure;

import static org.apache.spark.sql.functions.col;

import gouji.contract.Columns;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Contributions become figures: own ones, and consolidated ones by adding up along the register;
 * distinct things that may occur in several units of an area are counted anew at every level.
 *
 * @param measured the declared numbers
 * @param register the register of every year, on every node
 * @param supply what was supplied to which root, on every node
 */
public record Figures(Measured measured, Broadcast<Register> register, Broadcast<Supply> supply) {
  /** Scope of a unit's own records. */
  public static final String OWN = "own";

  /** Scope of the whole area. */
  public static final String CONSOLIDATED = "consolidated";

  private static final String CELL_OR_INDICATOR = "name";
  private static final DecimalType DECIMAL = DataTypes.createDecimalType(24, 6);
  private static final StructType SPREAD =
      new StructType()
          .add(Contributions.YEAR, DataTypes.IntegerType)
          .add(Contributions.UNIT, DataTypes.StringType)
          .add(Columns.SCOPE, DataTypes.StringType)
          .add(Contributions.NUMBER, DataTypes.IntegerType)
          .add(Contributions.KEY, DataTypes.StringType)
          .add(Contributions.AMOUNT, DataTypes.createDecimalType(38, 6));
  private static final StructType SHAPE =
      new StructType()
          .add(Columns.YEAR, DataTypes.IntegerType)
          .add(Columns.UNIT_ID, DataTypes.StringType)
          .add(Columns.SCOPE, DataTypes.StringType)
          .add(Columns.FORM, DataTypes.StringType)
          .add(CELL_OR_INDICATOR, DataTypes.StringType)
          .add(Columns.NUMERATOR, DECIMAL)
          .add(Columns.DENOMINATOR, DECIMAL)
          .add(Columns.VALUE, DECIMAL);

  /** All figures that are neither 0 nor absent, from the added-up contributions. */
  public Dataset<Row> of(Dataset<Row> added) {
    Spread spread = new Spread(measured, register);
    MapPartitionsFunction<Row, Row> toAreas = rows -> new Spreading(rows, spread);
    Vectors vectors = new Vectors(measured, new Sums(measured), measured.overArea(), supply);
    // Declarations are large: every node gets them once, not every task.
    Broadcast<Vectors> everywhere =
        JavaSparkContext.fromSparkContext(added.sparkSession().sparkContext()).broadcast(vectors);
    MapPartitionsFunction<Row, Row> toFigures = rows -> new Summing(rows, everywhere.value());
    return added
        .where(col(Contributions.NUMBER).geq(0))
        .mapPartitions(toAreas, Encoders.row(SPREAD))
        .repartition(col(Contributions.YEAR), col(Contributions.UNIT), col(Columns.SCOPE))
        .sortWithinPartitions(Contributions.YEAR, Contributions.UNIT, Columns.SCOPE)
        .mapPartitions(toFigures, Encoders.row(SHAPE));
  }

  /** The figures of forms, as the table of cells. */
  public static Dataset<Row> cells(Dataset<Row> figures) {
    return figures
        .where(col(Columns.FORM).isNotNull())
        .select(
            col(Columns.YEAR),
            col(Columns.UNIT_ID),
            col(Columns.SCOPE),
            col(Columns.FORM),
            col(CELL_OR_INDICATOR).as(Columns.CELL),
            col(Columns.VALUE));
  }

  /** The figures outside the forms, as the table of indicators. */
  public static Dataset<Row> indicators(Dataset<Row> figures) {
    return figures
        .where(col(Columns.FORM).isNull())
        .select(
            col(Columns.YEAR),
            col(Columns.UNIT_ID),
            col(Columns.SCOPE),
            col(CELL_OR_INDICATOR).as(Columns.INDICATOR),
            col(Columns.NUMERATOR),
            col(Columns.DENOMINATOR),
            col(Columns.VALUE));
  }

  /** Which areas a contribution reaches. */
  private record Spread(
      Set<Integer> overArea, Set<Integer> neverSummed, Broadcast<Register> register)
      implements java.io.Serializable {
    Spread(Measured measured, Broadcast<Register> register) {
      this(measured.overArea(), measured.neverSummed(), register);
    }

    void spread(Row row, Queue<Row> out) {
      int year = row.getInt(0);
      String unit = row.getString(1);
      int number = row.getInt(2);
      Register.Entry entry = register.value().find(year, unit).orElse(null);
      if (entry == null) {
        return;
      }
      String key = overArea.contains(number) ? row.getString(3) : null;
      // What is told apart within one unit only is told apart by now.
      BigDecimal amount = row.isNullAt(3) ? row.getDecimal(4) : BigDecimal.ONE;
      out.add(RowFactory.create(year, unit, OWN, number, key, amount));
      List<String> areas = neverSummed.contains(number) ? List.of(unit) : entry.ancestors();
      for (String area : areas) {
        out.add(RowFactory.create(year, area, CONSOLIDATED, number, key, amount));
      }
    }
  }

  /** Contributions of units, spread to the areas they belong to. */
  private static final class Spreading implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Spread spread;
    private final Queue<Row> ready = new ArrayDeque<>();

    Spreading(Iterator<Row> rows, Spread spread) {
      this.rows = rows;
      this.spread = spread;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        spread.spread(rows.next(), ready);
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }
  }

  /** What turns the numbers of one unit, year and scope into figures. */
  private record Vectors(
      Measured measured, Sums sums, Set<Integer> overArea, Broadcast<Supply> supply)
      implements java.io.Serializable {}

  /** Neighbouring rows of one unit, year and scope, a vector at a time. */
  private static final class Summing implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Vectors vectors;
    private Row ahead;
    private Iterator<Row> ready = Collections.emptyIterator();

    Summing(Iterator<Row> rows, Vectors vectors) {
      this.rows = rows;
      this.vectors = vectors;
      ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && ahead != null) {
        ready = vector();
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

    private Iterator<Row> vector() {
      Row first = ahead;
      Map<Integer, BigDecimal> numbers = new HashMap<>();
      Map<Integer, Set<String>> told = new HashMap<>();
      while (ahead != null && isSame(first, ahead)) {
        int number = ahead.getInt(3);
        if (vectors.overArea.contains(number)) {
          told.computeIfAbsent(number, n -> new HashSet<>()).add(ahead.getString(4));
        } else {
          numbers.merge(number, ahead.getDecimal(5), BigDecimal::add);
        }
        ahead = rows.hasNext() ? rows.next() : null;
      }
      told.forEach((number, keys) -> numbers.put(number, BigDecimal.valueOf(keys.size())));
      numbers.replaceAll(vectors.measured::inUnit);
      int year = first.getInt(0);
      String unit = first.getString(1);
      Queue<Row> figures = new ArrayDeque<>();
      vectors.sums.figures(
          year,
          numbers,
          vectors.supply.value().of(year, unit),
          f -> figures.add(row(year, unit, first.getString(2), f)));
      return figures.iterator();
    }

    private static boolean isSame(Row a, Row b) {
      return a.getInt(0) == b.getInt(0)
          && a.getString(1).equals(b.getString(1))
          && a.getString(2).equals(b.getString(2));
    }

    private static Row row(int year, String unit, String scope, Sums.Figure f) {
      return RowFactory.create(
          year,
          unit,
          scope,
          f.form(),
          f.name(),
          scaled(f.numerator(), year, unit, f.name()),
          scaled(f.denominator(), year, unit, f.name()),
          scaled(f.value(), year, unit, f.name()));
    }

    private static BigDecimal scaled(BigDecimal number, int year, String unit, String name) {
      if (number == null) {
        return null;
      }
      BigDecimal scaled = number.setScale(6);
      if (scaled.precision() > DECIMAL.precision()) {
        throw new Failure(
            FailureCode.INTERRUPTED,
            ("%s of unit %s in %d comes to %s, more than the 18 digits that fit."
                    + " Look for a record with a number that cannot be, correct its file, and run"
                    + " the same command again.")
                .formatted(name, unit, year, number.toPlainString()));
      }
      return scaled;
    }
  }
}
