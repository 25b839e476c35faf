package gouji.check;

import gouji.check.PublishedChecks.Filed;
import gouji.check.PublishedChecks.FiledFigure;
import gouji.contract.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reports of units below one unit hold. Only numbers above 0 are kept: nothing else adds
 * to what the unit above must have at least.
 */
public final class LowerUnits {
  private boolean isEmpty = true;
  private final Map<String, List<Part>> parts = new HashMap<>();

  /** A number of one unit, and where it stands. */
  record Part(Written written, String origin) {}

  /** Adds the report of a unit. */
  public void add(Filed filed) {
    isEmpty = false;
    for (FiledFigure figure : filed.figures()) {
      Written written = figure.written();
      if (written.isNumber() && written.number().signum() > 0) {
        parts
            .computeIfAbsent(figure.address(), a -> new ArrayList<>())
            .add(new Part(written, filed.unit() + " " + figure.origin()));
      }
    }
  }

  /** Whether there are no such reports. */
  public boolean isEmpty() {
    return isEmpty;
  }

  /** The numbers above 0 of a cell, in the order of the reports. */
  List<Part> parts(String address) {
    return parts.getOrDefault(address, List.of());
  }
}
