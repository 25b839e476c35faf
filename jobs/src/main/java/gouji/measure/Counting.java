package gouji.measure;

import gouji.contract.Condition;
import gouji.contract.DataSet;
import gouji.contract.FieldType;
import gouji.contract.Measure;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * The measures over one data set, ready to be asked of a record: in which years it counts for which
 * number, as what and how much. The one predicate of counting and of explaining.
 */
public final class Counting implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String SEPARATOR = "\u001f";

  private final YearWindow window;
  private final List<String> columns;
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Asked> numbers = new ArrayList<>();
  private final int[][] places;
  private final List<Set<String>> values = new ArrayList<>();
  private final int[] events;
  private final boolean versioned;

  /** Prepares the measures over a data set; records have the columns of {@link #columns()}. */
  public Counting(DataSet set, Measured measured, YearWindow window) {
    this(set, measured, window, measured.of(set));
  }

  /** Prepares some of the measures over a data set, those of the numbers at these places. */
  Counting(DataSet set, Measured measured, YearWindow window, Collection<Integer> asking) {
    this.window = window;
    versioned = set.version() != null;
    Map<Condition, Integer> known = new HashMap<>();
    for (int place : asking) {
      Measure measure = measured.counted().get(place).measure();
      long asked = measured.years(place, window);
      if (asked != 0) {
        numbers.add(
            new Asked(
                place, measure, asked, ids(measure.any(), known), ids(measure.less(), known)));
      }
    }
    if (versioned) {
      numbers.add(0, validAtEnd(set, known));
    }
    columns = List.copyOf(columnsOf(set));
    places = new int[conditions.size()][];
    for (int i = 0; i < places.length; i++) {
      Condition condition = conditions.get(i);
      int other = condition.notAfter() == null ? -1 : columns.indexOf(condition.notAfter());
      places[i] = new int[] {columns.indexOf(condition.field()), other};
      values.add(
          condition.in().isEmpty() ? Set.copyOf(condition.notIn()) : Set.copyOf(condition.in()));
    }
    events = set.events().stream().mapToInt(columns::indexOf).toArray();
  }

  /** The pseudo number of versions that are valid at the end of the year. */
  private Asked validAtEnd(DataSet set, Map<Condition, Integer> known) {
    List<Condition> valid =
        List.of(
            new Condition(set.version(), Condition.Is.BY_END, null, null, null),
            new Condition(DataSet.ENDS_ON, Condition.Is.NOT_BY_END, null, null, null));
    int[][] any = ids(List.of(valid), known);
    return new Asked(-1, null, window.all(), any, new int[0][]);
  }

  private int[][] ids(List<List<Condition>> alternatives, Map<Condition, Integer> known) {
    int[][] ids = new int[alternatives.size()][];
    for (int i = 0; i < ids.length; i++) {
      ids[i] =
          alternatives.get(i).stream()
              .mapToInt(
                  c ->
                      known.computeIfAbsent(
                          c,
                          added -> {
                            conditions.add(added);
                            return conditions.size() - 1;
                          }))
              .toArray();
    }
    return ids;
  }

  private Set<String> columnsOf(DataSet set) {
    Set<String> used = new TreeSet<>(set.events());
    used.add("unit_id");
    for (Condition condition : conditions) {
      used.add(condition.field());
      if (condition.notAfter() != null) {
        used.add(condition.notAfter());
      }
    }
    for (Asked number : numbers) {
      if (number.measure != null) {
        used.addAll(number.measure.distinct());
        if (number.measure.sum() != null) {
          used.add(number.measure.sum());
        }
      }
    }
    set.fields().stream()
        .filter(f -> f.name().equals("fact_code") && f.type() == FieldType.CODE)
        .forEach(f -> used.add(f.name()));
    return used;
  }

  /** The columns that a record must have, in their order. */
  public List<String> columns() {
    return columns;
  }

  /** The text in a column of a record; null for none. */
  String text(Row row, String column) {
    return row.getString(columns.indexOf(column));
  }

  /** The value in a column of a record; null for none. */
  Object value(Row row, String column) {
    return row.get(columns.indexOf(column));
  }

  /**
   * The years in which the record is at hand: one of its events or its year lies in them, or it is
   * a version valid at their end.
   */
  long present(Row row) {
    long years = versioned ? any(masks(row), numbers.get(0).any) : 0;
    for (int event : events) {
      Object day = row.get(event);
      years |= window.where(Condition.Is.IN_YEAR, day);
    }
    return years;
  }

  /** Tells every number for which the record counts. */
  public void count(Row row, Sink sink) {
    long[] masks = masks(row);
    for (Asked number : numbers) {
      if (number.measure == null) {
        continue;
      }
      long plus = any(masks, number.any) & number.years;
      if (plus != 0) {
        sink.counts(number.place, plus, key(row, number.measure), amount(row, number.measure));
      }
      long minus = any(masks, number.less) & number.years;
      if (minus != 0) {
        BigDecimal amount = amount(row, number.measure);
        sink.counts(number.place, minus, key(row, number.measure), amount.negate());
      }
    }
  }

  /**
   * The columns by which the record counts for a number in a year: those of the alternatives that
   * hold, then what is told apart or added up.
   */
  Set<String> decisive(Row row, int place, int year) {
    Asked number = numbers.stream().filter(n -> n.place == place).findFirst().orElseThrow();
    Set<String> decisive = new LinkedHashSet<>();
    long[] masks = masks(row);
    for (int[][] alternatives : List.of(number.any, number.less)) {
      for (int[] alternative : alternatives) {
        if ((all(masks, alternative) & window.only(year)) != 0) {
          addColumns(decisive, alternative);
        }
      }
    }
    decisive.addAll(number.measure.distinct());
    if (number.measure.sum() != null) {
      decisive.add(number.measure.sum());
    }
    return decisive;
  }

  private void addColumns(Set<String> decisive, int[] alternative) {
    for (int id : alternative) {
      decisive.add(conditions.get(id).field());
      if (conditions.get(id).notAfter() != null) {
        decisive.add(conditions.get(id).notAfter());
      }
    }
  }

  private long[] masks(Row row) {
    long[] masks = new long[conditions.size()];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = mask(row, i);
    }
    return masks;
  }

  private long mask(Row row, int i) {
    Condition condition = conditions.get(i);
    Object value = row.get(places[i][0]);
    if (condition.is() != null) {
      return window.where(condition.is(), value);
    }
    boolean holds;
    if (condition.notAfter() != null) {
      Object other = row.get(places[i][1]);
      holds = value != null && other != null && !((LocalDate) value).isAfter((LocalDate) other);
    } else if (condition.in().isEmpty()) {
      holds = value == null || !values.get(i).contains(value.toString());
    } else {
      holds = value != null && values.get(i).contains(value.toString());
    }
    return holds ? window.all() : 0;
  }

  private static long any(long[] masks, int[][] alternatives) {
    long years = 0;
    for (int[] alternative : alternatives) {
      years |= all(masks, alternative);
    }
    return years;
  }

  private static long all(long[] masks, int[] alternative) {
    long all = -1L;
    for (int condition : alternative) {
      all &= masks[condition];
    }
    return all;
  }

  private String key(Row row, Measure measure) {
    if (measure.count() != Measure.Count.DISTINCT) {
      return null;
    }
    StringBuilder key = new StringBuilder();
    for (String column : measure.distinct()) {
      key.append(key.isEmpty() ? "" : SEPARATOR);
      key.append(Objects.toString(row.get(columns.indexOf(column)), ""));
    }
    return key.toString();
  }

  private BigDecimal amount(Row row, Measure measure) {
    if (measure.sum() == null) {
      return BigDecimal.ONE;
    }
    BigDecimal amount = row.getDecimal(columns.indexOf(measure.sum()));
    return amount == null ? BigDecimal.ZERO : amount;
  }

  /** Takes what a record counts for. */
  public interface Sink {
    /**
     * The record counts for a number.
     *
     * @param place the number
     * @param years the years, as bits of the window
     * @param key what is told apart where distinct things are counted; null otherwise
     * @param amount 1, −1 or the amount
     */
    void counts(int place, long years, String key, BigDecimal amount);
  }

  /** One number with its alternatives as places of conditions. */
  private static final class Asked implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int place;
    private final Measure measure;
    private final long years;
    private final int[][] any;
    private final int[][] less;

    Asked(int place, Measure measure, long years, int[][] any, int[][] less) {
      this.place = place;
      this.measure = measure;
      this.years = years;
      this.any = any;
      this.less = less;
    }
  }
}
