package gouji.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which reports belong together: those of one unit in years that follow each other, and those of
 * units above and below each other in one year and form. Two reports of one unit and year are held
 * against no other one, for nothing tells which of them counts.
 */
final class AuditedUnits {
  /** In place of a report where there is none. */
  static final int NONE = -1;

  private final List<Known> reports;
  private final Map<String, Integer> byUnitAndYear = new HashMap<>();
  private final Map<Integer, Integer> above = new HashMap<>();
  private final Map<Integer, List<Integer>> below = new TreeMap<>();

  /**
   * What of a report tells whose it is.
   *
   * @param unit the unit; empty when nothing tells it
   * @param year the report year; null when nothing tells it
   * @param form id of the form; empty when the file is no report
   * @param level the level of the unit
   */
  record Known(String unit, Integer year, String form, String level) {
    /** No report. */
    static final Known NONE = new Known("", null, "", "");

    /** With the name of the unit as far as it is certain. */
    static Known of(String unit, Integer year, String form, String level) {
      return new Known(UnitName.plain(unit), year, form, level);
    }

    private boolean isMatched() {
      return year != null && !unit.isEmpty() && !form.isEmpty();
    }
  }

  /** Those of these reports, which are called by their places in the list. */
  AuditedUnits(List<Known> reports) {
    this.reports = List.copyOf(reports);
    Set<String> twice = new HashSet<>();
    for (int at = 0; at < reports.size(); at++) {
      Known one = reports.get(at);
      if (one.isMatched() && byUnitAndYear.put(key(one.unit(), one.year()), at) != null) {
        twice.add(key(one.unit(), one.year()));
      }
    }
    byUnitAndYear.keySet().removeAll(twice);
    for (int at = 0; at < reports.size(); at++) {
      int parent = isTheOne(at) ? nearest(reports.get(at)) : NONE;
      if (parent != NONE) {
        above.put(at, parent);
        below.computeIfAbsent(parent, p -> new ArrayList<>()).add(at);
      }
    }
  }

  private static String key(String unit, int year) {
    return unit + "/" + year;
  }

  private boolean isTheOne(int at) {
    Known one = reports.get(at);
    return one.isMatched() && byUnitAndYear.getOrDefault(key(one.unit(), one.year()), NONE) == at;
  }

  /** The report of the unit with the longest name that is above. */
  private int nearest(Known one) {
    for (int length = one.unit().length() - 1; length > 1; length--) {
      String name = one.unit().substring(0, length);
      int at = byUnitAndYear.getOrDefault(key(name, one.year()), NONE);
      if (at != NONE
          && reports.get(at).form().equals(one.form())
          && UnitName.isBelow(one.unit(), one.level(), name, reports.get(at).level())) {
        return at;
      }
    }
    return NONE;
  }

  /** The report of the same unit of the year before. */
  int last(int at) {
    Known one = reports.get(at);
    return one.isMatched()
        ? byUnitAndYear.getOrDefault(key(one.unit(), one.year() - 1), NONE)
        : NONE;
  }

  /** The report of the unit above. */
  int above(int at) {
    return above.getOrDefault(at, NONE);
  }

  /** The reports of the units right below, in their order. */
  List<Integer> below(int at) {
    return below.getOrDefault(at, List.of());
  }
}
