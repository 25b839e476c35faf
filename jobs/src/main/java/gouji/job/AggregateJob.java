package gouji.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import gouji.contract.Columns;
import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.ingest.StagedRows;
import gouji.measure.Contributions;
import gouji.measure.Register;
import gouji.measure.Supply;
import gouji.measure.YearWindow;
import gouji.store.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Computes every cell and indicator of the report years, for every unit and area. What no changed
 * record reaches stays as it is.
 *
 * @param tables the warehouse
 * @param declared the declarations
 * @param years which years
 * @param full whether everything is computed anew, whatever has changed
 * @param progress told how far it is
 */
public record AggregateJob(
    Tables tables, Declarations declared, ReportYears years, boolean full, Progress progress)
    implements Job {
  /** The data set that is the register. */
  static final String REGISTER = "units";

  @Override
  public Outcome run() {
    progress.stage("computing", 5);
    FigureNote noted = full ? null : FigureNote.find(tables, declared).orElse(null);
    YearWindow window = years.window(noted == null ? null : noted.window());
    FigureNote before = noted != null && noted.window().equals(window) ? noted : null;
    Recount recount = new Recount(tables, declared, window, before);
    Map<String, Set<String>> touched = recount.touched();
    boolean mayReachAll = before == null || touched.containsKey(REGISTER);
    // A small run computes all figures in less time than it would take to look some of them out.
    Extent then = mayReachAll || touched.isEmpty() || tables.keeps() ? null : extent();
    recount.run(touched);
    boolean isKnown = touched.isEmpty() && before.usual().equals(years.usual());
    Extent now = isKnown ? null : extent();
    progress.step("records", 0);
    FigureNote.FirstAndLast events = now == null ? before.events() : now.events;
    Set<Integer> asked = years.chosen(events.first(), events.last());
    boolean isSame = before != null && before.years().equals(FigureNote.FirstAndLast.of(asked));
    if (!isSame || !touched.isEmpty()) {
      Extent known = now == null ? extent() : now;
      write(window, asked, isSame && then != null ? new Reach(then, touched) : null, known);
    }
    return new Outcome(Map.of("report years", (long) asked.size()), warnings(asked), false);
  }

  private static List<String> warnings(Set<Integer> asked) {
    return asked.isEmpty()
        ? List.of(
            "no record has a date in a report year from %d on that has ended; name years with --years"
                .formatted(ReportYears.FIRST_FORM))
        : List.of();
  }

  /** How far changed records may reach: what there was before, and the units they belong to. */
  private record Reach(Extent then, Map<String, Set<String>> touched) {}

  private void write(YearWindow window, Set<Integer> asked, Reach reach, Extent now) {
    Register register = new Register(versions(), window);
    Supply supply = new Supply(register, window, now.supplied);
    Set<String> wanted = null;
    boolean listed = true;
    if (reach != null) {
      Supply before = new Supply(register, window, reach.then.supplied);
      listed = !supply.isSame(before);
      wanted = supply.isSameOfRoots(before) ? areas(register, asked, reach.touched) : null;
    }
    new FigureTables(tables, declared, window, now.events, asked, years, register, supply, progress)
        .write(wanted, listed);
  }

  /** The units and all areas that they belong to; null when they are not known by name. */
  private static Set<String> areas(
      Register register, Set<Integer> asked, Map<String, Set<String>> touched) {
    Set<String> areas = new TreeSet<>();
    for (Set<String> units : touched.values()) {
      if (units == null) {
        return null;
      }
      for (int year : asked) {
        units.forEach(
            unit -> register.find(year, unit).ifPresent(e -> areas.addAll(e.ancestors())));
      }
    }
    return areas;
  }

  /** What the records reach: the years of their events, and what each unit supplied. */
  private record Extent(FigureNote.FirstAndLast events, Map<String, Set<String>> supplied) {}

  private Extent extent() {
    Set<String> withEvents = new TreeSet<>();
    declared.dataSets().values().stream()
        .filter(s -> !s.events().isEmpty())
        .forEach(s -> withEvents.add(s.name()));
    YearWindow usual = years.usual();
    Column supply = col(Columns.YEAR).equalTo(Contributions.ANY_YEAR);
    Column event =
        col(Columns.RECORDS)
            .gt(0)
            .and(col(Columns.DATA_SET).isin(withEvents.toArray()))
            .and(col(Columns.YEAR).between(usual.first(), usual.last()));
    FigureNote.FirstAndLast events = FigureNote.FirstAndLast.of(Set.of());
    Map<String, Set<String>> supplied = new HashMap<>();
    // Bounded: one row for each unit and data set, and one for all years.
    List<Row> rows =
        tables
            .read(OwnTable.CONTRIBUTIONS)
            .where(supply.or(event))
            .groupBy(
                when(supply, col(Columns.UNIT_ID)).as("unit"),
                when(supply, col(Columns.DATA_SET)).as("set"))
            .agg(min(Columns.YEAR), max(Columns.YEAR), max(Columns.THINGS))
            .collectAsList();
    for (Row row : rows) {
      if (row.isNullAt(0)) {
        events = new FigureNote.FirstAndLast(row.getInt(2), row.getInt(3));
      } else {
        supplied
            .computeIfAbsent(row.getString(0), u -> new TreeSet<>())
            .addAll(row.<String>getList(4));
      }
    }
    return new Extent(events, supplied);
  }

  private List<Register.Version> versions() {
    List<Register.Version> versions = new ArrayList<>();
    Dataset<Row> units = tables.find(REGISTER).orElse(null);
    if (units != null) {
      // The register itself: a few rows for each unit.
      for (Row row : units.where(col(StagedRows.IN_FORCE)).collectAsList()) {
        versions.add(
            new Register.Version(
                row.getAs("unit_id"),
                row.getAs("name"),
                row.getAs("level"),
                row.getAs("parent_id"),
                row.getAs("successor_id"),
                row.<LocalDate>getAs("valid_from"),
                row.<LocalDate>getAs(DataSet.ENDS_ON)));
      }
    }
    return versions;
  }

  /** The years of a span, in order. */
  static Set<Integer> span(int first, int last) {
    Set<Integer> span = new TreeSet<>();
    IntStream.rangeClosed(first, last).forEach(span::add);
    return span;
  }
}
