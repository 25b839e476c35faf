package gouji.measure;

import gouji.contract.Condition;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * The conditions of all measures over a data set, each once, and in which years they hold for the
 * record at hand. What a value comes to is worked out once: values are few, codes and days.
 */
final class Conditions implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_KNOWN = 10_000;

  private final YearWindow window;
  private final List<Condition> conditions = new ArrayList<>();
  private final HashMap<Condition, Integer> ids = new HashMap<>();
  private final List<OfColumn> ofColumns = new ArrayList<>();
  private List<String> columns;
  private long[] years;

  Conditions(YearWindow window) {
    this.window = window;
  }

  /** The numbers by which the conditions of these alternatives are known here. */
  int[][] ids(List<List<Condition>> alternatives) {
    return alternatives.stream()
        .map(all -> all.stream().mapToInt(this::id).toArray())
        .toArray(int[][]::new);
  }

  private int id(Condition condition) {
    return ids.computeIfAbsent(
        condition,
        added -> {
          conditions.add(added);
          return conditions.size() - 1;
        });
  }

  /** The columns that the conditions look at. */
  Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    conditions.forEach(c -> add(fields, c));
    return fields;
  }

  /** The columns that these conditions look at. */
  Set<String> fields(int[] all) {
    Set<String> fields = new LinkedHashSet<>();
    Arrays.stream(all).forEach(id -> add(fields, conditions.get(id)));
    return fields;
  }

  private static void add(Set<String> fields, Condition condition) {
    fields.add(condition.field());
    if (condition.notAfter() != null) {
      fields.add(condition.notAfter());
    }
  }

  /** Says in what order records have their columns; no condition is added after that. */
  void bind(List<String> columnsOfRecords) {
    columns = columnsOfRecords;
    years = new long[conditions.size()];
    for (int column = 0; column < columns.size(); column++) {
      List<Integer> over = new ArrayList<>();
      for (int id = 0; id < conditions.size(); id++) {
        if (conditions.get(id).field().equals(columns.get(column))) {
          over.add(id);
        }
      }
      if (!over.isEmpty()) {
        ofColumns.add(new OfColumn(column, over.stream().mapToInt(i -> i).toArray()));
      }
    }
  }

  /** Works out in which years each condition holds for the record. */
  void hold(Row row) {
    for (OfColumn column : ofColumns) {
      Object value = row.get(column.column);
      long[] known = known(column, value);
      for (int i = 0; i < known.length; i++) {
        int id = column.ids[i];
        String other = conditions.get(id).notAfter();
        years[id] = other == null ? known[i] : notAfter(value, row.get(columns.indexOf(other)));
      }
    }
  }

  private long[] known(OfColumn column, Object value) {
    long[] found = column.known.get(value);
    if (found == null) {
      if (column.known.size() == MOST_KNOWN) {
        column.known.clear();
      }
      found = Arrays.stream(column.ids).mapToLong(i -> years(conditions.get(i), value)).toArray();
      column.known.put(value, found);
    }
    return found;
  }

  private long notAfter(Object value, Object other) {
    boolean holds =
        value != null && other != null && !((LocalDate) value).isAfter((LocalDate) other);
    return holds ? window.all() : 0;
  }

  private long years(Condition condition, Object value) {
    if (condition.notAfter() != null) {
      return 0;
    }
    if (condition.is() != null) {
      return window.where(condition.is(), value);
    }
    boolean holds =
        condition.in().isEmpty()
            ? value == null || !condition.notIn().contains(value.toString())
            : value != null && condition.in().contains(value.toString());
    return holds ? window.all() : 0;
  }

  /** The years in which all conditions of one of the alternatives hold. */
  long any(int[][] alternatives) {
    long found = 0;
    for (int[] alternative : alternatives) {
      found |= all(alternative);
    }
    return found;
  }

  /** The years in which all of these conditions hold. */
  long all(int[] alternative) {
    long all = -1L;
    for (int condition : alternative) {
      all &= years[condition];
    }
    return all;
  }

  /** The conditions over one column, with what they come to for the values seen so far. */
  private static final class OfColumn implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int column;
    private final int[] ids;
    private final HashMap<Object, long[]> known = new HashMap<>();

    OfColumn(int column, int[] ids) {
      this.column = column;
      this.ids = ids;
    }
  }
}
