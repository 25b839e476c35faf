package gouji.measure;

import gouji.contract.Columns;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Numbers of units and areas become figures: those that are neither 0 nor absent.
 *
 * @param measured the declared numbers
 * @param supply what was supplied to which root, on every node
 */
public record Figures(Measured measured, Broadcast<Supply> supply) {
  private static final DecimalType DECIMAL = DataTypes.createDecimalType(24, 6);
  private static final StructType BEGINNING =
      new StructType()
          .add(Columns.YEAR, DataTypes.IntegerType)
          .add(Columns.UNIT_ID, DataTypes.StringType)
          .add(Columns.SCOPE, DataTypes.StringType);
  private static final StructType CELLS =
      BEGINNING
          .add(Columns.FORM, DataTypes.StringType)
          .add(Columns.CELL, DataTypes.StringType)
          .add(Columns.VALUE, DECIMAL);
  private static final StructType INDICATORS =
      BEGINNING
          .add(Columns.INDICATOR, DataTypes.StringType)
          .add(Columns.NUMERATOR, DECIMAL)
          .add(Columns.DENOMINATOR, DECIMAL)
          .add(Columns.VALUE, DECIMAL);

  /**
   * The figures of forms, as the table of cells.
   *
   * @param vectors as {@link Vectors#of}
   */
  public Dataset<Row> cells(Dataset<Row> vectors) {
    Broadcast<Sums> sums = sums(vectors);
    FlatMapFunction<Row, Row> toCells =
        row -> {
          Vector vector = Vector.of(row, sums.value().measured());
          List<Row> cells = new ArrayList<>();
          sums.value()
              .cells(
                  vector.year,
                  vector.numbers,
                  f -> cells.add(vector.row(f.form(), f.name(), vector.scaled(f, f.value()))));
          return cells.iterator();
        };
    return vectors.flatMap(toCells, Encoders.row(CELLS));
  }

  /**
   * The figures outside the forms, as the table of indicators.
   *
   * @param vectors as {@link Vectors#of}
   */
  public Dataset<Row> indicators(Dataset<Row> vectors) {
    Broadcast<Sums> sums = sums(vectors);
    Broadcast<Supply> supplied = supply;
    FlatMapFunction<Row, Row> toIndicators =
        row -> {
          Vector vector = Vector.of(row, sums.value().measured());
          List<Row> indicators = new ArrayList<>();
          sums.value()
              .indicators(
                  vector.numbers,
                  supplied.value().of(vector.year, vector.unit),
                  f ->
                      indicators.add(
                          vector.row(
                              f.name(),
                              vector.scaled(f, f.numerator()),
                              vector.scaled(f, f.denominator()),
                              vector.scaled(f, f.value()))));
          return indicators.iterator();
        };
    return vectors.flatMap(toIndicators, Encoders.row(INDICATORS));
  }

  /** Declarations are large: every node gets them once, not every task. */
  private Broadcast<Sums> sums(Dataset<Row> vectors) {
    return JavaSparkContext.fromSparkContext(vectors.sparkSession().sparkContext())
        .broadcast(new Sums(measured));
  }

  /** The numbers of one unit, year and scope, each in the unit that it is told in. */
  private record Vector(int year, String unit, String scope, Map<Integer, BigDecimal> numbers) {
    static Vector of(Row row, Measured measured) {
      Numbers added = new Numbers(measured.counted().size());
      added.add(row, Vectors.NUMBERS);
      Map<Integer, BigDecimal> numbers = added.amounts();
      numbers.replaceAll(measured::inUnit);
      return new Vector(row.getInt(0), row.getString(1), row.getString(2), numbers);
    }

    Row row(Object... figure) {
      Object[] row = new Object[3 + figure.length];
      row[0] = year;
      row[1] = unit;
      row[2] = scope;
      System.arraycopy(figure, 0, row, 3, figure.length);
      return RowFactory.create(row);
    }

    BigDecimal scaled(Sums.Figure figure, BigDecimal number) {
      if (number == null) {
        return null;
      }
      BigDecimal scaled = number.setScale(DECIMAL.scale());
      if (scaled.precision() > DECIMAL.precision()) {
        throw new Failure(
            FailureCode.INTERRUPTED,
            ("%s of unit %s in %d comes to %s, more than the 18 digits that fit."
                    + " Look for a record with a number that cannot be, correct its file, and run"
                    + " the same command again.")
                .formatted(figure.name(), unit, year, number.toPlainString()));
      }
      return scaled;
    }
  }
}
