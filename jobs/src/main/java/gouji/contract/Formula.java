package gouji.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * An assertion as written: two linear sides and a comparison.
 *
 * @param left the left side
 * @param comparison what must hold
 * @param right the right side
 */
public record Formula(List<Term> left, Comparison comparison, List<Term> right) {

  /**
   * A summand.
   *
   * @param factor what the figure is multiplied by; the number itself when there is no figure
   * @param figure null for a plain number
   */
  record Term(BigDecimal factor, Name figure) {}

  /**
   * A figure as written. Row and column may be {@code $row}, {@code $col} and, within a sum, {@code
   * *}.
   *
   * @param source whose figure; null for that under check
   * @param area which area
   * @param table null for an indicator or {@code $cell}
   * @param row null for an indicator or {@code $cell}
   * @param column column of the table, or the indicator's code, or {@code $cell}
   * @param lastYear whether it is last year's
   * @param at where it is written in the text, from 0
   */
  record Name(
      Rule.Source source,
      Area area,
      String table,
      String row,
      String column,
      boolean lastYear,
      int at) {
    /** The variable that ranges over whole cells. */
    static final String CELL = "$cell";

    /** What it is written of. */
    List<String> parts() {
      return table == null ? List.of(column) : List.of(table, row, column);
    }

    boolean isCellVariable() {
      return table == null && column.equals(CELL);
    }

    boolean isIndicator() {
      return table == null && !column.equals(CELL);
    }
  }

  /** Whose figure a name means. */
  public enum Area {
    /** That of the scope under check. */
    CHECKED,
    /** The unit's own. */
    OWN,
    /** The unit's whole area. */
    CONSOLIDATED,
    /** The sum of its children's areas. */
    CHILDREN
  }

  /** The comparisons. */
  public enum Comparison implements Serializable {
    /** Both sides are equal. */
    EQUAL("=", "≠"),
    /** The left side is at most the right one. */
    AT_MOST("<=", ">"),
    /** The left side is at least the right one. */
    AT_LEAST(">=", "<"),
    /** The sides differ. */
    DIFFERENT("!=", "="),
    /** The left side is less. */
    LESS("<", "≥"),
    /** The left side is greater. */
    GREATER(">", "≤");

    private final String sign;
    private final String broken;

    Comparison(String sign, String broken) {
      this.sign = sign;
      this.broken = broken;
    }

    /** How it is written in a formula. */
    public String sign() {
      return sign;
    }

    /** The sign between the sides of a finding, where it does not hold. */
    public String broken() {
      return broken;
    }

    /** Whether it holds. */
    public boolean holds(BigDecimal left, BigDecimal right) {
      return holds(left.compareTo(right));
    }

    /** Whether it holds between numbers of which the left one is less (below 0), equal or more. */
    public boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case AT_MOST -> order <= 0;
        case AT_LEAST -> order >= 0;
        case LESS -> order < 0;
        case GREATER -> order > 0;
        case DIFFERENT -> order != 0;
      };
    }
  }
}
