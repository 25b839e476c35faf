package gouji.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a figure is counted from: names of data sets, and codes of facts. */
public final class Operands {
  private Operands() {}

  /** The data sets and facts of a cell; of a sum those of its parts. */
  public static Set<String> of(Form form, Form.Cell cell) {
    return of(byAddress(form), cell);
  }

  /** The cells of a form by address. */
  static Map<String, Form.Cell> byAddress(Form form) {
    Map<String, Form.Cell> cells = new LinkedHashMap<>();
    form.cells().forEach(c -> cells.put(c.address(), c));
    return cells;
  }

  /** The same, with the form's cells by address. */
  static Set<String> of(Map<String, Form.Cell> cells, Form.Cell cell) {
    Set<String> operands = new TreeSet<>();
    cell.findSource()
        .ifPresentOrElse(
            s -> operands.add(s.fact() != null ? s.fact() : s.measure().dataset()),
            () ->
                cell.parts().stream()
                    .filter(cells::containsKey)
                    .forEach(p -> operands.addAll(of(cells, cells.get(p)))));
    return operands;
  }

  /** The data sets and facts of an indicator; of a rate those of both sides. */
  public static Set<String> of(Declarations declared, Indicator indicator) {
    Set<String> operands = new TreeSet<>();
    switch (indicator.kind()) {
      case COUNT -> operands.add(indicator.measure().dataset());
      case FACT, RATE_FACT -> operands.add(indicator.code());
      case RATE -> {
        for (List<Indicator.Term> side : List.of(indicator.numerator(), indicator.denominator())) {
          for (Indicator.Term term : side) {
            if (term.measure() != null) {
              operands.add(term.measure().dataset());
            } else {
              Indicator of = declared.indicators().get(term.indicator());
              // A rate over rates is a mistake; following it may have no end.
              operands.addAll(of.kind() == Indicator.Kind.RATE ? Set.of() : of(declared, of));
            }
          }
        }
      }
    }
    return operands;
  }
}
