package gouji.store;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import gouji.contract.OwnTable;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** The Spark types of our own tables. */
public final class Schemas {
  private Schemas() {}

  /** The columns of one of our own tables. */
  public static StructType of(OwnTable table) {
    StructType schema = new StructType();
    for (OwnTable.Column column : table.columns()) {
      schema = schema.add(column.name(), type(column.kind()));
    }
    return schema;
  }

  private static DataType type(OwnTable.Kind kind) {
    return switch (kind) {
      case INT -> IntegerType;
      case BIGINT -> LongType;
      case DECIMAL -> createDecimalType(24, 6);
      case STRING -> StringType;
      case BOOLEAN -> BooleanType;
      case TIMESTAMP -> TimestampType;
      case INTS -> createArrayType(IntegerType);
      case BIGINTS -> createArrayType(LongType);
      case DECIMALS -> createArrayType(createDecimalType(38, 6));
      case STRINGS -> createArrayType(StringType);
      case NUMBERS -> createMapType(StringType, LongType);
    };
  }
}
