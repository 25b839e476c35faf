package gouji.measure;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which data sets and facts were supplied to which root in which year. */
public final class Supply implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<Integer, Map<String, Set<String>>> byRoot = new HashMap<>();
  private final Map<Integer, Map<String, Set<String>>> byArea = new HashMap<>();
  private final Register register;

  /**
   * The supply of every year.
   *
   * @param ofUnit data sets and fact codes of which a unit has a record in force, by unit
   */
  public Supply(Register register, YearWindow window, Map<String, Set<String>> ofUnit) {
    this.register = register;
    for (int year = window.first(); year <= window.last(); year++) {
      Map<String, Set<String>> roots = new HashMap<>();
      Map<String, Set<String>> areas = new HashMap<>();
      register
          .of(year)
          .forEach(
              (unit, entry) -> {
                Set<String> own = ofUnit.getOrDefault(unit, Set.of());
                roots.computeIfAbsent(entry.rootId(), r -> new TreeSet<>()).addAll(own);
                for (String ancestor : entry.ancestors()) {
                  areas.computeIfAbsent(ancestor, a -> new TreeSet<>()).addAll(own);
                }
              });
      byRoot.put(year, roots);
      byArea.put(year, areas);
    }
  }

  /** Whether the same was supplied everywhere. */
  public boolean isSame(Supply other) {
    return isSameOfRoots(other) && byArea.equals(other.byArea);
  }

  /** Whether the same was supplied to every root. */
  public boolean isSameOfRoots(Supply other) {
    return byRoot.equals(other.byRoot);
  }

  /** What was supplied to the root of the unit, sorted; nothing when it is in no register. */
  public Set<String> of(int year, String unitId) {
    return register
        .find(year, unitId)
        .map(e -> byRoot.get(year).getOrDefault(e.rootId(), Set.of()))
        .orElse(Set.of());
  }

  /** What the unit's own area delivered, sorted; nothing when it is in no register. */
  public Set<String> inArea(int year, String unitId) {
    return byArea.getOrDefault(year, Map.of()).getOrDefault(unitId, Set.of());
  }
}
