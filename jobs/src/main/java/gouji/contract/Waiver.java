package gouji.contract;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/**
 * A finding that was accepted. It ends by itself when a value changes or its day has passed.
 *
 * @param rule id of the rule
 * @param unit the unit
 * @param year report year
 * @param cells the figures that took part and their values, as the finding's operands tell them
 * @param reason why it is accepted
 * @param who who accepted it
 * @param until last day on which it holds, {@code yyyy-MM-dd}
 */
public record Waiver(
    @Required String rule,
    @Required String unit,
    @Required int year,
    @Required Map<String, String> cells,
    @Required String reason,
    @Required String who,
    @Required String until)
    implements Serializable {

  /** Copies the map; the day must be one. */
  public Waiver {
    cells = Lists.sorted(cells);
    if (until != null) {
      try {
        LocalDate.parse(until);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "until is %s; write a day as yyyy-MM-dd".formatted(until), e);
      }
    }
  }

  /** Whether its day has passed. */
  public boolean isOver(LocalDate today) {
    return today.isAfter(LocalDate.parse(until));
  }
}
