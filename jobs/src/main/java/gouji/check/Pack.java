package gouji.check;

import gouji.contract.Rule;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.apache.spark.sql.Row;

/**
 * A row of {@link Packed#SHAPE} without the year and the unit.
 *
 * @param part what the figures are to the vector
 * @param scope whose area; null for no figures
 * @param form the form they were filed with; null for computed ones of indicators
 * @param child whose figures, for a child's; null else
 * @param figures packed; null for none
 */
record Pack(Packed.Part part, Rule.Scope scope, String form, String child, ByteBuffer figures) {

  static Pack of(Row row) {
    return new Pack(
        Packed.Part.valueOf(row.getString(2)),
        row.isNullAt(3) ? null : Rule.Scope.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getString(4),
        row.getString(5),
        row.isNullAt(6) ? null : ByteBuffer.wrap(row.<byte[]>getAs(6)));
  }

  boolean isConsolidated() {
    return scope == Rule.Scope.CONSOLIDATED;
  }
}
