package gouji.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The register of each year: which units there are, and which unit is above which. */
public final class Register implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<Integer, Map<String, Entry>> years = new HashMap<>();

  /** The registers of a window's years, from the versions in force. */
  public Register(List<Version> versions, YearWindow window) {
    Map<String, List<Version>> byUnit = new TreeMap<>();
    for (Version version : versions) {
      byUnit.computeIfAbsent(version.unitId(), u -> new ArrayList<>()).add(version);
    }
    byUnit.values().forEach(v -> v.sort(Comparator.comparing(Version::validFrom)));
    for (int year = window.first(); year <= window.last(); year++) {
      years.put(year, new OneYear(byUnit, year).entries());
    }
  }

  /** The units of a year's register, by code. */
  public Map<String, Entry> of(int year) {
    return years.get(year);
  }

  /** A unit in a year's register; empty when it is not there. */
  public Optional<Entry> find(int year, String unitId) {
    return Optional.ofNullable(years.get(year)).map(y -> y.get(unitId));
  }

  /**
   * One version of a unit's register row.
   *
   * @param endsOn first day on which it does not apply or is not valid any more; null while it is
   */
  public record Version(
      String unitId,
      String name,
      String level,
      String parentId,
      String successorId,
      LocalDate validFrom,
      LocalDate endsOn)
      implements Serializable {}

  /** What is the matter with a unit's parent. */
  public enum ParentState {
    /** It names none. */
    NONE,
    /** It is in the register. */
    FOUND,
    /** It is not in the register of the year. */
    MISSING,
    /** The unit is above itself. */
    CIRCLE
  }

  /**
   * A unit in the register of a year.
   *
   * @param version the row that gives its name, level and parent
   * @param ancestors the unit itself, its parent and so on; the last is the root
   * @param heirs the ancestors of the unit that answers for its figures of last year: itself, or
   *     its successor when it ended by 31 December
   * @param parentState what is the matter with its parent
   * @param validInYear whether it was valid on some day of the year
   * @param validAtEnd whether it was valid on 31 December
   */
  public record Entry(
      Version version,
      List<String> ancestors,
      List<String> heirs,
      ParentState parentState,
      boolean validInYear,
      boolean validAtEnd)
      implements Serializable {
    /** The top of the area that the unit belongs to. */
    public String rootId() {
      return ancestors.get(ancestors.size() - 1);
    }
  }

  /** Works out the register of one year. */
  private static final class OneYear {
    private final LocalDate start;
    private final LocalDate end;
    private final Map<String, List<Version>> all;
    private final Map<String, Version> current = new TreeMap<>();

    OneYear(Map<String, List<Version>> all, int year) {
      this.all = all;
      start = LocalDate.of(year, 1, 1);
      end = LocalDate.of(year, 12, 31);
      all.forEach(
          (unit, versions) ->
              versions.stream()
                  .filter(v -> !v.validFrom().isAfter(end))
                  .reduce((a, b) -> b)
                  .ifPresent(v -> current.put(unit, v)));
    }

    Map<String, Entry> entries() {
      Map<String, Entry> entries = new TreeMap<>();
      current.forEach((unit, version) -> entries.put(unit, entry(unit, version)));
      return entries;
    }

    private Entry entry(String unit, Version version) {
      boolean inYear = all.get(unit).stream().anyMatch(v -> isValidWithin(v, start, end));
      boolean atEnd = isValidWithin(version, end, end);
      return new Entry(version, path(unit), path(heir(unit)), state(unit, version), inYear, atEnd);
    }

    private List<String> path(String unit) {
      Set<String> path = new LinkedHashSet<>();
      String at = unit;
      while (at != null && path.add(at)) {
        at = isInCircle(at) ? null : parent(at);
      }
      return List.copyOf(path);
    }

    /** The unit that took over from an ended one, over several steps; the unit itself else. */
    private String heir(String unit) {
      Set<String> seen = new LinkedHashSet<>();
      String at = unit;
      while (seen.add(at)) {
        Version version = current.get(at);
        String next = version.successorId();
        if (isValidWithin(version, end, end) || next == null || !current.containsKey(next)) {
          return at;
        }
        at = next;
      }
      return unit;
    }

    private ParentState state(String unit, Version version) {
      if (version.parentId() == null) {
        return ParentState.NONE;
      }
      if (isInCircle(unit)) {
        return ParentState.CIRCLE;
      }
      return current.containsKey(version.parentId()) ? ParentState.FOUND : ParentState.MISSING;
    }

    /** The parent when it is in the register; null otherwise. */
    private String parent(String unit) {
      String parent = current.get(unit).parentId();
      return parent != null && current.containsKey(parent) ? parent : null;
    }

    private boolean isInCircle(String unit) {
      Set<String> seen = new LinkedHashSet<>();
      String at = parent(unit);
      while (at != null && !at.equals(unit) && seen.add(at)) {
        at = parent(at);
      }
      return unit.equals(at);
    }

    private static boolean isValidWithin(Version version, LocalDate first, LocalDate last) {
      return !version.validFrom().isAfter(last)
          && (version.endsOn() == null
              || (version.endsOn().isAfter(first)
                  && version.endsOn().isAfter(version.validFrom())));
    }
  }
}
