package gouji.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a figure is counted from: names of data sets, and codes of facts. */
public final class Operands {
  private Operands() {}

  /** The data sets and facts of a cell; of a sum those of its parts. */
  public static Set<String> of(Form form, Form.Cell cell) {
    Set<String> operands = new TreeSet<>();
    cell.findSource()
        .ifPresentOrElse(
            s -> operands.add(s.fact() != null ? s.fact() : s.measure().dataset()),
            () ->
                form.cells().stream()
                    .filter(c -> cell.parts().contains(c.address()))
                    .forEach(c -> operands.addAll(of(form, c))));
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
              operands.addAll(of(declared, declared.indicators().get(term.indicator())));
            }
          }
        }
      }
    }
    return operands;
  }
}
