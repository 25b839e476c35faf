package gouji.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import gouji.contract.Columns;
import gouji.contract.DataSet;
import gouji.contract.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The records behind some numbers: one row for everything that counts, by the very predicate that
 * counts it.
 *
 * @param measured the declared numbers
 * @param window the report years
 * @param parts the numbers asked about
 */
public record Explanation(Measured measured, YearWindow window, List<Part> parts) {
  /** Which of the parts, INT. */
  public static final String PART = "part";

  /** Side of a rate, STRING; null otherwise. */
  public static final String SIDE = "side";

  /** Key of the record, or what is told apart, without the unit, STRING. */
  public static final String KEY = "key";

  /** 1, −1 or the amount in the unit of the number, DECIMAL(38,6). */
  public static final String AMOUNT = "amount";

  /** Values of the columns that decided, ARRAY of STRUCT (column, value). */
  public static final String VALUES = "values";

  /** Where the same thing is said again, ARRAY of STRUCT (unit_id, file, line), in order. */
  public static final String FURTHER = "further";

  /** The units that have the thing, ARRAY of STRING; several only where an area counts it once. */
  public static final String UNITS = "units";

  /** How many rows a number or unit has, BIGINT. */
  public static final String ROWS = "rows";

  static final String TOLD_APART = "told_apart";

  static final StructType VALUE =
      new StructType().add("column", DataTypes.StringType).add("value", DataTypes.StringType);

  static final StructType TOLD =
      new StructType()
          .add(PART, DataTypes.IntegerType)
          .add(SIDE, DataTypes.StringType)
          .add(Columns.YEAR, DataTypes.IntegerType)
          .add(Columns.UNIT_ID, DataTypes.StringType)
          .add(Columns.DATA_SET, DataTypes.StringType)
          .add(KEY, DataTypes.StringType)
          .add(Columns.FILE, DataTypes.StringType)
          .add(Columns.LINE, DataTypes.LongType)
          .add(AMOUNT, DataTypes.createDecimalType(38, 6))
          .add(VALUES, DataTypes.createArrayType(VALUE))
          .add(TOLD_APART, DataTypes.StringType);

  /** Copies the list. */
  public Explanation {
    parts = List.copyOf(parts);
  }

  /** The names of the data sets that the parts are counted from. */
  public List<String> dataSets() {
    return parts.stream().map(p -> measure(p).dataset()).distinct().sorted().toList();
  }

  private Measure measure(Part part) {
    return measured.counted().get(part.place()).measure();
  }

  /**
   * What counts among the records of one data set; distinct things are one row each, with the place
   * of their first row by unit, file and line.
   *
   * @param records columns of the data set's table, only rows in force
   */
  public Dataset<Row> of(DataSet set, Dataset<Row> records) {
    int[] single = asked(set, false);
    int[] distinct = asked(set, true);
    if (distinct.length == 0) {
      return alone(told(set, records, single));
    }
    Dataset<Row> things = things(told(set, records, distinct));
    return single.length == 0 ? things : things.unionByName(alone(told(set, records, single)));
  }

  private int[] asked(DataSet set, boolean distinct) {
    return IntStream.range(0, parts.size())
        .filter(i -> measure(parts.get(i)).dataset().equals(set.name()))
        .filter(i -> measure(parts.get(i)).distinct().isEmpty() != distinct)
        .toArray();
  }

  private Dataset<Row> told(DataSet set, Dataset<Row> records, int[] asked) {
    Telling telling = new Telling(set, this, asked);
    FlatMapFunction<Row, Row> tell = telling::of;
    Column[] columns = telling.columns().toArray(Column[]::new);
    return records.select(columns).flatMap(tell, Encoders.row(TOLD));
  }

  private static Dataset<Row> alone(Dataset<Row> told) {
    Column place = place();
    return told.withColumn(FURTHER, slice(array(place), 2, 1))
        .withColumn(UNITS, array(col(Columns.UNIT_ID)))
        .drop(TOLD_APART);
  }

  private static Column place() {
    return struct(col(Columns.UNIT_ID), col(Columns.FILE), col(Columns.LINE));
  }

  private Dataset<Row> things(Dataset<Row> told) {
    Object[] overArea =
        IntStream.range(0, parts.size())
            .filter(i -> measure(parts.get(i)).overArea())
            .boxed()
            .toArray();
    Column owner = when(col(PART).isin(overArea), lit("")).otherwise(col(Columns.UNIT_ID));
    List<Column> wanted = new ArrayList<>();
    for (String column : TOLD.fieldNames()) {
      if (!column.equals(TOLD_APART)) {
        wanted.add(col("first").getField(column).as(column));
      }
    }
    wanted.add(slice(col("places"), lit(2), size(col("places"))).as(FURTHER));
    wanted.add(array_distinct(col("places").getField(Columns.UNIT_ID)).as(UNITS));
    return told.groupBy(
            col(PART).as("of_part"), col(Columns.YEAR).as("of_year"), owner, col(TOLD_APART))
        .agg(min(wholeRow()).as("first"), sort_array(collect_list(place())).as("places"))
        .select(wanted.toArray(Column[]::new));
  }

  /** The row as one value that compares by unit, file and line first. */
  private static Column wholeRow() {
    Stream<String> first = Stream.of(Columns.UNIT_ID, Columns.FILE, Columns.LINE);
    return struct(
        Stream.concat(first, Stream.of(TOLD.fieldNames()))
            .distinct()
            .map(functions::col)
            .toArray(Column[]::new));
  }

  /** What each part comes to: columns part, year, amount and rows. */
  public static Dataset<Row> byPart(Dataset<Row> explained) {
    return explained.groupBy(PART, Columns.YEAR).agg(added(col(AMOUNT)), count(lit(1)).as(ROWS));
  }

  /**
   * What each unit has of each side: columns side, year, unit_id, amount and rows; what several
   * units have is in each of them.
   */
  public static Dataset<Row> byUnit(Dataset<Row> explained) {
    return explained
        .select(col(SIDE), col(Columns.YEAR), explode(col(UNITS)).as(Columns.UNIT_ID), col(AMOUNT))
        .groupBy(SIDE, Columns.YEAR, Columns.UNIT_ID)
        .agg(added(col(AMOUNT)), count(lit(1)).as(ROWS));
  }

  private static Column added(Column amount) {
    return sum(amount).cast(DataTypes.createDecimalType(38, 6)).as(AMOUNT);
  }

  /** In the order of reading: by side, unit, data set, key, file and line. */
  public static Dataset<Row> inOrder(Dataset<Row> explained) {
    return explained.orderBy(
        col(SIDE).desc(),
        col(Columns.UNIT_ID),
        col(Columns.DATA_SET),
        col(KEY),
        col(Columns.FILE),
        col(Columns.LINE),
        col(PART));
  }

  /** The rows of no record. */
  public static Dataset<Row> nothing(SparkSession spark) {
    return alone(spark.createDataFrame(List.of(), TOLD));
  }
}
