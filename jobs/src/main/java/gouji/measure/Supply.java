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
      register
          .of(year)
          .forEach(
              (unit, entry) ->
                  roots
                      .computeIfAbsent(entry.rootId(), r -> new TreeSet<>())
                      .addAll(ofUnit.getOrDefault(unit, Set.of())));
      byRoot.put(year, roots);
    }
  }

  /** What was supplied to the root of the unit, sorted; nothing when it is in no register. */
  public Set<String> of(int year, String unitId) {
    return register
        .find(year, unitId)
        .map(e -> byRoot.get(year).getOrDefault(e.rootId(), Set.of()))
        .orElse(Set.of());
  }
}
