package gouji.check;

import java.math.BigDecimal;
import java.util.BitSet;

/** The plain numbers of one vector, each looked up once however many instances name it. */
final class Numbers {
  private final Lookup lookup;
  private final BigDecimal[] known;
  private final BitSet lookedUp;

  /**
   * The numbers of a vector.
   *
   * @param places how many figures it can have
   */
  Numbers(Lookup lookup, int places) {
    this.lookup = lookup;
    known = new BigDecimal[places];
    lookedUp = new BitSet(places);
  }

  /** Finds the figures. */
  Lookup lookup() {
    return lookup;
  }

  /** The number at a place, which is that of the term; null where there is no plain one. */
  BigDecimal find(int place, Term term) {
    if (known[place] == null && !lookedUp.get(place)) {
      lookedUp.set(place);
      known[place] = lookup.findNumber(term);
    }
    return known[place];
  }
}
