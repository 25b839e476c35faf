package gouji.check;

import gouji.contract.Written;
import java.math.BigDecimal;

/** Figures of one unit, year and scope from one source, by their slots. */
final class Filing {
  static final Written ZERO = Written.computed(BigDecimal.ZERO);

  private final Slots slots;
  private final Written[] figures;
  private final String[] origins;
  private long tables;
  private long withZero;

  Filing(Slots slots) {
    this.slots = slots;
    figures = new Written[slots.size()];
    origins = new String[slots.size()];
  }

  /** Adds a figure; of one that is given in parts, the parts are added up. */
  void add(int slot, Written written, String origin) {
    Written before = figures[slot];
    figures[slot] =
        before != null && before.isNumber() && written.isNumber()
            ? Written.computed(before.number().add(written.number()))
            : written;
    origins[slot] = origin;
    long table = slots.table(slot);
    tables |= table;
    if (written.isUnread() || (written.isNumber() && written.number().signum() == 0)) {
      withZero |= table;
    }
  }

  /**
   * Says that a figure was not read: what stands there may be the zero that tells blanks of its
   * table from zeros.
   */
  void leave(int slot) {
    figures[slot] = Written.NOTHING;
    tables |= slots.table(slot);
    withZero |= slots.table(slot);
  }

  /** Takes the figures that it lacks from another filing of the same. */
  void complete(Filing other) {
    for (int slot = 0; slot < figures.length; slot++) {
      if (figures[slot] == null && other.figures[slot] != null) {
        figures[slot] = other.figures[slot];
        origins[slot] = other.origins[slot];
      }
    }
    tables |= other.tables;
    withZero |= other.withZero;
  }

  /** A computed figure; what is not there is 0. */
  Written computed(int slot) {
    Written found = figures[slot];
    return found == null ? ZERO : found;
  }

  /** Whether a figure is there, whatever it is. */
  boolean has(int slot) {
    return figures[slot] != null;
  }

  /** A figure that was filed; a cell of a table that is there is empty when it was left out. */
  Written filed(int slot) {
    Written found = figures[slot];
    if (found != null) {
      return found;
    }
    return (tables & slots.table(slot)) != 0 ? Written.EMPTY : Written.NOTHING;
  }

  /** Whether the table of a cell surely holds no written zero, so that its blanks are its zeros. */
  boolean leavesZerosOut(int slot) {
    long table = slots.table(slot);
    return table != 0 && (withZero & table) == 0;
  }

  /** Where a figure was read, as file:line; empty for computed ones. */
  String origin(int slot) {
    return origins[slot] == null ? "" : origins[slot];
  }
}
