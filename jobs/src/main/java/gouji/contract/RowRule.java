package gouji.contract;

import java.io.Serializable;
import java.util.List;

/**
 * A rule over the values of one row, looked at only where its columns are sound.
 *
 * @param check what is checked
 * @param fields the columns, in the order that the check gives them a meaning
 * @param where conditions under which the rule applies; empty for always
 */
public record RowRule(@Required Check check, @Required List<String> fields, List<Condition> where)
    implements Serializable {

  /** Copies the lists. */
  public RowRule {
    fields = Lists.copy(fields);
    where = Lists.copy(where);
  }

  /** The checks, with the reject reason each gives. */
  public enum Check {
    /** The second day is not before the first: {@code dates_out_of_order} at the second. */
    ORDER,
    /** Both are there or none: {@code incomplete_pair} at the missing one. */
    TOGETHER,
    /** There is a value: {@code missing_value} at the column. */
    REQUIRED,
    /** There is no value: {@code incomplete_pair} at the column. */
    FORBIDDEN
  }
}
