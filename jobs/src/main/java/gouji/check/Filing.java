package gouji.check;

import gouji.contract.Figure;
import gouji.contract.Written;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Figures of one unit, year and scope from one source, by address. */
final class Filing implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Written> figures = new HashMap<>();
  private final Map<String, String> origins = new HashMap<>();
  private final Set<String> tables = new HashSet<>();
  private final Set<String> withZero = new HashSet<>();

  /** Adds a figure; of one that is given in parts, the parts are added up. */
  void add(String address, Written written, String origin) {
    figures.merge(
        address,
        written,
        (a, b) -> a.isNumber() && b.isNumber() ? Written.computed(a.number().add(b.number())) : b);
    if (origin != null) {
      origins.put(address, origin);
    }
    int point = address.indexOf('.');
    if (point > 0) {
      String table = address.substring(0, point);
      tables.add(table);
      if (written.isNumber() && written.number().signum() == 0) {
        withZero.add(table);
      }
    }
  }

  /** A computed figure; what is not there is 0. */
  Written computed(String address) {
    Written found = figures.get(address);
    return found == null ? Written.computed(BigDecimal.ZERO) : found;
  }

  /** Whether a figure is there, whatever it is. */
  boolean has(String address) {
    return figures.containsKey(address);
  }

  /** A figure that was filed; a cell of a table that is there is empty when it was left out. */
  Written filed(String address, Figure figure) {
    Written found = figures.get(address);
    if (found != null) {
      return found;
    }
    return figure.table() != null && tables.contains(figure.table())
        ? Written.EMPTY
        : Written.NOTHING;
  }

  /** Whether the table of a cell holds no written zero, so that its blanks are its zeros. */
  boolean leavesZerosOut(Figure figure) {
    return figure.table() != null && !withZero.contains(figure.table());
  }

  /** Where a figure was read, as file:line; empty for computed ones. */
  String origin(String address) {
    return origins.getOrDefault(address, "");
  }

  /** Addresses of all figures. */
  Set<String> addresses() {
    return figures.keySet();
  }
}
