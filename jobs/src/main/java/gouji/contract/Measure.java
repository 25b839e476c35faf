package gouji.contract;

import java.io.Serializable;
import java.util.List;

/**
 * How a number is counted from records of one data set.
 *
 * @param dataset the data set
 * @param count what is counted; null when {@code sum} is said
 * @param sum the number column that is added up; null when {@code count} is said
 * @param distinct columns whose distinct combinations are counted, when count is {@code DISTINCT}
 * @param overArea whether a distinct value that occurs in two units of an area counts once there
 * @param per 1 by default; a sum is divided by it (10000 makes 万元 of 元)
 * @param any alternatives: a record counts when all conditions of one of them hold
 * @param less records that count against the number: subtracted when one alternative holds; empty
 *     when nothing is subtracted
 */
public record Measure(
    @Required String dataset,
    Count count,
    String sum,
    List<String> distinct,
    boolean overArea,
    int per,
    @Required List<List<Condition>> any,
    List<List<Condition>> less)
    implements Serializable {

  /** Copies the lists and refuses what cannot be counted. */
  public Measure {
    distinct = Lists.copy(distinct);
    any = any == null ? List.of() : any.stream().map(List::copyOf).toList();
    less = less == null ? List.of() : less.stream().map(List::copyOf).toList();
    per = per == 0 ? 1 : per;
    if ((count == null) == (sum == null)) {
      throw new IllegalArgumentException("a measure says either count or sum");
    }
    if ((count == Count.DISTINCT) == distinct.isEmpty()) {
      throw new IllegalArgumentException("distinct names columns exactly when count is distinct");
    }
    if (overArea && count != Count.DISTINCT) {
      throw new IllegalArgumentException("overArea goes with count distinct only");
    }
    if (per < 1 || (per > 1 && sum == null)) {
      throw new IllegalArgumentException("per goes with sum only and must be above 0");
    }
    if (any.isEmpty()) {
      throw new IllegalArgumentException("a measure needs at least one alternative in any");
    }
  }

  /** What is counted. */
  public enum Count {
    /** Records. */
    RECORDS,
    /** Distinct combinations of columns. */
    DISTINCT
  }

  /** This measure with further conditions that every alternative must hold. */
  public Measure where(List<Condition> further) {
    return further.isEmpty()
        ? this
        : new Measure(
            dataset, count, sum, distinct, overArea, per, all(any, further), all(less, further));
  }

  private static List<List<Condition>> all(List<List<Condition>> any, List<Condition> further) {
    return any.stream()
        .map(a -> java.util.stream.Stream.concat(a.stream(), further.stream()).toList())
        .toList();
  }
}
