package gouji.report;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A figure with the records behind it.
 *
 * @param subject which figure it is
 * @param total what the records give
 * @param notes what else is to be told, one sentence each
 * @param units the units that contribute, each with its own part
 * @param lines the records, to be read once
 */
public record Explained(
    Subject subject, Amount total, List<String> notes, List<UnitPart> units, Iterator<Line> lines) {

  /** Copies the lists. */
  public Explained {
    notes = List.copyOf(notes);
    units = List.copyOf(units);
  }

  /**
   * Which figure it is.
   *
   * @param scope {@code own} or {@code consolidated}
   * @param form id of the form; null for an indicator
   * @param name address of the cell or code of the indicator
   * @param label its Chinese label
   * @param measure unit of the number, such as 件; null for none
   * @param traits what kind of records it has
   */
  public record Subject(
      int year,
      String unitId,
      String unitName,
      String scope,
      String form,
      String name,
      String label,
      String measure,
      Set<Trait> traits) {

    /** Copies the set. */
    public Subject {
      traits = Set.copyOf(traits);
    }

    /** Whether the figure is of that kind. */
    public boolean is(Trait trait) {
      return traits.contains(trait);
    }
  }

  /** What kind of records a figure has. */
  public enum Trait {
    /** They stand on two sides. */
    RATE,
    /** They count for several cells or indicators that the figure is made of. */
    PARTS,
    /** They have amounts. */
    AMOUNTS,
    /** Some count against the figure. */
    SIGNED,
    /** Several rows may tell one thing. */
    DISTINCT
  }

  /**
   * A number; as many decimals as are to be printed.
   *
   * @param numerator above the line; null but for rates
   * @param denominator below the line; null but for rates
   * @param value the number itself; null when it is absent
   * @param lines how many lines tell its records
   */
  public record Amount(
      BigDecimal numerator, BigDecimal denominator, BigDecimal value, long lines) {}

  /** What one unit contributes. */
  public record UnitPart(String unitId, String name, Amount part) {}

  /**
   * Something that counts.
   *
   * @param side {@code numerator} or {@code denominator}; null for none
   * @param name the cell or indicator that it counts for
   * @param key key of the record within its unit
   * @param amount 1, −1 or the amount in the unit of the figure
   * @param line line of the file on which the record starts
   * @param values values of the columns that decided
   * @param further file and line of further rows about the same thing
   */
  public record Line(
      String side,
      String name,
      String unitId,
      String dataSet,
      String key,
      BigDecimal amount,
      String file,
      long line,
      List<Value> values,
      List<String> further) {

    /** Copies the lists. */
    public Line {
      values = List.copyOf(values);
      further = List.copyOf(further);
    }
  }

  /**
   * The value of a column.
   *
   * @param text null when the cell is empty
   */
  public record Value(String column, String text) {
    /** The two as {@code column=value}. */
    @Override
    public String toString() {
      return column + "=" + (text == null ? "" : text);
    }
  }
}
