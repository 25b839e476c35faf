package gouji.measure;

import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A cell or an indicator of a report year, taken apart into the numbers that are counted for it.
 *
 * @param measured the declared numbers
 * @param year the report year
 * @param form the form of the cell; null for an indicator
 * @param name address of the cell or code of the indicator
 * @param parts the numbers: one, those that a sum adds up, or those of both sides of a rate
 */
public record Breakdown(Measured measured, int year, String form, String name, List<Part> parts) {

  /** Copies the list. */
  public Breakdown {
    parts = List.copyOf(parts);
  }

  /** The parts of a cell: its own number or, of a sum, the numbers that it adds up. */
  public static Breakdown of(Measured measured, int year, Form form, Form.Cell cell) {
    Map<String, Form.Cell> cells = new HashMap<>();
    form.cells().forEach(c -> cells.put(c.address(), c));
    List<Part> parts = new ArrayList<>();
    add(measured, form, cells, cell, parts);
    return new Breakdown(measured, year, form.id(), cell.address(), parts);
  }

  private static void add(
      Measured measured,
      Form form,
      Map<String, Form.Cell> cells,
      Form.Cell cell,
      List<Part> parts) {
    measured
        .findPlace(form, cell)
        .ifPresentOrElse(
            place -> parts.add(new Part(null, cell.address(), place)),
            () -> cell.parts().forEach(p -> add(measured, form, cells, cells.get(p), parts)));
  }

  /** The parts of an indicator: its own number, or those of a rate's two sides. */
  public static Breakdown of(Measured measured, int year, Indicator indicator) {
    List<Part> parts = new ArrayList<>();
    if (indicator.kind() == Indicator.Kind.RATE) {
      addSide(measured, indicator, Measured.NUMERATOR, indicator.numerator(), parts);
      addSide(measured, indicator, Measured.DENOMINATOR, indicator.denominator(), parts);
    } else {
      parts.add(new Part(null, indicator.code(), measured.placeOf(indicator.code())));
    }
    return new Breakdown(measured, year, null, indicator.code(), parts);
  }

  private static void addSide(
      Measured measured,
      Indicator rate,
      String side,
      List<Indicator.Term> terms,
      List<Part> parts) {
    for (int i = 0; i < terms.size(); i++) {
      String named = terms.get(i).indicator();
      String name = named == null ? rate.code() : named;
      parts.add(new Part(side, name, measured.placeOf(rate, side, i)));
    }
  }

  /** Whether it is a rate that is computed of two sides. */
  public boolean isRate() {
    return parts.get(0).side() != null;
  }

  /** Whether it is a value as its unit wrote it, which is never added up. */
  public boolean isAsWritten() {
    return parts.stream().allMatch(p -> measured.neverSummed().contains(p.place()));
  }

  /** Whether one of its numbers is counted in such a way. */
  public boolean counts(Predicate<Measure> way) {
    return parts.stream().anyMatch(p -> way.test(measured.counted().get(p.place()).measure()));
  }

  /** The data sets and facts that it is counted from. */
  public Set<String> operands() {
    return parts.stream().map(this::operand).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The data set or the fact that one of its parts is counted from. */
  public String operand(Part part) {
    Declarations.Counted counted = measured.counted().get(part.place());
    boolean fact =
        measured.declared().facts().stream().anyMatch(f -> f.code().equals(counted.name()));
    return fact ? counted.name() : counted.measure().dataset();
  }

  /**
   * The figure that counted numbers come to.
   *
   * @param numbers by place, in the unit that each is told in; those that are 0 may be missing
   * @param supplied data sets and facts that were supplied to the root
   * @return empty when the figure is 0 or absent
   */
  public Optional<Value> value(Map<Integer, BigDecimal> numbers, Set<String> supplied) {
    List<Value> found = new ArrayList<>();
    Sums sums = new Sums(measured);
    Consumer<Sums.Figure> sink =
        f -> {
          if (name.equals(f.name()) && f.value() != null) {
            found.add(new Value(f.numerator(), f.denominator(), f.value()));
          }
        };
    if (form == null) {
      sums.indicators(numbers, supplied, sink);
    } else {
      sums.cells(year, numbers, sink);
    }
    return found.stream().findFirst();
  }

  /** The rate of two numbers; without a value when the denominator is 0. */
  public static Value rate(BigDecimal numerator, BigDecimal denominator) {
    BigDecimal rate = denominator.signum() == 0 ? null : Sums.rate(numerator, denominator);
    return new Value(numerator, denominator, rate);
  }

  /**
   * A figure.
   *
   * @param numerator what stands above the line; null for cells and rate facts
   * @param denominator what stands below the line; null but for rates
   */
  public record Value(BigDecimal numerator, BigDecimal denominator, BigDecimal value) {
    /** Whether both are the same numbers, whatever their scale. */
    public boolean isSame(Value other) {
      return isSame(numerator, other.numerator)
          && isSame(denominator, other.denominator)
          && isSame(value, other.value);
    }

    private static boolean isSame(BigDecimal a, BigDecimal b) {
      boolean none = a == null && b == null;
      return none || (a != null && b != null && a.compareTo(b) == 0);
    }
  }
}
