package gouji.job;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.measure.Breakdown;
import gouji.measure.Explanation;
import gouji.measure.Measured;
import gouji.report.Explained;
import gouji.report.Explained.Amount;
import gouji.report.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;

/** What is told of a figure: what its records give, what each unit contributes, every record. */
final class ExplainedFigure {
  private final Question question;
  private final Declarations declared;
  private final Breakdown breakdown;
  private final Area area;
  private final Sides sides = new Sides();
  private final Set<String> missing;
  private final Optional<Breakdown.Value> given;

  /**
   * The figure that the records give.
   *
   * @param byPart rows of {@link Explanation#byPart}
   */
  ExplainedFigure(
      Question question, Declarations declared, Breakdown breakdown, Area area, List<Row> byPart) {
    this.question = question;
    this.declared = declared;
    this.breakdown = breakdown;
    this.area = area;
    Map<Integer, BigDecimal> numbers = new HashMap<>();
    // What has records was supplied, also since the figures were computed.
    Set<String> supplied = new TreeSet<>(area.supplied());
    for (Row row : byPart) {
      int part = row.getAs(Explanation.PART);
      numbers.put(breakdown.parts().get(part).place(), row.getAs(Explanation.AMOUNT));
      supplied.add(breakdown.operand(breakdown.parts().get(part)));
      sides.add(breakdown.parts().get(part).side(), row);
    }
    missing = new TreeSet<>(breakdown.operands());
    missing.removeAll(supplied);
    given = breakdown.value(numbers, supplied);
  }

  /** What one unit, or all, have above and below the line. */
  private static final class Sides {
    private BigDecimal above = BigDecimal.ZERO;
    private BigDecimal below = BigDecimal.ZERO;
    private long lines;

    void add(String side, Row row) {
      BigDecimal amount = row.getAs(Explanation.AMOUNT);
      if (Measured.DENOMINATOR.equals(side)) {
        below = below.add(amount);
      } else {
        above = above.add(amount);
      }
      lines += row.<Long>getAs(Explanation.ROWS);
    }

    Amount amount(boolean rate) {
      return rate
          ? new Amount(plain(above), plain(below), Breakdown.rate(above, below).value(), lines)
          : new Amount(null, null, plain(above), lines);
    }
  }

  /** The number, with both sides of a rate; without a value when it is absent. */
  private Amount total() {
    Amount all = sides.amount(breakdown.isRate());
    BigDecimal value = given.map(this::printed).orElse(isAbsent() ? null : BigDecimal.ZERO);
    return new Amount(all.numerator(), all.denominator(), value, all.lines());
  }

  /** A computed rate has two decimals, all else as many as it needs. */
  private BigDecimal printed(Breakdown.Value figure) {
    return breakdown.isRate()
        ? figure.value().setScale(2, RoundingMode.UNNECESSARY)
        : plain(figure.value());
  }

  private static BigDecimal plain(BigDecimal number) {
    return Figure.plain(number).value();
  }

  private boolean isAbsent() {
    return given.isEmpty() && (!missing.isEmpty() || breakdown.isRate() || breakdown.isAsWritten());
  }

  /**
   * The figure with what each unit contributes and its records.
   *
   * @param byUnit rows of {@link Explanation#byUnit}
   * @param records rows of an {@link Explanation}
   * @param difference how the tables differ from the records; empty when they do not
   */
  Explained of(List<Row> byUnit, Iterator<Row> records, Optional<String> difference) {
    Map<String, Sides> units = new TreeMap<>();
    for (Row row : byUnit) {
      Sides one = units.computeIfAbsent(row.getAs(Columns.UNIT_ID), u -> new Sides());
      one.add(row.getAs(Explanation.SIDE), row);
    }
    List<Explained.UnitPart> parts = new ArrayList<>();
    units.forEach(
        (unit, one) ->
            parts.add(
                new Explained.UnitPart(
                    unit, area.names().get(unit), one.amount(breakdown.isRate()))));
    List<String> notes = new ArrayList<>();
    difference.ifPresent(notes::add);
    notes.addAll(
        new ExplainedNotes(declared, breakdown, area, missing, given.isPresent(), sides.lines)
            .all());
    Iterable<Row> rows = () -> records;
    Stream<Explained.Line> lines = StreamSupport.stream(rows.spliterator(), false).map(this::line);
    return new Explained(subject(), total(), notes, parts, lines.iterator());
  }

  private Explained.Subject subject() {
    return new Explained.Subject(
        question.year(),
        question.unitId(),
        area.name(),
        question.scope(),
        breakdown.form(),
        breakdown.name(),
        question.label(declared),
        question.measure(declared),
        traits());
  }

  private Set<Explained.Trait> traits() {
    Set<Explained.Trait> traits = EnumSet.noneOf(Explained.Trait.class);
    if (breakdown.isRate()) {
      traits.add(Explained.Trait.RATE);
    }
    if (breakdown.parts().stream().anyMatch(p -> !p.name().equals(breakdown.name()))) {
      traits.add(Explained.Trait.PARTS);
    }
    if (breakdown.counts(m -> m.sum() != null)) {
      traits.add(Explained.Trait.AMOUNTS);
    }
    if (breakdown.counts(m -> !m.less().isEmpty())) {
      traits.add(Explained.Trait.SIGNED);
    }
    if (breakdown.counts(m -> !m.distinct().isEmpty())) {
      traits.add(Explained.Trait.DISTINCT);
    }
    return traits;
  }

  /**
   * How the tables differ from the records, in one sentence; empty when they do not.
   *
   * @param computed the figure as the tables have it; empty when it is 0 or absent there
   */
  Optional<String> difference(Optional<Breakdown.Value> computed) {
    boolean same =
        given.isEmpty()
            ? computed.isEmpty()
            : computed.filter(c -> c.isSame(given.get())).isPresent();
    return same
        ? Optional.empty()
        : Optional.of(
            "the records give %s, but the computed figure is %s: something has changed since. Run gouji aggregate again."
                .formatted(text(given), text(computed)));
  }

  private String text(Optional<Breakdown.Value> value) {
    return value.map(this::text).orElse("0 or absent");
  }

  private String text(Breakdown.Value value) {
    String text = printed(value).toPlainString();
    return value.denominator() == null
        ? text
        : "%s (%s / %s)"
            .formatted(
                text,
                plain(value.numerator()).toPlainString(),
                plain(value.denominator()).toPlainString());
  }

  private Explained.Line line(Row row) {
    int part = row.getAs(Explanation.PART);
    List<Row> values = row.getList(row.fieldIndex(Explanation.VALUES));
    List<Row> further = row.getList(row.fieldIndex(Explanation.FURTHER));
    return new Explained.Line(
        row.getAs(Explanation.SIDE),
        breakdown.parts().get(part).name(),
        row.getAs(Columns.UNIT_ID),
        row.getAs(Columns.DATA_SET),
        row.getAs(Explanation.KEY),
        plain(row.getAs(Explanation.AMOUNT)),
        row.getAs(Columns.FILE),
        row.<Long>getAs(Columns.LINE),
        values.stream().map(v -> new Explained.Value(v.getString(0), v.getString(1))).toList(),
        further.stream()
            .map(f -> f.getAs(Columns.FILE) + ":" + f.getAs(Columns.LINE))
            .collect(Collectors.toList()));
  }
}
