package gouji.check;

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
record Formula(List<Term> left, Comparison comparison, List<Term> right) {

  /**
   * A summand.
   *
   * @param factor what the cell is multiplied by; the number itself when there is no cell
   * @param cell null for a plain number
   */
  record Term(BigDecimal factor, CellName cell) {}

  /**
   * A cell as written; row and column may be {@code $row} and {@code $col}.
   *
   * @param offset 0 for the year under check, −1 for the year before
   */
  record CellName(String table, String row, String column, int offset) {}

  /** The comparisons. */
  enum Comparison implements Serializable {
    /** Both sides are equal. */
    EQUAL("=", "≠"),
    /** The left side is at most the right one. */
    AT_MOST("<=", ">"),
    /** The left side is at least the right one. */
    AT_LEAST(">=", "<"),
    /** The left side is less. */
    LESS("<", "≥"),
    /** The left side is greater. */
    GREATER(">", "≤"),
    /** The sides differ. */
    DIFFERENT("!=", "=");

    private final String sign;
    private final String broken;

    Comparison(String sign, String broken) {
      this.sign = sign;
      this.broken = broken;
    }

    /** How it is written in a formula. */
    String sign() {
      return sign;
    }

    /** The sign between the sides of a finding, where it does not hold. */
    String broken() {
      return broken;
    }

    /** Whether it holds. */
    boolean holds(BigDecimal left, BigDecimal right) {
      int order = left.compareTo(right);
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
