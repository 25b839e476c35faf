package gouji.testkit.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One row that a unit files: values by column, of Java's types; a missing one is empty. */
final class Filing {
  private final Map<String, Object> values;

  private Filing(Map<String, Object> values) {
    this.values = values;
  }

  /** A row of one column; {@link #with} gives it more. */
  static Filing of(String column, Object value) {
    return new Filing(Map.of()).with(column, value);
  }

  /** The same row with another value; null takes the value away. */
  Filing with(String column, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(values);
    if (value == null) {
      changed.remove(column);
    } else {
      changed.put(column, value);
    }
    return new Filing(changed);
  }

  /** The value of a column; null when it is empty. */
  Object at(String column) {
    return values.get(column);
  }

  /** The text of a column that must be there. */
  String text(String column) {
    return values.get(column).toString();
  }

  Set<String> columns() {
    return Collections.unmodifiableSet(values.keySet());
  }
}
