package gouji.check;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A row of {@link VectorChecks#SHAPE}, filled column by column. */
final class FindingRow {
  private final Object[] values = new Object[VectorChecks.SHAPE.size()];

  FindingRow with(String column, Object value) {
    values[VectorChecks.SHAPE.fieldIndex(column)] = value;
    return this;
  }

  FindingRow with(String column, List<String> texts) {
    return with(column, (Object) texts.toArray());
  }

  Row row() {
    return RowFactory.create(values);
  }
}
