package gouji.ingest;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import gouji.contract.DataSet;
import gouji.contract.Field;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of rows on their way in: those of the data set, where each row comes from, and what
 * is wrong with it.
 */
public final class StagedRows {
  /** The key as one text, STRING; null for rejected rows. */
  public static final String RECORD_KEY = "record_key";

  /**
   * The key of the thing that the row belongs to as one text, STRING: for decisions the key without
   * the party, for versioned data sets without the version, else the same as the record's.
   */
  public static final String ENTITY_KEY = "entity_key";

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

  /** Problems of the row or file, ARRAY of STRUCT; empty for accepted rows. */
  public static final String PROBLEMS = "problems";

  /**
   * Rows read from the file, BIGINT; set in the one closing row of each file, else null; −1 when
   * the file was rejected as a whole.
   */
  public static final String ROWS_READ = "rows_read";

  /** What else is to be told of the file, ARRAY of STRING; set in its closing row. */
  public static final String NOTES = "notes";

  /** Whether the row counts: its revision is in force and not withdrawn, BOOLEAN. */
  public static final String IN_FORCE = "in_force";

  /** What a run has to tell of the row, ARRAY of STRUCT; not in the table. */
  public static final String REMARKS = "remarks";

  /** One remark: file, line, kind. */
  static final StructType REMARK =
      new StructType().add(FILE, StringType).add(LINE, LongType).add("kind", StringType);

  /** One value kept as written: column, raw. */
  static final StructType KEPT = new StructType().add("column", StringType).add("raw", StringType);

  /** One problem: column, reason, raw. */
  static final StructType PROBLEM =
      new StructType().add("column", StringType).add("reason", StringType).add("raw", StringType);

  private StagedRows() {}

  /** The columns of the data set's Delta table. */
  public static StructType records(DataSet set) {
    StructType schema = new StructType();
    for (Field field : set.fields()) {
      schema = schema.add(field.name(), type(field));
    }
    return schema
        .add(RECORD_KEY, StringType)
        .add(ENTITY_KEY, StringType)
        .add(FILE, StringType)
        .add(LINE, LongType)
        .add(CONTENT, IntegerType)
        .add(KEPT_RAW, createArrayType(KEPT))
        .add(DIGEST, LongType);
  }

  /** The columns of rows on their way in. */
  public static StructType staged(DataSet set) {
    return records(set)
        .add(PROBLEMS, createArrayType(PROBLEM))
        .add(ROWS_READ, LongType)
        .add(NOTES, createArrayType(StringType));
  }

  /** The columns of merged rows: those of the table and what is to be told. */
  public static StructType merged(DataSet set) {
    return records(set)
        .add(IN_FORCE, BooleanType)
        .add(DataSet.ENDS_ON, DateType)
        .add(REMARKS, createArrayType(REMARK));
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
