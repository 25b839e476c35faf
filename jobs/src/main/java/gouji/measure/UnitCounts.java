package gouji.measure;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What records of one data set count for, by unit and year, as long as memory allows. */
final class UnitCounts {
  /** Where the numbers stand among the columns of contributions. */
  static final int NUMBERS = 4;

  private static final int MOST_YEARS = 20_000;
  private static final int MOST_THINGS = 200_000;

  private final String dataSet;
  private final Counting counting;
  private final YearWindow window;
  private final boolean byCode;
  private final boolean[] isSum;
  private final Map<String, OfUnit> units = new HashMap<>();
  private int years;
  private int things;

  /**
   * Nothing yet.
   *
   * @param isSum by place, whether a number is added up and not counted
   */
  UnitCounts(DataSet set, Counting counting, YearWindow window, boolean[] isSum) {
    this.dataSet = set.name();
    this.counting = counting;
    this.window = window;
    this.isSum = isSum;
    byCode = set.name().equals(Declarations.factMeasure("").dataset());
  }

  /** Whether what is held should be given on before more is taken. */
  boolean isFull() {
    return years >= MOST_YEARS || things >= MOST_THINGS;
  }

  /** Counts a record. */
  void take(Row row) {
    OfUnit unit = units.computeIfAbsent(counting.unit(row), u -> new OfUnit(window));
    unit.supplied.add(byCode ? counting.text(row, "fact_code") : dataSet);
    counting.count(row, (place, in, key, amount) -> add(unit, place, in, key, amount));
    for (long left = counting.present(row); left != 0; left &= left - 1) {
      of(unit, left).records++;
    }
  }

  private void add(OfUnit unit, int place, long in, String key, BigDecimal amount) {
    for (long left = in; left != 0; left &= left - 1) {
      Numbers numbers = of(unit, left).numbers;
      if (key != null) {
        numbers.tell(place, key);
        things++;
      } else if (isSum[place]) {
        numbers.sum(place, amount);
      } else {
        numbers.tally(place, amount.signum());
      }
    }
  }

  /** What the unit has in the lowest of these years. */
  private OfYear of(OfUnit unit, long in) {
    int year = Long.numberOfTrailingZeros(in);
    if (unit.years[year] == null) {
      unit.years[year] = new OfYear(new Numbers(isSum.length));
      years++;
    }
    return unit.years[year];
  }

  /** Gives away what is held, as rows of contributions. */
  Iterator<Row> drain() {
    List<Row> rows = new ArrayList<>();
    units.forEach(
        (unit, held) -> {
          Object[] any = row(unit, Contributions.ANY_YEAR, 0);
          Numbers.pack(any, NUMBERS, held.supplied);
          rows.add(RowFactory.create(any));
          for (int i = 0; i < held.years.length; i++) {
            if (held.years[i] != null) {
              Object[] row = row(unit, window.first() + i, held.years[i].records);
              held.years[i].numbers.pack(row, NUMBERS);
              rows.add(RowFactory.create(row));
            }
          }
        });
    units.clear();
    years = 0;
    things = 0;
    return rows.iterator();
  }

  private Object[] row(String unit, int year, long records) {
    Object[] row = new Object[NUMBERS + Numbers.COLUMNS];
    row[0] = unit;
    row[1] = year;
    row[2] = dataSet;
    row[NUMBERS - 1] = records;
    return row;
  }

  /** What one unit has. */
  private static final class OfUnit {
    private final Set<String> supplied = new TreeSet<>();
    private final OfYear[] years;

    OfUnit(YearWindow window) {
      years = new OfYear[window.last() - window.first() + 1];
    }
  }

  /** What one unit has in a year. */
  private static final class OfYear {
    private final Numbers numbers;
    private long records;

    OfYear(Numbers numbers) {
      this.numbers = numbers;
    }
  }
}
