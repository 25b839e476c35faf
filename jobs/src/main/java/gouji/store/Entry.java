package gouji.store;

import gouji.contract.OwnTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * One row of a table of ours that has few. What is missing is null.
 *
 * @param values by column
 */
public record Entry(Map<String, Object> values) {

  /** A row that Spark read. */
  static Entry of(OwnTable table, Row row) {
    Map<String, Object> values = new HashMap<>();
    for (OwnTable.Column column : table.columns()) {
      int at = row.fieldIndex(column.name());
      if (!row.isNullAt(at)) {
        values.put(
            column.name(),
            switch (column.kind()) {
              case STRINGS -> row.<String>getList(at);
              case NUMBERS -> row.<String, Long>getJavaMap(at);
              default -> row.get(at);
            });
      }
    }
    return new Entry(values);
  }

  /** A text. */
  public String text(String column) {
    return (String) values.get(column);
  }

  /** A whole number of either size. */
  public Long number(String column) {
    Number number = (Number) values.get(column);
    return number == null ? null : number.longValue();
  }

  /** A moment. */
  public Instant moment(String column) {
    return (Instant) values.get(column);
  }

  /** A list of texts. */
  @SuppressWarnings("unchecked") // such columns hold nothing else
  public List<String> texts(String column) {
    return (List<String>) values.get(column);
  }

  /** Numbers by name. */
  @SuppressWarnings("unchecked") // such columns hold nothing else
  public Map<String, Long> numbers(String column) {
    return (Map<String, Long>) values.get(column);
  }
}
