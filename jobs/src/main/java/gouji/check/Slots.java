package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.Figure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the figures of all forms, so that no vector has to compare their addresses. A computed
 * rate has two more: what stands above and below its line.
 */
final class Slots implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Integer> slots = new HashMap<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<Integer> tables = new ArrayList<>();
  private final Map<String, Figure[]> figures = new HashMap<>();

  Slots(Assertions assertions) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String form : assertions.forms()) {
      assertions
          .figures(form)
          .forEach(
              (address, figure) -> {
                add(address, figure, numbers);
                add(address + Computed.NUMERATOR, figure, numbers);
                add(address + Computed.DENOMINATOR, figure, numbers);
              });
    }
    for (String form : assertions.forms()) {
      Figure[] known = new Figure[addresses.size()];
      for (int slot = 0; slot < known.length; slot++) {
        known[slot] = Computed.figure(assertions.figures(form), addresses.get(slot));
      }
      figures.put(form, known);
    }
  }

  private void add(String address, Figure figure, Map<String, Integer> numbers) {
    boolean isPart = address.indexOf('#') >= 0;
    if ((!isPart || figure.isRate()) && !slots.containsKey(address)) {
      slots.put(address, addresses.size());
      addresses.add(address);
      Integer table =
          figure.table() == null
              ? null
              : numbers.computeIfAbsent(figure.table(), t -> numbers.size());
      tables.add(table);
    }
  }

  /** How many there are. */
  int size() {
    return addresses.size();
  }

  /** The number of an address; -1 when no form has it. */
  int find(String address) {
    return slots.getOrDefault(address, -1);
  }

  /** The address of a number. */
  String address(int slot) {
    return addresses.get(slot);
  }

  /** A bit for the table of a figure; 0 for an indicator. */
  long table(int slot) {
    Integer table = tables.get(slot);
    return table == null ? 0 : 1L << table;
  }

  /** What a form knows of a figure; null when it has none. */
  Figure figure(String form, int slot) {
    Figure[] known = figures.get(form);
    return known == null ? null : known[slot];
  }
}
