package gouji.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Tables as lines of text, a stroke between the values: {@code 2020|361126|own}. Nothing between
 * two strokes is null, of an array or map column no element; {@code ;} stands between elements,
 * {@code =} between a map's key and its value. Numbers are written without trailing zeros.
 */
public final class Rows {
  private Rows() {}

  /** A table with the columns of a schema, from lines; missing values at a line's end are null. */
  public static Dataset<Row> of(SparkSession spark, StructType schema, String... lines) {
    List<Row> rows = Stream.of(lines).map(line -> row(schema, line)).toList();
    return spark.createDataFrame(rows, schema);
  }

  /** A table whose columns are written as {@code "year INT, unit_id STRING"}, from lines. */
  public static Dataset<Row> of(SparkSession spark, String columns, String... lines) {
    return of(spark, StructType.fromDDL(columns), lines);
  }

  /** The rows of a table as lines, in the order of the text. */
  public static List<String> lines(Dataset<Row> table) {
    return table.collectAsList().stream().map(Rows::line).sorted().toList();
  }

  private static Row row(StructType schema, String line) {
    List<String> texts = Arrays.asList(line.split("\\|", -1));
    StructField[] fields = schema.fields();
    if (texts.size() > fields.length) {
      throw new IllegalArgumentException(
          "%s has more values than columns: %s".formatted(line, schema.toDDL()));
    }
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = value(fields[i].dataType(), i < texts.size() ? texts.get(i) : "");
    }
    return RowFactory.create(values);
  }

  private static Object value(DataType type, String text) {
    if (type instanceof ArrayType array) {
      return text.isEmpty()
          ? new Object[0]
          : Stream.of(text.split(";", -1)).map(t -> value(array.elementType(), t)).toArray();
    }
    if (type instanceof MapType map) {
      return Stream.of(text.split(";"))
          .filter(t -> !t.isEmpty())
          .map(t -> t.split("=", 2))
          .collect(Collectors.toMap(t -> t[0], t -> value(map.valueType(), t[1])));
    }
    if (text.isEmpty()) {
      return null;
    }
    if (type instanceof DecimalType decimal) {
      return new BigDecimal(text).setScale(decimal.scale());
    }
    if (type.equals(DataTypes.IntegerType)) {
      return Integer.valueOf(text);
    }
    if (type.equals(DataTypes.LongType)) {
      return Long.valueOf(text);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.parse(text);
    }
    if (type.equals(DataTypes.TimestampType)) {
      return Instant.parse(text);
    }
    if (type.equals(DataTypes.StringType)) {
      return text;
    }
    throw new IllegalArgumentException("no text stands for a value of type " + type.sql());
  }

  private static String line(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      boolean several = !row.isNullAt(i) && row.schema().apply(i).dataType() instanceof ArrayType;
      texts.add(
          several
              ? row.getList(i).stream().map(Rows::text).collect(Collectors.joining(";"))
              : text(row.get(i)));
    }
    return String.join("|", texts);
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Row row) {
      return "(" + line(row) + ")";
    }
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }
}
