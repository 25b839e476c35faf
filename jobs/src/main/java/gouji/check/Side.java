package gouji.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a comparison with its figures.
 *
 * @param found its summands
 * @param sum what they add up to; null when some is missing
 * @param width how far the sum may be off because amounts and rates in it were rounded
 * @param decimals the most decimals that somebody wrote; null when nobody wrote a number
 */
record Side(List<Found> found, BigDecimal sum, BigDecimal width, Integer decimals) {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  static Side of(List<Term> terms, Lookup lookup) {
    List<Found> found = new ArrayList<>(terms.size());
    boolean isWhole = true;
    for (int i = 0; i < terms.size(); i++) {
      Found one = lookup.find(terms.get(i));
      isWhole &= one.number() != null;
      found.add(one);
    }
    return isWhole ? added(found, lookup) : new Side(found, null, null, null);
  }

  private static Side added(List<Found> found, Lookup lookup) {
    BigDecimal sum = found.isEmpty() ? BigDecimal.ZERO : found.get(0).summand();
    BigDecimal width = BigDecimal.ZERO;
    Integer decimals = null;
    for (int i = 0; i < found.size(); i++) {
      Found one = found.get(i);
      sum = i == 0 ? sum : sum.add(one.summand());
      if (one.term().isReported() && one.kind() == Found.Kind.NUMBER) {
        int written = one.written().decimals();
        decimals = decimals == null ? written : Math.max(decimals, written);
        if (one.term().isMeasured()) {
          width = width.add(one.operand().factor().abs().multiply(lookup.width(one)));
        }
      }
    }
    return new Side(found, sum, width, decimals);
  }

  /** Half a unit of the last of so many decimals. */
  static BigDecimal half(int decimals) {
    return HALF.scaleByPowerOfTen(-decimals);
  }
}
