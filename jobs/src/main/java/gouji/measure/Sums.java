package gouji.measure;

import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Operands;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The cells and indicators of one unit, year and scope, from its counted numbers. */
final class Sums implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Measured measured;
  private final Map<String, Map<String, Form.Cell>> cells = new HashMap<>();

  Sums(Measured measured) {
    this.measured = measured;
    for (Form form : measured.declared().forms().values()) {
      Map<String, Form.Cell> byAddress = new LinkedHashMap<>();
      form.cells().forEach(c -> byAddress.put(c.address(), c));
      cells.put(form.id(), byAddress);
    }
  }

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
    Map<String, BigDecimal> done = new HashMap<>();
    for (Form.Cell cell : cells.get(form.id()).values()) {
      BigDecimal value = cell(form, cell, numbers, done);
      if (value.signum() != 0) {
        sink.accept(new Figure(form.id(), cell.address(), null, null, value));
      }
    }
  }

  private BigDecimal cell(
      Form form, Form.Cell cell, Map<Integer, BigDecimal> numbers, Map<String, BigDecimal> done) {
    BigDecimal known = done.get(cell.address());
    if (known != null) {
      return known;
    }
    BigDecimal value =
        measured
            .findPlace(form, cell)
            .map(p -> number(numbers, p))
            .orElseGet(
                () ->
                    cell.parts().stream()
                        .map(p -> cell(form, cells.get(form.id()).get(p), numbers, done))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    done.put(cell.address(), value);
    return value;
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
