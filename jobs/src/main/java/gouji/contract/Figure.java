package gouji.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * What is known of a cell of a form, or of an indicator.
 *
 * @param table table of the form; null for an indicator
 * @param label Chinese label
 * @param unit unit of its numbers; null for plain counts
 * @param signed whether it may be below 0
 * @param parts the cells that it adds up, across or down; empty for none
 * @param operands data sets and facts that it is counted from
 * @param comparableWith other forms in which it means the same
 */
public record Figure(
    String table,
    String label,
    String unit,
    boolean signed,
    List<String> parts,
    Set<String> operands,
    List<String> comparableWith)
    implements Serializable {
  private static final Set<String> MEASURED = Set.of("万元", "元", "%");

  /** Whether it is a rate in percent. */
  public boolean isRate() {
    return "%".equals(unit);
  }

  /** Whether it is an amount or a rate, which is rounded, and no count. */
  public boolean isMeasured() {
    return unit != null && MEASURED.contains(unit);
  }
}
