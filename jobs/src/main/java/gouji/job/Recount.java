package gouji.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;

import gouji.contract.Columns;
import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.ingest.StagedRows;
import gouji.measure.Contributions;
import gouji.measure.Measured;
import gouji.measure.YearWindow;
import gouji.store.Schemas;
import gouji.store.Tables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * Counts anew the records of the units whose records have changed, and only those.
 *
 * @param tables the warehouse
 * @param declared the declarations
 * @param window the years in which records are counted
 * @param before what the contributions that are there were made of; null counts everything
 */
record Recount(Tables tables, Declarations declared, YearWindow window, FigureNote before) {
  /** More units than that are not named one by one. */
  private static final int MOST_NAMED = 2_000;

  /** Brings the table of contributions up to date, where something has changed. */
  void run(Map<String, Set<String>> touched) {
    if (!touched.isEmpty()) {
      write(touched);
    }
  }

  private void write(Map<String, Set<String>> touched) {
    Contributions step =
        new Contributions(new Measured(declared), window, Schemas.of(OwnTable.CONTRIBUTIONS));
    Dataset<Row> counted = null;
    for (Map.Entry<String, Set<String>> one : touched.entrySet()) {
      DataSet set = declared.dataSet(one.getKey());
      Dataset<Row> records = tables.find(set.name()).orElseThrow().where(col(StagedRows.IN_FORCE));
      if (one.getValue() != null) {
        records = records.where(col(Columns.UNIT_ID).isin(one.getValue().toArray()));
      }
      Dataset<Row> part = step.of(set, records);
      counted = counted == null ? part : counted.unionByName(part);
    }
    write(touched, step.added(counted));
  }

  private void write(Map<String, Set<String>> touched, Dataset<Row> added) {
    String table = OwnTable.CONTRIBUTIONS.tableName();
    UDF2<String, String, Boolean> isAnew =
        (set, unit) -> touched.containsKey(set) && isTouched(touched.get(set), unit);
    if (before == null) {
      tables.replace(table, added);
    } else if (tables.keeps()) {
      Column anew =
          udf(isAnew, DataTypes.BooleanType).apply(col(Columns.DATA_SET), col(Columns.UNIT_ID));
      tables.replace(
          table, tables.read(OwnTable.CONTRIBUTIONS).where(not(anew)).unionByName(added));
    } else {
      tables.remove(table, Columns.DATA_SET, Columns.UNIT_ID, isAnew);
      tables.append(table, added);
    }
  }

  private static boolean isTouched(Set<String> units, String unit) {
    return units == null || units.contains(unit);
  }

  /**
   * What has to be counted anew: by data set, where there are any, the units whose records have
   * changed; null for all of them.
   */
  Map<String, Set<String>> touched() {
    Map<String, Set<String>> touched = new TreeMap<>();
    Map<String, Long> changed = new LinkedHashMap<>();
    boolean some = false;
    for (String set : declared.dataSets().keySet()) {
      if (!tables.has(set)) {
        continue;
      }
      some = true;
      Long then = before == null ? null : before.versions().get(set);
      if (then == null || tables.isAtHand(set)) {
        touched.put(set, null);
      } else if (tables.isChanged(set, then)) {
        changed.put(set, then);
      }
    }
    if (!some) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the warehouse holds no records yet. Run gouji ingest on an input folder with files"
              + " first.");
    }
    touched.putAll(units(changed));
    return touched;
  }

  /** The units whose records came or went, of data sets since a version. */
  private Map<String, Set<String>> units(Map<String, Long> since) {
    Map<String, Set<String>> units = new TreeMap<>();
    Optional<Dataset<Row>> changes =
        since.entrySet().stream()
            .map(
                one ->
                    tables
                        .changes(one.getKey(), one.getValue())
                        .select(lit(one.getKey()).as(Columns.DATA_SET), col(Columns.UNIT_ID)))
            .reduce(Dataset::unionByName);
    since.keySet().forEach(set -> units.put(set, new TreeSet<>()));
    // At most one row for each unit and data set.
    changes.ifPresent(
        all ->
            all.distinct()
                .collectAsList()
                .forEach(row -> units.get(row.getString(0)).add(row.getString(1))));
    units.values().removeIf(Set::isEmpty);
    units.replaceAll((set, named) -> named.size() > MOST_NAMED ? null : named);
    return units;
  }
}
