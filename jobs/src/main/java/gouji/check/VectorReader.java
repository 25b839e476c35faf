package gouji.check;

import gouji.contract.Figure;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.io.Serializable;
import java.util.List;

/**
 * Puts the packs of one unit and year together.
 *
 * @param slots the numbers of all figures
 * @param units the register
 */
record VectorReader(Slots slots, UnitYears units) implements Serializable {

  /** The vector of a unit in its year, for one form. */
  Vector vector(Vector.Place place, List<Pack> packs) {
    Vector vector = new Vector(place, slots);
    for (Pack pack : packs) {
      add(vector, pack);
    }
    // What children filed for their areas goes before their own figures.
    for (Pack pack : packs) {
      if (pack.part() == Packed.Part.REPORTED_CHILD
          && pack.form().equals(place.form())
          && !pack.isConsolidated()
          && units.find(place.year(), pack.child()).children().isEmpty()) {
        Filing own = new Filing(slots);
        reported(pack, own, place.form());
        vector.child(Rule.Source.REPORTED, pack.child()).complete(own);
      }
    }
    return vector;
  }

  private void add(Vector vector, Pack pack) {
    Vector.Place place = vector.place();
    switch (pack.part()) {
      case UNIT, COVERAGE -> {}
      case COMPUTED -> computed(pack, vector.filing(Rule.Source.COMPUTED, pack.scope(), false));
      case COMPUTED_LAST ->
          computed(pack, vector.filing(Rule.Source.COMPUTED, Rule.Scope.OWN, true));
      case COMPUTED_LAST_IN_AREA ->
          computed(pack, vector.filing(Rule.Source.COMPUTED, Rule.Scope.CONSOLIDATED, true));
      case COMPUTED_CHILD -> computed(pack, vector.child(Rule.Source.COMPUTED, pack.child()));
      case REPORTED -> {
        if (pack.form().equals(place.form())) {
          reported(pack, vector.filing(Rule.Source.REPORTED, pack.scope(), false), place.form());
        }
      }
      case REPORTED_LAST -> {
        if (pack.form().equals(place.lastForm())) {
          reported(pack, vector.filing(Rule.Source.REPORTED, pack.scope(), true), pack.form());
        }
      }
      case REPORTED_CHILD -> {
        if (pack.form().equals(place.form()) && pack.isConsolidated()) {
          reported(pack, vector.child(Rule.Source.REPORTED, pack.child()), place.form());
        }
      }
    }
  }

  private static void computed(Pack pack, Filing filing) {
    Packed.numbers(
        pack.figures(), (slot, number) -> filing.add(slot, Written.computed(number), null));
  }

  private void reported(Pack pack, Filing filing, String form) {
    Packed.texts(
        pack.figures(),
        (slot, text, origin) -> {
          Figure figure = slots.figure(form, slot);
          if (figure != null) {
            filing.add(slot, Written.of(text, figure.unit()), origin);
          }
        });
  }
}
