package gouji.measure;

import static org.apache.spark.sql.functions.col;

import gouji.contract.Columns;
import gouji.contract.DataSet;
import gouji.contract.Measure;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Tells of each record of a data set for which of the asked parts it counts, and by what. */
final class Telling implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String dataSet;
  private final Counting counting;
  private final YearWindow window;
  private final Map<Integer, Asked> asked = new TreeMap<>();
  private final List<String> keys = new ArrayList<>();

  Telling(DataSet set, Explanation explanation, int[] parts) {
    dataSet = set.name();
    window = explanation.window();
    Measured measured = explanation.measured();
    for (int i : parts) {
      Part part = explanation.parts().get(i);
      Measure measure = measured.counted().get(part.place()).measure();
      asked
          .computeIfAbsent(part.place(), p -> new Asked(measure, new ArrayList<>()))
          .parts
          .add(new Place(i, part.side()));
    }
    counting = new Counting(set, measured, window, asked.keySet());
    set.primaryKey().stream().filter(k -> !k.equals(Columns.UNIT_ID)).forEach(keys::add);
  }

  /** A part with its place in the list and its side. */
  private record Place(int part, String side) implements Serializable {}

  /** A number that is asked about, and the parts that it stands for. */
  private record Asked(Measure measure, List<Place> parts) implements Serializable {}

  /** Where and for how much a record counts. */
  private record Counted(int place, int year) {}

  private record Told(String key, BigDecimal amount) {}

  /** The columns that a record must have, in their order. */
  List<Column> columns() {
    Stream<Column> counted = counting.columns().stream().map(c -> col(c));
    Stream<Column> key = keys.stream().map(k -> col(k).as("key_of_" + k));
    Stream<Column> place = Stream.of(Columns.FILE, Columns.LINE).map(c -> col(c).as("at_" + c));
    return Stream.of(counted, key, place).flatMap(s -> s).toList();
  }

  /** What the record counts for, as rows of {@link Explanation#TOLD}. */
  Iterator<Row> of(Row row) {
    Map<Counted, Told> told = new LinkedHashMap<>();
    counting.count(
        row,
        (place, years, key, amount) -> {
          for (long left = years; left != 0; left &= left - 1) {
            int year = window.first() + Long.numberOfTrailingZeros(left);
            take(told, new Counted(place, year), new Told(key, amount));
          }
        });
    List<Row> rows = new ArrayList<>();
    told.forEach((counted, one) -> addRows(row, counted, one, rows));
    return rows.iterator();
  }

  /** A record that counts for and against a number does not count. */
  private static void take(Map<Counted, Told> told, Counted counted, Told one) {
    if (one.key != null) {
      told.put(counted, new Told(one.key, BigDecimal.ONE));
    } else if (told.remove(counted) == null) {
      told.put(counted, one);
    }
  }

  private void addRows(Row row, Counted counted, Told told, List<Row> rows) {
    Asked number = asked.get(counted.place);
    Measure measure = number.measure;
    if (measure.sum() != null && counting.value(row, measure.sum()) == null) {
      return;
    }
    BigDecimal amount = Measured.inUnit(measure, told.amount).setScale(6);
    List<Row> values = values(row, counted);
    int at = counting.columns().size() + keys.size();
    for (Place part : number.parts) {
      rows.add(
          RowFactory.create(
              part.part,
              part.side,
              counted.year,
              counting.text(row, Columns.UNIT_ID),
              dataSet,
              key(row, measure),
              row.getString(at),
              row.getLong(at + 1),
              amount,
              values.toArray(Row[]::new),
              told.key));
    }
  }

  private List<Row> values(Row row, Counted counted) {
    return counting.decisive(row, counted.place, counted.year).stream()
        .filter(c -> !c.equals(Columns.UNIT_ID))
        .map(c -> RowFactory.create(c, text(counting.value(row, c))))
        .toList();
  }

  /**
   * The key of the record; of distinct things what tells them apart; the unit is told beside it.
   */
  private String key(Row row, Measure measure) {
    int from = counting.columns().size();
    List<Object> parts = new ArrayList<>();
    if (measure.distinct().isEmpty()) {
      for (int i = 0; i < keys.size(); i++) {
        parts.add(row.get(from + i));
      }
    } else {
      measure.distinct().stream()
          .filter(c -> !c.equals(Columns.UNIT_ID))
          .forEach(c -> parts.add(counting.value(row, c)));
    }
    return parts.stream()
        .filter(Objects::nonNull)
        .map(Telling::text)
        .collect(Collectors.joining("/"));
  }

  /** A value as text, numbers without trailing zeros; null for none. */
  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      BigDecimal bare = number.stripTrailingZeros();
      return bare.setScale(Math.max(0, bare.scale())).toPlainString();
    }
    return value == null ? null : value.toString();
  }
}
