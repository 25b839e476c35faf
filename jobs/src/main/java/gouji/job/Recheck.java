package gouji.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import gouji.check.Findings;
import gouji.check.States;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.store.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Tells which units have to be held against the rules again: those whose figures have changed since
 * the findings were written, and those that look at one of them.
 *
 * @param tables the warehouse
 * @param declared the declarations
 * @param years the years under check
 */
record Recheck(Tables tables, Declarations declared, Set<Integer> years) {
  /** The data set of what units filed. */
  static final String REPORTED = "reported";

  private static final String DECLARATIONS = "findings.declarations";
  private static final String YEARS = "findings.years";

  /** The figures that may differ for some units only. */
  private static final List<OwnTable> FIGURES =
      List.of(OwnTable.CELLS, OwnTable.INDICATORS, OwnTable.COVERAGE);

  /** The tables of which rows of that time are read. */
  private static final List<OwnTable> READ_BACK =
      List.of(
          OwnTable.CELLS,
          OwnTable.INDICATORS,
          OwnTable.COVERAGE,
          OwnTable.FILES,
          OwnTable.FINDINGS,
          OwnTable.VERDICTS);

  /** The tables of which each row may reach any unit. */
  private static final List<String> OF_ALL =
      List.of(
          AggregateJob.REGISTER,
          OwnTable.UNITS_BY_YEAR.tableName(),
          OwnTable.FINDINGS.tableName(),
          REPORTED);

  /**
   * What is known of the time when the findings were written.
   *
   * @param versions of the tables then
   * @param units those that have to be held against the rules again
   */
  record Since(Map<String, Long> versions, Set<String> units) {
    /** The version of one of the tables. */
    long of(OwnTable table) {
      return versions.get(table.tableName());
    }
  }

  /** What is to be noted with the findings. */
  Map<String, Long> note() {
    return Map.of(DECLARATIONS, digest(), YEARS, (long) years.hashCode());
  }

  /** Digest of what findings depend on beside figures. */
  private long digest() {
    return FigureNote.digest(declared, declared.rules().toString());
  }

  /** What has to be looked at again; empty for everything. */
  Optional<Since> since(Findings.Register register) {
    return tables.findMarked(OwnTable.VERDICTS).filter(this::holds).flatMap(v -> of(register, v));
  }

  private boolean holds(Map<String, Long> noted) {
    return note().entrySet().stream().allMatch(n -> n.getValue().equals(noted.get(n.getKey())))
        && OF_ALL.stream().noneMatch(t -> isChanged(t, noted))
        && READ_BACK.stream().allMatch(t -> isReadable(t.tableName(), noted));
  }

  /** Whether the rows of that time are still there: tidying may have let them go. */
  private boolean isReadable(String table, Map<String, Long> noted) {
    Long then = noted.get(table);
    return then != null && tables.upkeep(table).isReadable(then);
  }

  private boolean isChanged(String table, Map<String, Long> noted) {
    Long then = noted.get(table);
    return then == null ? tables.has(table) : tables.isChanged(table, then);
  }

  private Optional<Since> of(Findings.Register register, Map<String, Long> noted) {
    Set<String> changed = new TreeSet<>();
    for (OwnTable table : FIGURES) {
      if (isChanged(table.tableName(), noted)) {
        changed.addAll(changed(table, noted.get(table.tableName())));
      }
    }
    Set<String> reached = register.reached(changed);
    // What is looked at again is looked at twice: as it was, and as it is.
    return reached.size() > register.size() / 2
        ? Optional.empty()
        : Optional.of(new Since(noted, reached));
  }

  /** The units of which a table has other rows than at an earlier version. */
  private Set<String> changed(OwnTable table, long then) {
    Dataset<Row> now = sums(tables.read(table)).withColumnRenamed("rows", "now");
    Dataset<Row> before = sums(tables.asOf(table, then)).withColumnRenamed("rows", "before");
    Set<String> changed = new TreeSet<>();
    // At most one row for each unit.
    now.join(before, new String[] {Columns.UNIT_ID}, "full_outer")
        .where(not(coalesce(col("now").equalTo(col("before")), lit(false))))
        .select(Columns.UNIT_ID)
        .collectAsList()
        .forEach(r -> changed.add(r.getString(0)));
    return changed;
  }

  /** A number for each unit that tells its rows from others. */
  private static Dataset<Row> sums(Dataset<Row> rows) {
    Column[] columns = Stream.of(rows.columns()).map(functions::col).toArray(Column[]::new);
    return rows.groupBy(Columns.UNIT_ID)
        .agg(sum(xxhash64(columns).cast("decimal(20,0)")).as("rows"));
  }

  /** The findings that stand as they were written, without those of units and files. */
  Dataset<Row> standing(Since since) {
    List<Row> units = since.units.stream().map(u -> RowFactory.create(u)).toList();
    Dataset<Row> again =
        tables
            .spark()
            .createDataFrame(units, new StructType().add(Columns.UNIT_ID, DataTypes.StringType));
    return tables
        .asOf(OwnTable.FINDINGS, since.of(OwnTable.FINDINGS))
        .where(col(Columns.STATE).notEqual(States.FIXED).and(col(Columns.UNIT_ID).isNotNull()))
        .join(again, new String[] {Columns.UNIT_ID}, "left_anti")
        .drop(Columns.STATE);
  }
}
