package gouji.published;

import java.math.BigDecimal;
import java.util.List;

/**
 * A whole that a sentence names, with the parts that it lists.
 *
 * @param whole the whole
 * @param parts its parts
 * @param sentence the sentence; numbers that may be of people are masked
 * @param line the line where it stands
 */
public record ListedParts(BigDecimal whole, List<BigDecimal> parts, String sentence, int line) {
  /** Copies the list. */
  public ListedParts {
    parts = List.copyOf(parts);
  }
}
