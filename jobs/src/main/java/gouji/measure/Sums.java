package gouji.measure;

import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Operands;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The cells and indicators of one unit, year and scope, from its counted numbers. */
final class Sums implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Measured measured;
  private final Map<String, List<Planned>> cells = new HashMap<>();

  Sums(Measured measured) {
    this.measured = measured;
    for (Form form : measured.declared().forms().values()) {
      cells.put(form.id(), planned(form));
    }
  }

  /** The cells of a form in its order, with all that is looked up for them only once. */
  private List<Planned> planned(Form form) {
    Map<String, Integer> order = new HashMap<>();
    form.cells().forEach(c -> order.put(c.address(), order.size()));
    return form.cells().stream()
        .map(
            c ->
                new Planned(
                    c.address(),
                    measured.findPlace(form, c).orElse(-1),
                    c.parts().stream().map(order::get).toList()))
        .toList();
  }

  /**
   * A cell.
   *
   * @param place of its own number; -1 for a sum of other cells
   * @param parts which cells of the form a sum adds up
   */
  private record Planned(String address, int place, List<Integer> parts) implements Serializable {}

  /** The declared numbers. */
  Measured measured() {
    return measured;
  }

  /**
   * The figures of the year's form that are not 0.
   *
   * @param numbers by place, in the unit that each is told in
   */
  void cells(int year, Map<Integer, BigDecimal> numbers, Consumer<Figure> sink) {
    measured.declared().formOf(year).ifPresent(form -> cells(form, numbers, sink));
  }

  /**
   * The figures outside the forms that are neither 0 nor absent.
   *
   * @param numbers by place, in the unit that each is told in
   */
  void indicators(Map<Integer, BigDecimal> numbers, Set<String> supplied, Consumer<Figure> sink) {
    for (Indicator indicator : measured.declared().indicators().values()) {
      indicator(indicator, numbers, supplied, sink);
    }
  }

  private void cells(Form form, Map<Integer, BigDecimal> numbers, Consumer<Figure> sink) {
    List<Planned> all = cells.get(form.id());
    BigDecimal[] done = new BigDecimal[all.size()];
    for (int i = 0; i < done.length; i++) {
      BigDecimal value = cell(all, i, numbers, done);
      if (value.signum() != 0) {
        sink.accept(new Figure(form.id(), all.get(i).address, null, null, value));
      }
    }
  }

  private static BigDecimal cell(
      List<Planned> all, int which, Map<Integer, BigDecimal> numbers, BigDecimal[] done) {
    if (done[which] == null) {
      Planned cell = all.get(which);
      BigDecimal value = cell.place < 0 ? BigDecimal.ZERO : number(numbers, cell.place);
      if (cell.place < 0) {
        for (int part : cell.parts) {
          value = value.add(cell(all, part, numbers, done));
        }
      }
      done[which] = value;
    }
    return done[which];
  }

  private static BigDecimal number(Map<Integer, BigDecimal> numbers, int place) {
    return numbers.getOrDefault(place, BigDecimal.ZERO);
  }

  private void indicator(
      Indicator indicator,
      Map<Integer, BigDecimal> numbers,
      Set<String> supplied,
      Consumer<Figure> sink) {
    switch (indicator.kind()) {
      case COUNT, FACT -> {
        BigDecimal value = number(numbers, measured.placeOf(indicator.code()));
        if (value.signum() != 0) {
          sink.accept(new Figure(null, indicator.code(), value, null, value));
        }
      }
      case RATE_FACT -> {
        BigDecimal value = numbers.get(measured.placeOf(indicator.code()));
        if (value != null) {
          sink.accept(new Figure(null, indicator.code(), null, null, value));
        }
      }
      case RATE -> rate(indicator, numbers, supplied, sink);
    }
  }

  private void rate(
      Indicator rate,
      Map<Integer, BigDecimal> numbers,
      Set<String> supplied,
      Consumer<Figure> sink) {
    BigDecimal below = sum(rate, rate.denominator(), Measured.DENOMINATOR, numbers);
    BigDecimal above = sum(rate, rate.numerator(), Measured.NUMERATOR, numbers);
    boolean isNothing = below.signum() == 0 && above.signum() == 0;
    if (isNothing || !supplied.containsAll(Operands.of(measured.declared(), rate))) {
      return;
    }
    // Something of nothing has no rate, but is there for the rules: a part above its whole.
    BigDecimal value = below.signum() == 0 ? null : rate(above, below);
    sink.accept(new Figure(null, rate.code(), above, below, value));
  }

  /** The rate of two numbers in percent, of which the second is not 0. */
  static BigDecimal rate(BigDecimal above, BigDecimal below) {
    return above.multiply(HUNDRED).divide(below, 2, RoundingMode.HALF_UP);
  }

  private BigDecimal sum(
      Indicator rate, List<Indicator.Term> terms, String side, Map<Integer, BigDecimal> numbers) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < terms.size(); i++) {
      sum = sum.add(number(numbers, measured.placeOf(rate, side, i)));
    }
    return sum;
  }

  /** One figure; a cell has a form and no fraction. */
  record Figure(
      String form, String name, BigDecimal numerator, BigDecimal denominator, BigDecimal value) {}
}
