package gouji.check;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Form;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** The register of every year, as rules look at it: who was there, above whom, with what. */
final class UnitYears implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMED = 20;
  private static final Set<String> UNSOUND = Set.of("missing", "circle");

  private final Map<Integer, Map<String, One>> years = new HashMap<>();
  private final boolean isRegister;

  /**
   * A unit in a year.
   *
   * @param parent null for a root
   * @param root its topmost unit
   * @param hasSoundParent whether the way up ends
   * @param isValidInYear whether it was valid on some day of the year
   * @param isValidAtEnd whether it was valid on the last day
   * @param heirs the units whose areas its own figures of last year belong to
   */
  record One(
      String level,
      String parent,
      String root,
      boolean hasSoundParent,
      boolean isValidInYear,
      boolean isValidAtEnd,
      List<String> heirs,
      Set<String> children,
      Set<String> supplied,
      Set<String> delivered,
      Set<String> area)
      implements Serializable {
    /** A unit of which nothing is known but its code. */
    private static One alone(String unit) {
      return new One(
          "",
          null,
          unit,
          true,
          true,
          true,
          List.of(unit),
          new TreeSet<>(),
          Set.of(),
          Set.of(),
          Set.of(unit));
    }
  }

  private UnitYears(boolean isRegister) {
    this.isRegister = isRegister;
  }

  /**
   * What stands for a register where none was supplied: every unit by itself, in the years for
   * which it filed. So its figures can be held against each other and across years.
   *
   * @param filed year and unit of what was filed, each pair once
   */
  static UnitYears ofFilings(List<Row> filed) {
    UnitYears units = new UnitYears(false);
    for (Row row : filed) {
      String unit = row.getAs(Columns.UNIT_ID);
      units
          .years
          .computeIfAbsent(row.getAs(Columns.YEAR), y -> new TreeMap<>())
          .put(unit, One.alone(unit));
    }
    return units;
  }

  /** From the rows of {@code units_by_year}: a few for each unit. */
  UnitYears(List<Row> rows) {
    this(true);
    Map<Set<String>, Set<String>> shared = new HashMap<>();
    for (Row row : rows) {
      List<String> ancestors = row.getList(row.fieldIndex(Columns.ANCESTORS));
      years
          .computeIfAbsent(row.getAs(Columns.YEAR), y -> new TreeMap<>())
          .put(
              row.getAs(Columns.UNIT_ID),
              new One(
                  row.getAs(Columns.LEVEL),
                  ancestors.size() > 1 ? ancestors.get(1) : null,
                  row.getAs(Columns.ROOT_ID),
                  !UNSOUND.contains(row.<String>getAs(Columns.PARENT_STATE)),
                  row.<Boolean>getAs(Columns.VALID_IN_YEAR),
                  row.<Boolean>getAs(Columns.VALID_AT_END),
                  List.copyOf(row.<String>getList(row.fieldIndex(Columns.HEIRS))),
                  new TreeSet<>(),
                  one(shared, row, Columns.SUPPLIED),
                  one(shared, row, Columns.DELIVERED),
                  new HashSet<>()));
    }
    for (Row row : rows) {
      Map<String, One> year = years.get(row.<Integer>getAs(Columns.YEAR));
      String unit = row.getAs(Columns.UNIT_ID);
      String parent = year.get(unit).parent();
      if (parent != null && year.containsKey(parent)) {
        year.get(parent).children().add(unit);
      }
      for (String ancestor : row.<String>getList(row.fieldIndex(Columns.ANCESTORS))) {
        if (year.containsKey(ancestor)) {
          year.get(ancestor).area().add(unit);
        }
      }
    }
  }

  /** Equal sets once: most units of a root have the same. */
  private static Set<String> one(Map<Set<String>, Set<String>> shared, Row row, String column) {
    Set<String> set = new HashSet<>(row.<String>getList(row.fieldIndex(column)));
    return shared.computeIfAbsent(set, s -> s);
  }

  /** Whether a register was supplied. */
  boolean isRegister() {
    return isRegister;
  }

  /** The years in which there is some unit. */
  Set<Integer> years() {
    return new TreeSet<>(years.keySet());
  }

  /** The unit in that year; null when it is not in the register. */
  One find(int year, String unit) {
    Map<String, One> units = years.get(year);
    return units == null ? null : units.get(unit);
  }

  /** All units that there are in any year. */
  Set<String> all() {
    Set<String> all = new TreeSet<>();
    years.values().forEach(year -> all.addAll(year.keySet()));
    return all;
  }

  /**
   * Those units, and all that look at a figure of one of them: the unit above it, which adds up
   * what is below, and the areas that its last year belongs to.
   */
  Set<String> reached(Set<String> changed) {
    Set<String> reached = new TreeSet<>(changed);
    for (Map<String, One> year : years.values()) {
      for (String unit : changed) {
        One one = year.get(unit);
        if (one != null) {
          reached.addAll(one.heirs());
          if (one.parent() != null) {
            reached.add(one.parent());
          }
        }
      }
    }
    return reached;
  }

  /** The place of a unit and year; null when it is not in the register. */
  Vector.Place place(Declarations declared, int year, String unit, String form) {
    One one = find(year, unit);
    if (one == null) {
      return null;
    }
    One before = find(year - 1, unit);
    String ofYear = declared.formOf(year).map(Form::id).orElse("");
    return new Vector.Place(
        year,
        unit,
        form == null ? ofYear : form,
        before == null ? null : declared.formOf(year - 1).map(Form::id).orElse(""),
        one.level(),
        one.children(),
        one.supplied(),
        one.delivered(),
        before == null ? "" : change(before.area(), one.area()),
        form == null || form.equals(ofYear));
  }

  private static String change(Set<String> before, Set<String> now) {
    List<String> changes = new ArrayList<>();
    new TreeSet<>(now).stream().filter(u -> !before.contains(u)).forEach(u -> changes.add("+" + u));
    new TreeSet<>(before).stream().filter(u -> !now.contains(u)).forEach(u -> changes.add("-" + u));
    if (changes.isEmpty()) {
      return "";
    }
    String named = String.join(" ", changes.subList(0, Math.min(MOST_NAMED, changes.size())));
    return "汇总范围与上一年度不同：%s%s"
        .formatted(named, changes.size() > MOST_NAMED ? " 等 %d 个".formatted(changes.size()) : "");
  }
}
