package gouji.check;

import gouji.contract.Assertion;
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

  static Side of(List<Assertion.Operand> operands, Lookup lookup) {
    List<Found> found = new ArrayList<>(operands.size());
    for (Assertion.Operand operand : operands) {
      found.add(lookup.find(operand));
    }
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal width = BigDecimal.ZERO;
    Integer decimals = null;
    for (Found one : found) {
      if (one.number() == null) {
        return new Side(found, null, null, null);
      }
      sum = sum.add(one.summand());
      if (lookup.isReported(one) && one.kind() == Found.Kind.NUMBER) {
        int written = one.written().decimals();
        decimals = decimals == null ? written : Math.max(decimals, written);
        if (lookup.isMeasured(one)) {
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
