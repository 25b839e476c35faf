package gouji.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import gouji.contract.Columns;
import gouji.contract.DataSet;
import gouji.contract.Field;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of rows on their way in: those of the data set, where each row comes from, and what
 * is wrong with it.
 */
public final class StagedRows {
  /** The key as one text, STRING; null for rejected rows. */
  public static final String RECORD_KEY = "record_key";

  /** Path relative to the input folder, STRING. */
  public static final String FILE = "file";

  /** Line on which the record starts, BIGINT. */
  public static final String LINE = "line";

  /** How many contents the path had had when this row was read, INT. */
  public static final String CONTENT = "content";

  /**
   * Values of columns that no figure uses, kept as written where unknown, ARRAY of STRUCT (column,
   * raw); may be empty.
   */
  public static final String KEPT_RAW = "kept_raw";

  /** A number that differs when any value of the row differs, BIGINT. */
  public static final String DIGEST = "digest";

  /**
   * A number that is the same for all rows of one thing (a decision with its parties, an item with
   * its versions, else one record), BIGINT; other things may share it. Null for rejected rows.
   */
  public static final String ENTITY_HASH = "entity_hash";

  /** Problems of the row or file, ARRAY of STRUCT; empty for accepted rows. */
  public static final String PROBLEMS = "problems";

  /** Whether the row counts: its revision is in force and not withdrawn, BOOLEAN. */
  public static final String IN_FORCE = "in_force";

  /** One value kept as written: column, raw. */
  static final StructType KEPT = new StructType().add("column", StringType).add("raw", StringType);

  /** One problem: column, reason, raw. */
  static final StructType PROBLEM =
      new StructType().add("column", StringType).add("reason", StringType).add("raw", StringType);

  private StagedRows() {}

  /** The columns of a record: the data set's own, and where it comes from. */
  public static StructType records(DataSet set) {
    StructType schema = new StructType();
    for (Field field : set.fields()) {
      schema = schema.add(field.name(), type(field));
    }
    return schema
        .add(RECORD_KEY, StringType)
        .add(FILE, StringType)
        .add(LINE, LongType)
        .add(CONTENT, IntegerType)
        .add(KEPT_RAW, createArrayType(KEPT))
        .add(DIGEST, LongType)
        .add(ENTITY_HASH, LongType);
  }

  /** The hashes of things alone. */
  static StructType hashes() {
    return new StructType().add(ENTITY_HASH, LongType);
  }

  /** The columns of rows on their way in. */
  public static StructType staged(DataSet set) {
    return records(set).add(PROBLEMS, createArrayType(PROBLEM));
  }

  /** The columns of the data set's table: those of its records, and what others say of them. */
  static StructType table(DataSet set) {
    return records(set)
        .add(IN_FORCE, BooleanType)
        .add(DataSet.ENDS_ON, DateType)
        .add(DataSet.ALONE, BooleanType);
  }

  /** The columns of merged rows: those of the table, and the problems of rejected ones. */
  public static StructType merged(DataSet set) {
    return table(set).add(PROBLEMS, createArrayType(PROBLEM));
  }

  /** The rows of the data set's table among merged ones. */
  public static Dataset<Row> accepted(Dataset<Row> merged) {
    return merged.where(col(RECORD_KEY).isNotNull()).drop(PROBLEMS);
  }

  /** One row for each problem of rejected rows among merged ones, as the table of rejects. */
  public static Dataset<Row> rejects(DataSet set, Dataset<Row> merged) {
    return merged
        .where(col(RECORD_KEY).isNull())
        .select(col(FILE), col(LINE), explode(col(PROBLEMS)).as("problem"))
        .select(
            lit(set.name()).as(Columns.DATA_SET),
            col(FILE).as(Columns.FILE),
            col(LINE).as(Columns.LINE),
            col("problem.column").as(Columns.COLUMN),
            col("problem.reason").as(Columns.REASON),
            col("problem.raw").as(Columns.RAW));
  }

  private static DataType type(Field field) {
    return switch (field.type()) {
      case STRING, CODE, VERBATIM -> StringType;
      case INTEGER -> LongType;
      case YEAR -> IntegerType;
      case NUMBER -> createDecimalType(18 + field.decimals(), field.decimals());
      case BOOLEAN -> BooleanType;
      case DATE -> DateType;
      case DATETIME -> TimestampType;
    };
  }
}
