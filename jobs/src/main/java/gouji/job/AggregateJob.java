package gouji.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import gouji.contract.Columns;
import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.ingest.StagedRows;
import gouji.measure.Contributions;
import gouji.measure.Figures;
import gouji.measure.Measured;
import gouji.measure.Register;
import gouji.measure.Supply;
import gouji.measure.YearWindow;
import gouji.store.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Computes every cell and indicator of the report years, for every unit and area.
 *
 * @param tables the warehouse
 * @param declared the declarations
 * @param years which years
 * @param progress told how far it is
 */
public record AggregateJob(
    Tables tables, Declarations declared, ReportYears years, Progress progress) implements Job {

  @Override
  public Outcome run() {
    progress.stage("computing", 5);
    YearWindow window = years.window();
    Measured measured = new Measured(declared);
    // One row for each unit, year, number and thing told apart; used for supply, years and figures.
    Dataset<Row> added = tables.hold(Contributions.added(contributions(measured, window)));
    Extent extent = extent(added);
    progress.step("records", 0);
    Set<Integer> asked = years.chosen(extent.firstYear, extent.lastYear);
    Outcome outcome = write(added, measured, window, extent, asked);
    tables.release(added);
    return outcome;
  }

  private static List<String> warnings(Set<Integer> asked) {
    return asked.isEmpty()
        ? List.of(
            "no record has a date in a report year from %d on that has ended; name years with --years"
                .formatted(ReportYears.FIRST_FORM))
        : List.of();
  }

  private Dataset<Row> contributions(Measured measured, YearWindow window) {
    Contributions step = new Contributions(measured, window);
    Dataset<Row> all = null;
    for (DataSet set : declared.dataSets().values()) {
      Dataset<Row> records = tables.find(set.name()).orElse(null);
      if (records != null) {
        Dataset<Row> one = step.of(set, records.where(col(StagedRows.IN_FORCE)));
        all = all == null ? one : all.unionByName(one);
      }
    }
    if (all == null) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the warehouse holds no records yet. Run gouji ingest on an input folder with files"
              + " first.");
    }
    return all;
  }

  /** What the records reach: the years of their events, and what each unit supplied. */
  private record Extent(Integer firstYear, Integer lastYear, Map<String, Set<String>> supplied) {}

  private Extent extent(Dataset<Row> added) {
    Set<String> withEvents = new TreeSet<>();
    declared.dataSets().values().stream()
        .filter(s -> !s.events().isEmpty())
        .forEach(s -> withEvents.add(s.name()));
    Column supply = col(Contributions.NUMBER).equalTo(Contributions.SUPPLY);
    Column event =
        col(Contributions.NUMBER)
            .equalTo(Contributions.COVERAGE)
            .and(col(Contributions.KEY).isin(withEvents.toArray()));
    Integer first = null;
    Integer last = null;
    Map<String, Set<String>> supplied = new HashMap<>();
    // Bounded: one row for each unit and data set or fact, and one for all years.
    List<Row> rows =
        added
            .where(supply.or(event))
            .groupBy(
                when(supply, col(Contributions.UNIT)).as("unit"),
                when(supply, col(Contributions.KEY)).as("what"))
            .agg(min(Contributions.YEAR), max(Contributions.YEAR))
            .collectAsList();
    for (Row row : rows) {
      if (row.isNullAt(1)) {
        first = row.getInt(2);
        last = row.getInt(3);
      } else {
        supplied.computeIfAbsent(row.getString(0), u -> new TreeSet<>()).add(row.getString(1));
      }
    }
    return new Extent(first, last, supplied);
  }

  private Outcome write(
      Dataset<Row> added, Measured measured, YearWindow window, Extent extent, Set<Integer> asked) {
    Register register = new Register(versions(), window);
    Supply supply = new Supply(register, window, extent.supplied);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(tables.spark().sparkContext());
    Figures step = new Figures(measured, context.broadcast(register), context.broadcast(supply));
    Dataset<Row> inYears = added.where(col(Contributions.YEAR).isin(asked.toArray()));
    // Used twice: its cells and its indicators are two tables.
    Dataset<Row> figures = tables.hold(step.of(inYears));
    Dataset<Row> units = tables.rows(OwnTable.UNITS_BY_YEAR, unitRows(register, supply, asked));
    new Together(tables.keeps())
        .all(
            List.of(
                replacing(OwnTable.UNITS_BY_YEAR, asked, units),
                replacing(OwnTable.COVERAGE, asked, coverage(inYears, units)),
                replacing(OwnTable.CELLS, asked, Figures.cells(figures)),
                replacing(OwnTable.INDICATORS, asked, Figures.indicators(figures))));
    tables.release(figures);
    return new Outcome(Map.of("report years", (long) asked.size()), warnings(asked), false);
  }

  private Callable<OwnTable> replacing(OwnTable table, Set<Integer> asked, Dataset<Row> rows) {
    return () -> {
      if (years.areNamed()) {
        tables.replaceYears(table, asked, rows);
      } else {
        tables.replace(table.tableName(), rows);
      }
      progress.step(table.tableName(), 0);
      return table;
    };
  }

  private List<Register.Version> versions() {
    List<Register.Version> versions = new ArrayList<>();
    Dataset<Row> units = tables.find("units").orElse(null);
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

  private static List<Row> unitRows(Register register, Supply supply, Set<Integer> asked) {
    List<Row> rows = new ArrayList<>();
    for (int year : asked) {
      register
          .of(year)
          .forEach(
              (unit, entry) ->
                  rows.add(
                      RowFactory.create(
                          year,
                          unit,
                          entry.version().name(),
                          entry.version().level(),
                          entry.version().parentId(),
                          entry.rootId(),
                          entry.ancestors().toArray(),
                          entry.heirs().toArray(),
                          entry.version().successorId(),
                          entry.parentState().name().toLowerCase(Locale.ROOT),
                          entry.validInYear(),
                          entry.validAtEnd(),
                          supply.of(year, unit).toArray(),
                          supply.inArea(year, unit).toArray())));
    }
    return rows;
  }

  /** Records of each unit, data set and year; the register itself is left out. */
  private static Dataset<Row> coverage(Dataset<Row> added, Dataset<Row> units) {
    Dataset<Row> known =
        units.select(col(Columns.YEAR), col(Columns.UNIT_ID), lit(true).as(Columns.IN_REGISTER));
    return added
        .where(
            col(Contributions.NUMBER)
                .equalTo(Contributions.COVERAGE)
                .and(col(Contributions.KEY).notEqual("units")))
        .select(
            col(Contributions.YEAR).as(Columns.YEAR),
            col(Contributions.UNIT).as(Columns.UNIT_ID),
            col(Contributions.KEY).as(Columns.DATA_SET),
            col(Contributions.AMOUNT).cast("bigint").as(Columns.RECORDS))
        .join(known, new String[] {Columns.YEAR, Columns.UNIT_ID}, "left")
        .select(
            col(Columns.YEAR),
            col(Columns.UNIT_ID),
            col(Columns.DATA_SET),
            col(Columns.RECORDS),
            coalesce(col(Columns.IN_REGISTER), lit(false)).as(Columns.IN_REGISTER));
  }

  /** The years of a span, in order. */
  static Set<Integer> span(int first, int last) {
    Set<Integer> span = new TreeSet<>();
    IntStream.rangeClosed(first, last).forEach(span::add);
    return span;
  }
}
