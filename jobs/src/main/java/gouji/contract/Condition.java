package gouji.contract;

import java.io.Serializable;
import java.util.List;

/**
 * One comparison over a column of a record; one of a closed list.
 *
 * @param field the column
 * @param is a comparison without operand, or null
 * @param in values of which one must be there (as text), empty when not used
 * @param notIn values of which none may be there; a missing value passes
 * @param notAfter a column of the same record: true when both are there and this one is not later;
 *     null when not used
 */
public record Condition(
    @Required String field, Is is, List<String> in, List<String> notIn, String notAfter)
    implements Serializable {

  /** Copies the lists; exactly one comparison. */
  public Condition {
    in = Lists.copy(in);
    notIn = Lists.copy(notIn);
    int said =
        (is == null ? 0 : 1)
            + (in.isEmpty() ? 0 : 1)
            + (notIn.isEmpty() ? 0 : 1)
            + (notAfter == null ? 0 : 1);
    if (said != 1) {
      throw new IllegalArgumentException("a condition says exactly one of is, in, notIn, notAfter");
    }
  }

  /** Comparisons without operand. Y is the report year; a missing date is in no year. */
  public enum Is {
    /** There is a value. */
    PRESENT,
    /** There is none. */
    MISSING,
    /** The day or year lies in Y. */
    IN_YEAR,
    /** On or before 31 December of Y. */
    BY_END,
    /** Missing, or after 31 December of Y. */
    NOT_BY_END,
    /** Before 1 January of Y. */
    BEFORE_YEAR,
    /** Missing, or on or after 1 January of Y. */
    NOT_BEFORE_YEAR
  }
}
