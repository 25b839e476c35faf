package gouji.check;

import gouji.contract.Rule;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** All that rules look at for one unit and year: its figures, last year's and its children's. */
final class Vector {
  /** Kinds of figures: source, scope, this year or last. */
  static final int KINDS = 8;

  private final Place place;
  private final Slots slots;
  private final Filing[] filings = new Filing[KINDS];
  private final Filing[] settled = new Filing[KINDS];
  private final Map<Rule.Source, Map<String, Filing>> children = new EnumMap<>(Rule.Source.class);

  Vector(Place place, Slots slots) {
    this.place = place;
    this.slots = slots;
    for (Rule.Source source : Rule.Source.values()) {
      children.put(source, new HashMap<>());
    }
  }

  /**
   * The unit in its year.
   *
   * @param form the form that is looked at; empty for a year without one
   * @param lastForm the form of last year; null where the unit has no last year
   * @param level the unit's level
   * @param childIds its children in the register, in order
   * @param supplied data sets and facts that were supplied to its root
   * @param delivered those of which its own area has records
   * @param areaChange how its area differs from last year's, in words; empty when it does not
   * @param isOfYear whether the form is that of the year; only then computed figures are in it
   */
  record Place(
      int year,
      String unit,
      String form,
      String lastForm,
      String level,
      Set<String> childIds,
      Set<String> supplied,
      Set<String> delivered,
      String areaChange,
      boolean isOfYear) {}

  Place place() {
    return place;
  }

  /** The figures of that kind, made when there are none. */
  Filing filing(Rule.Source source, Rule.Scope scope, boolean lastYear) {
    int kind = kind(source, scope, lastYear);
    if (filings[kind] == null) {
      filings[kind] = new Filing(slots);
    }
    return filings[kind];
  }

  /** A child's figures, made when there are none. */
  Filing child(Rule.Source source, String id) {
    return children.get(source).computeIfAbsent(id, k -> new Filing(slots));
  }

  /**
   * Ends the adding of figures. Own and consolidated figures of a unit without children are one,
   * and complete each other where somebody filed both; last year's reported ones where the unit had
   * no children then, either. Last year's computed figures are those of two areas wherever one unit
   * followed another.
   */
  void settle() {
    boolean isLeaf = place.childIds().isEmpty();
    boolean isSameLeaf = isLeaf && place.areaChange().isEmpty();
    if (isLeaf) {
      join(false);
    }
    if (isSameLeaf) {
      join(true);
    }
    for (Rule.Source source : Rule.Source.values()) {
      share(source, false, isLeaf);
      share(source, true, isSameLeaf && source == Rule.Source.REPORTED);
    }
  }

  /** Takes the figures as they are; where they are one, those of one scope for the other, too. */
  private void share(Rule.Source source, boolean lastYear, boolean areOne) {
    int own = kind(source, Rule.Scope.OWN, lastYear);
    int whole = kind(source, Rule.Scope.CONSOLIDATED, lastYear);
    settled[own] = filings[own] == null && areOne ? filings[whole] : filings[own];
    settled[whole] = filings[whole] == null && areOne ? filings[own] : filings[whole];
  }

  private void join(boolean lastYear) {
    Filing own = filings[kind(Rule.Source.REPORTED, Rule.Scope.OWN, lastYear)];
    Filing whole = filings[kind(Rule.Source.REPORTED, Rule.Scope.CONSOLIDATED, lastYear)];
    if (own != null && whole != null) {
      own.complete(whole);
      whole.complete(own);
    }
  }

  /** The figures of that kind once all are there; null when there are none. */
  Filing find(Rule.Source source, Rule.Scope scope, boolean lastYear) {
    return settled[kind(source, scope, lastYear)];
  }

  /** Whether something was filed for exactly that scope. */
  boolean isFiled(Rule.Scope scope) {
    return filings[kind(Rule.Source.REPORTED, scope, false)] != null;
  }

  /** A child's figures; null when it has none. */
  Filing findChild(Rule.Source source, String id) {
    return children.get(source).get(id);
  }

  /** The number of a kind of figures. */
  static int kind(Rule.Source source, Rule.Scope scope, boolean lastYear) {
    return (source == Rule.Source.COMPUTED ? 0 : 4)
        + (scope == Rule.Scope.OWN ? 0 : 2)
        + (lastYear ? 0 : 1);
  }
}
