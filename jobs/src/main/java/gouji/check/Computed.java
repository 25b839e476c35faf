package gouji.check;

import gouji.contract.Figure;
import java.util.Map;

/** What of a computed rate is looked up beside the rate itself. */
final class Computed {
  /** Behind a rate's code: what stands above its line. */
  static final String NUMERATOR = "#numerator";

  /** Behind a rate's code: what stands below its line. */
  static final String DENOMINATOR = "#denominator";

  private Computed() {}

  /** The figure that an address is of, or is a part of. */
  static Figure figure(Map<String, Figure> figures, String address) {
    int mark = address.indexOf('#');
    return figures.get(mark < 0 ? address : address.substring(0, mark));
  }
}
