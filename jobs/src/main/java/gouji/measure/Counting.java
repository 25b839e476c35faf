package gouji.measure;

import gouji.contract.Columns;
import gouji.contract.Condition;
import gouji.contract.DataSet;
import gouji.contract.FieldType;
import gouji.contract.Measure;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
  private final Conditions conditions;
  private final List<String> columns;
  private final List<Asked> numbers = new ArrayList<>();
  private final int[] events;
  private final int unit;
  private final int alone;
  private final int[][] validAtEnd;

  /**
   * Prepares all measures over a data set; records have the columns of {@link #columns()}. A thing
   * that only one record has needs no telling apart: it has no key then.
   */
  public Counting(DataSet set, Measured measured, YearWindow window) {
    this(set, measured, window, measured.of(set), true);
  }

  /**
   * Prepares some of the measures over a data set, those of the numbers at these places; each thing
   * that is told apart has its key.
   */
  Counting(DataSet set, Measured measured, YearWindow window, Collection<Integer> asking) {
    this(set, measured, window, asking, false);
  }

  private Counting(
      DataSet set,
      Measured measured,
      YearWindow window,
      Collection<Integer> asking,
      boolean knowsAlone) {
    this.window = window;
    conditions = new Conditions(window);
    for (int place : asking) {
      Measure measure = measured.counted().get(place).measure();
      long asked = measured.years(place, window);
      if (asked != 0) {
        boolean isThing = knowsAlone && tellsApart(set, measure);
        numbers.add(
            new Asked(
                place,
                measure,
                asked,
                isThing,
                conditions.ids(measure.any()),
                conditions.ids(measure.less())));
      }
    }
    validAtEnd = set.version() == null ? new int[0][] : conditions.ids(validAtEnd(set));
    columns = List.copyOf(columnsOf(set));
    conditions.bind(columns);
    events = set.events().stream().mapToInt(columns::indexOf).toArray();
    unit = columns.indexOf(Columns.UNIT_ID);
    alone = columns.indexOf(DataSet.ALONE);
  }

  /** Whether the measure tells apart the very things that the data set's rows belong to. */
  private static boolean tellsApart(DataSet set, Measure measure) {
    return !measure.overArea()
        && Set.copyOf(set.entityKey()).equals(Set.copyOf(measure.distinct()));
  }

  /** What versions hold that are valid at the end of the year. */
  private static List<List<Condition>> validAtEnd(DataSet set) {
    return List.of(
        List.of(
            new Condition(set.version(), Condition.Is.BY_END, null, null, null),
            new Condition(DataSet.ENDS_ON, Condition.Is.NOT_BY_END, null, null, null)));
  }

  private Set<String> columnsOf(DataSet set) {
    Set<String> used = new TreeSet<>(set.events());
    used.add(Columns.UNIT_ID);
    used.addAll(conditions.fields());
    for (Asked number : numbers) {
      used.addAll(number.measure.distinct());
      if (number.measure.sum() != null) {
        used.add(number.measure.sum());
      }
      if (number.isThing) {
        used.add(DataSet.ALONE);
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

  /** The places of the numbers that are counted. */
  int[] places() {
    return numbers.stream().mapToInt(n -> n.place).toArray();
  }

  /** The unit of a record. */
  String unit(Row row) {
    return row.getString(unit);
  }

  /** The text in a column of a record; null for none. */
  String text(Row row, String column) {
    return row.getString(columns.indexOf(column));
  }

  /** The value in a column of a record; null for none. */
  Object value(Row row, String column) {
    return row.get(columns.indexOf(column));
  }

  /** Tells every number for which the record counts. */
  public void count(Row row, Sink sink) {
    conditions.hold(row);
    for (Asked number : numbers) {
      long plus = conditions.any(number.any) & number.years;
      long minus = number.less.length == 0 ? 0 : conditions.any(number.less) & number.years;
      if ((plus | minus) != 0) {
        tell(row, number, plus, minus, sink);
      }
    }
  }

  private void tell(Row row, Asked number, long plus, long minus, Sink sink) {
    if (number.isThing && row.getBoolean(alone)) {
      sink.counts(number.place, plus | minus, null, BigDecimal.ONE);
      return;
    }
    String key = key(row, number.measure);
    BigDecimal amount = amount(row, number.measure);
    if (plus != 0) {
      sink.counts(number.place, plus, key, amount);
    }
    if (minus != 0) {
      sink.counts(number.place, minus, key, amount.negate());
    }
  }

  /**
   * The years in which the record counted last is at hand: one of its events or its year lies in
   * them, or it is a version valid at their end.
   */
  long present(Row row) {
    long years = conditions.any(validAtEnd);
    for (int event : events) {
      years |= window.where(Condition.Is.IN_YEAR, row.get(event));
    }
    return years;
  }

  /**
   * The columns by which the record counts for a number in a year: those of the alternatives that
   * hold, then what is told apart or added up.
   */
  Set<String> decisive(Row row, int place, int year) {
    Asked number = numbers.stream().filter(n -> n.place == place).findFirst().orElseThrow();
    Set<String> decisive = new LinkedHashSet<>();
    conditions.hold(row);
    for (int[][] alternatives : List.of(number.any, number.less)) {
      for (int[] alternative : alternatives) {
        if ((conditions.all(alternative) & window.only(year)) != 0) {
          decisive.addAll(conditions.fields(alternative));
        }
      }
    }
    decisive.addAll(number.measure.distinct());
    if (number.measure.sum() != null) {
      decisive.add(number.measure.sum());
    }
    return decisive;
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

    /** Whether what is told apart is what the rows of the data set belong to. */
    private final boolean isThing;

    private final int[][] any;
    private final int[][] less;

    Asked(int place, Measure measure, long years, boolean isThing, int[][] any, int[][] less) {
      this.place = place;
      this.measure = measure;
      this.years = years;
      this.isThing = isThing;
      this.any = any;
      this.less = less;
    }
  }
}
