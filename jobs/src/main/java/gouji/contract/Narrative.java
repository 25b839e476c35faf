package gouji.contract;

import java.io.Serializable;
import java.util.List;

/**
 * How sentences of published reports state figures.
 *
 * @param id the id
 * @param title Chinese name
 * @param patterns literal text with slots for numbers, one for each way of saying it
 * @param needs words of which the sentence has at least one; empty where it needs none
 * @param unless words that make the sentence one about something else
 * @param states what the sentence states
 * @param rule id of the rule that holds the statement against the tables; null for {@code
 *     text.cell}
 */
public record Narrative(
    @Required String id,
    @Required String title,
    @Required List<String> patterns,
    List<String> needs,
    List<String> unless,
    @Required List<State> states,
    String rule)
    implements Serializable {

  /** Copies the lists. */
  public Narrative {
    patterns = Lists.copy(patterns);
    needs = Lists.copy(needs);
    unless = Lists.copy(unless);
    states = Lists.copy(states);
  }

  /**
   * A figure that a sentence states.
   *
   * @param slot the slot that holds the number; null where the sentence has none
   * @param value the number where there is no slot; null with one
   * @param figures the cell or indicator; of several the number is the sum
   */
  public record State(String slot, String value, @Required List<String> figures)
      implements Serializable {
    /** Exactly one of slot and value. */
    public State {
      figures = Lists.copy(figures);
      if ((slot == null) == (value == null)) {
        throw new IllegalArgumentException("a state has either a slot or a value");
      }
    }
  }
}
