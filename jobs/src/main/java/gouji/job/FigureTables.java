package gouji.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.measure.Figures;
import gouji.measure.Measured;
import gouji.measure.Register;
import gouji.measure.Supply;
import gouji.measure.Vectors;
import gouji.measure.YearWindow;
import gouji.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Writes the tables of figures.
 *
 * @param tables the warehouse, with the contributions that the figures are made of
 * @param declared the declarations
 * @param window the years in which records were counted
 * @param events the years of their events
 * @param years the report years
 * @param asked how they were asked for: where they were named, other years stay as they are
 * @param register the register of every year
 * @param supply what was supplied to which root
 * @param progress told how far it is
 */
record FigureTables(
    Tables tables,
    Declarations declared,
    YearWindow window,
    FigureNote.FirstAndLast events,
    Set<Integer> years,
    ReportYears asked,
    Register register,
    Supply supply,
    Progress progress) {

  /**
   * Writes them.
   *
   * @param wanted the units and areas whose figures are made; null for all
   * @param listed whether the register or what it says of supply is another than before
   */
  void write(Set<String> wanted, boolean listed) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(tables.spark().sparkContext());
    Measured measured = new Measured(declared);
    Dataset<Row> counted =
        tables.read(OwnTable.CONTRIBUTIONS).where(col(Columns.YEAR).isin(years.toArray()));
    // Used twice: cells and indicators are two tables.
    Dataset<Row> vectors =
        tables.hold(new Vectors(measured, context.broadcast(register), wanted).of(counted));
    Figures figures = new Figures(measured, context.broadcast(supply));
    Dataset<Row> units = tables.rows(OwnTable.UNITS_BY_YEAR, unitRows());
    List<Callable<OwnTable>> writes = new ArrayList<>();
    if (listed) {
      writes.add(() -> replace(OwnTable.UNITS_BY_YEAR, null, units));
    }
    writes.add(() -> replace(OwnTable.CELLS, wanted, figures.cells(vectors)));
    writes.add(() -> replace(OwnTable.INDICATORS, wanted, figures.indicators(vectors)));
    new Together(tables.keeps()).all(writes);
    writeLast(coverage(counted, units));
    tables.release(vectors);
  }

  private OwnTable replace(OwnTable table, Set<String> wanted, Dataset<Row> rows) {
    if (wanted != null) {
      if (!wanted.isEmpty()) {
        tables.replaceUnits(table, wanted, years, rows);
      }
    } else if (asked.areNamed()) {
      tables.replaceYears(table, years, rows);
    } else {
      tables.replace(table.tableName(), rows);
    }
    progress.step(table.tableName(), 0);
    return table;
  }

  /** Last of all: the note with it says what the figures were made of. */
  private void writeLast(Dataset<Row> coverage) {
    Map<String, Long> note = FigureNote.of(declared, window, asked.usual(), events, years);
    if (asked.areNamed()) {
      tables.replaceYearsLast(OwnTable.COVERAGE, years, coverage, note);
    } else {
      tables.replaceLast(
          OwnTable.COVERAGE, tables.keeps() ? tables.hold(coverage) : coverage, note);
    }
    progress.step(OwnTable.COVERAGE.tableName(), 0);
  }

  private List<Row> unitRows() {
    List<Row> rows = new ArrayList<>();
    for (int year : years) {
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
  private static Dataset<Row> coverage(Dataset<Row> counted, Dataset<Row> units) {
    Dataset<Row> known =
        units.select(col(Columns.YEAR), col(Columns.UNIT_ID), lit(true).as(Columns.IN_REGISTER));
    return counted
        .where(
            col(Columns.RECORDS).gt(0).and(col(Columns.DATA_SET).notEqual(AggregateJob.REGISTER)))
        .join(known, new String[] {Columns.YEAR, Columns.UNIT_ID}, "left")
        .select(
            col(Columns.YEAR),
            col(Columns.UNIT_ID),
            col(Columns.DATA_SET),
            col(Columns.RECORDS),
            coalesce(col(Columns.IN_REGISTER), lit(false)).as(Columns.IN_REGISTER));
  }
}
