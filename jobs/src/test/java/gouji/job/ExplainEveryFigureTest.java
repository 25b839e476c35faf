package gouji.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.Columns;
import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Measure;
import gouji.contract.OwnTable;
import gouji.ingest.StagedRows;
import gouji.measure.Breakdown;
import gouji.measure.Explanation;
import gouji.measure.Measured;
import gouji.measure.Part;
import gouji.measure.Vectors;
import gouji.measure.YearWindow;
import gouji.store.Tables;
import gouji.testkit.SampleRun;
import gouji.testkit.SparkSessions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Explains all numbers of the sample county in one pass and holds them against the tables. */
@ExtendWith({SparkSessions.class, SampleRun.SampleRuns.class})
class ExplainEveryFigureTest {
  private static final int FIRST = 2019;
  private static final int LAST = 2021;

  private final Declarations declared = DeclarationReader.readAll(List.of());
  private final Measured measured = new Measured(declared);
  private final List<String> wrong = new ArrayList<>();
  private final Set<Key> notReached = new HashSet<>();

  /** The lines of some units for a number: how many, and what they add up to. */
  private record Lines(Set<String> units, long count, BigDecimal amount) {}

  private record Counted(int place, int year) {}

  private record Key(int year, String unit, String scope, String name) {}

  /** A unit in a year: its area, and what was supplied to its root. */
  private record Place(int year, String unit, Set<String> area, Set<String> supplied) {}

  @Test
  void theLinesOfEveryCellAndIndicatorComeToTheFigure(SparkSession spark, SampleRun sample) {
    Tables tables = new Tables(spark, sample.warehouse().toString(), false);
    Map<Counted, List<Lines>> lines = lines(tables);
    Map<Key, Breakdown.Value> figures = figures(tables);
    notReached.addAll(figures.keySet());
    Map<Integer, List<Breakdown>> asked = new HashMap<>();
    IntStream.rangeClosed(FIRST, LAST).forEach(y -> asked.put(y, breakdowns(y)));
    int compared = 0;
    for (Place place : places(tables)) {
      for (String scope : List.of(Vectors.OWN, Vectors.CONSOLIDATED)) {
        for (Breakdown breakdown : asked.get(place.year)) {
          Key key = new Key(place.year, place.unit, scope, breakdown.name());
          compare(key, breakdown, place, lines, Optional.ofNullable(figures.get(key)));
          notReached.remove(key);
          compared++;
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(notReached).isEmpty();
    assertThat(figures).hasSizeGreaterThan(5000);
    assertThat(compared).isGreaterThan(40_000);
  }

  /** What the step gives for all numbers at once, added up by the units that have a thing. */
  private Map<Counted, List<Lines>> lines(Tables tables) {
    List<Part> all =
        IntStream.range(0, measured.counted().size())
            .mapToObj(i -> new Part(null, measured.counted().get(i).name(), i))
            .toList();
    Explanation step = new Explanation(measured, new YearWindow(FIRST, LAST), all);
    Map<Counted, List<Lines>> lines = new HashMap<>();
    for (String set : step.dataSets()) {
      Dataset<Row> records = tables.find(set).orElseThrow().where(col(StagedRows.IN_FORCE));
      step.of(declared.dataSet(set), records)
          .groupBy(Explanation.PART, Columns.YEAR, Explanation.UNITS)
          .agg(count(lit(1)), sum(Explanation.AMOUNT))
          .collectAsList()
          .forEach(
              r ->
                  lines
                      .computeIfAbsent(
                          new Counted(r.getInt(0), r.getInt(1)), n -> new ArrayList<>())
                      .add(new Lines(Set.copyOf(r.getList(2)), r.getLong(3), r.getDecimal(4))));
    }
    return lines;
  }

  private Map<Key, Breakdown.Value> figures(Tables tables) {
    Map<Key, Breakdown.Value> figures = new HashMap<>();
    for (Row r : tables.read(OwnTable.CELLS).collectAsList()) {
      figures.put(
          new Key(r.getInt(0), r.getString(1), r.getString(2), r.getString(4)),
          new Breakdown.Value(null, null, r.getDecimal(5)));
    }
    for (Row r : tables.read(OwnTable.INDICATORS).collectAsList()) {
      figures.put(
          new Key(r.getInt(0), r.getString(1), r.getString(2), r.getString(3)),
          new Breakdown.Value(r.getDecimal(4), r.getDecimal(5), r.getDecimal(6)));
    }
    return figures;
  }

  private List<Breakdown> breakdowns(int year) {
    List<String> names = new ArrayList<>(declared.indicators().keySet());
    declared.formOf(year).orElseThrow().cells().forEach(c -> names.add(c.address()));
    return names.stream()
        .map(n -> new Question(year, "", Vectors.OWN, n).breakdown(declared))
        .toList();
  }

  private static List<Place> places(Tables tables) {
    Map<String, Set<String>> areas = new HashMap<>();
    List<Row> rows = tables.read(OwnTable.UNITS_BY_YEAR).collectAsList();
    for (Row row : rows) {
      int year = row.getAs(Columns.YEAR);
      for (Object above : row.getList(row.fieldIndex(Columns.ANCESTORS))) {
        areas
            .computeIfAbsent(year + " " + above, a -> new TreeSet<>())
            .add(row.getAs(Columns.UNIT_ID));
      }
    }
    return rows.stream()
        .map(
            r -> {
              int year = r.getAs(Columns.YEAR);
              String unit = r.getAs(Columns.UNIT_ID);
              Set<String> supplied = Set.copyOf(r.getList(r.fieldIndex(Columns.SUPPLIED)));
              return new Place(year, unit, areas.get(year + " " + unit), supplied);
            })
        .toList();
  }

  private void compare(
      Key key,
      Breakdown breakdown,
      Place place,
      Map<Counted, List<Lines>> lines,
      Optional<Breakdown.Value> figure) {
    Map<Integer, BigDecimal> numbers = new HashMap<>();
    for (Part part : breakdown.parts()) {
      boolean alone =
          key.scope.equals(Vectors.OWN) || measured.neverSummed().contains(part.place());
      Set<String> units = alone ? Set.of(place.unit) : place.area;
      long counted = 0;
      BigDecimal amount = BigDecimal.ZERO;
      for (Lines some : lines.getOrDefault(new Counted(part.place(), key.year), List.of())) {
        if (some.units.stream().anyMatch(units::contains)) {
          counted += some.count;
          amount = amount.add(some.amount);
        }
      }
      Measure measure = measured.counted().get(part.place()).measure();
      boolean plain = measure.sum() == null && measure.less().isEmpty();
      if (plain && amount.compareTo(BigDecimal.valueOf(counted)) != 0) {
        wrong.add(key + ": " + counted + " lines of " + part + " come to " + amount);
      }
      if (counted > 0) {
        numbers.put(part.place(), amount);
      }
    }
    Optional<Breakdown.Value> given = breakdown.value(numbers, place.supplied);
    boolean same =
        given.isEmpty() ? figure.isEmpty() : figure.filter(f -> f.isSame(given.get())).isPresent();
    if (!same) {
      wrong.add(key + ": the lines give " + given + ", the table has " + figure);
    }
  }
}
