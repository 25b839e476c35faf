package gouji.job;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;

import gouji.contract.Columns;
import gouji.contract.Nearest;
import gouji.contract.OwnTable;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.store.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A unit and those below it in the register of a year.
 *
 * @param unitId the unit at its top
 * @param rootId the unit at the top of the area that it belongs to itself
 * @param rootName name of that unit
 * @param supplied data sets and facts that were supplied to the root
 * @param names names of all units of the area, by code
 */
record Area(
    String unitId,
    String rootId,
    String rootName,
    Set<String> supplied,
    Map<String, String> names) {

  /** The area of a unit; fails when the year is not computed or the unit not in its register. */
  static Area of(Tables tables, int year, String unitId) {
    Dataset<Row> all = tables.need(OwnTable.UNITS_BY_YEAR, "aggregate");
    Dataset<Row> register = all.where(col(Columns.YEAR).equalTo(year));
    // The units of an area: bounded by the register.
    List<Row> units =
        register.where(array_contains(col(Columns.ANCESTORS), unitId)).collectAsList();
    Map<String, String> names = new TreeMap<>();
    units.forEach(u -> names.put(u.getAs(Columns.UNIT_ID), u.getAs(Columns.NAME)));
    Row top =
        units.stream()
            .filter(u -> unitId.equals(u.getAs(Columns.UNIT_ID)))
            .findFirst()
            .orElseThrow(() -> unknown(all, year, unitId));
    String rootId = top.getAs(Columns.ROOT_ID);
    String rootName =
        register
            .where(col(Columns.UNIT_ID).equalTo(rootId))
            .collectAsList()
            .get(0)
            .getAs(Columns.NAME);
    Set<String> supplied = new TreeSet<>(top.getList(top.fieldIndex(Columns.SUPPLIED)));
    return new Area(unitId, rootId, rootName, supplied, names);
  }

  private static Failure unknown(Dataset<Row> all, int year, String unitId) {
    Set<Integer> years = new TreeSet<>();
    Set<Integer> yearsOfUnit = new TreeSet<>();
    Map<String, String> names = new HashMap<>();
    // The register once, for the way out only.
    for (Row row : all.select(Columns.YEAR, Columns.UNIT_ID, Columns.NAME).collectAsList()) {
      years.add(row.getInt(0));
      if (row.getInt(0) == year) {
        names.put(row.getString(1), row.getString(2));
      }
      if (unitId.equals(row.getString(1))) {
        yearsOfUnit.add(row.getInt(0));
      }
    }
    return new Failure(
        FailureCode.UNUSABLE,
        years.contains(year)
            ? noUnit(year, unitId, names, yearsOfUnit)
            : "the year %d (--year) is not computed; those that are: %s. Name one of them, or run gouji aggregate --years %d first."
                .formatted(year, years, year));
  }

  private static String noUnit(
      int year, String unitId, Map<String, String> names, Set<Integer> yearsOfUnit) {
    String elsewhere = yearsOfUnit.isEmpty() ? "" : ", only in that of " + yearsOfUnit;
    String hint =
        names.entrySet().stream()
            .filter(e -> unitId.equals(e.getValue()))
            .map(e -> " Did you mean " + e.getKey() + "?")
            .sorted()
            .findFirst()
            .orElseGet(() -> Nearest.hint(unitId, names.keySet()));
    return "the unit %s (--unit) is not in the register of %d%s.%s Name a unit_id of units.csv."
        .formatted(unitId, year, elsewhere, yearsOfUnit.isEmpty() ? hint : "");
  }

  /** Name of the unit at its top. */
  String name() {
    return names.get(unitId);
  }
}
