package gouji.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A column of a data set.
 *
 * @param name English name, also the column of the Delta table
 * @param title Chinese name; a header may say it
 * @param description meaning, unit, what missing means
 * @param type the type of its values
 * @param labels further headers that name this column, with a factor where the unit differs
 * @param decimals most decimals that a {@code number} may have, after the label's factor; 0 by
 *     default
 * @param constraints required, smallest and greatest value
 * @param categories the code list, empty when any value goes
 * @param codes a code list declared elsewhere: {@code facts}, {@code forms} or {@code cells}, or
 *     null
 * @param several whether one value may list several codes, separated by {@code 、 ， , ;}
 * @param lenient whether a value that is not in the code list or out of range is kept raw and read
 *     as missing (no figure uses the column)
 * @param personal whether the value is personal unless {@code party_kind} is {@code organization}
 * @param openEnd whether 9999-12-31 is read as empty
 * @param defaults values for a missing cell, the first whose conditions hold; tried in the order of
 *     the fields, over values already filled in
 */
public record Field(
    @Required String name,
    @Required String title,
    @Required String description,
    @Required FieldType type,
    List<Label> labels,
    int decimals,
    Constraints constraints,
    List<Category> categories,
    CodeList codes,
    boolean several,
    boolean lenient,
    boolean personal,
    boolean openEnd,
    List<Default> defaults)
    implements Serializable {

  /** Copies the lists; absent constraints are none. */
  public Field {
    labels = Lists.copy(labels);
    categories = Lists.copy(categories);
    defaults = Lists.copy(defaults);
    constraints = constraints == null ? new Constraints(false, null, null) : constraints;
  }

  /** Whether a row needs a value here. */
  public boolean required() {
    return constraints.required();
  }

  /** A header that names the column; numbers below it are multiplied by the factor. */
  public record Label(@Required String label, BigDecimal factor) implements Serializable {
    /** A missing factor is 1. */
    public Label {
      factor = factor == null ? BigDecimal.ONE : factor;
    }
  }

  /** Bounds of the values, both included; null is no bound. */
  public record Constraints(boolean required, BigDecimal minimum, BigDecimal maximum)
      implements Serializable {}

  /** A code with its Chinese labels, the official one first. */
  public record Category(@Required String value, @Required List<String> labels)
      implements Serializable {
    /** Copies the labels. */
    public Category {
      labels = Lists.copy(labels);
    }
  }

  /** Where a code list that is not written at the field comes from. */
  public enum CodeList {
    /** The codes of the declared facts. */
    FACTS,
    /** The ids of the declared forms. */
    FORMS,
    /** The cells of the row's form and the codes of the indicators. */
    CELLS
  }

  /**
   * A value for a missing cell.
   *
   * @param value the value as text in the field's own spelling, or null
   * @param from the column whose value is taken, or null
   * @param where conditions that all hold
   */
  public record Default(String value, String from, List<Condition> where) implements Serializable {
    /** Exactly one of value and from. */
    public Default {
      where = Lists.copy(where);
      if ((value == null) == (from == null)) {
        throw new IllegalArgumentException("a default has either a value or a column (from)");
      }
    }
  }
}
