package gouji.published;

import gouji.contract.Written;
import java.util.List;

/**
 * A number that the text of a report states.
 *
 * @param narrative id of what told it
 * @param rule id of the rule that holds it against the tables
 * @param figures addresses of cells, or the code of an indicator; of several it is the sum
 * @param written the number
 * @param sentence the sentence; numbers that may be of people are masked
 * @param line the line where it stands
 */
public record Statement(
    String narrative,
    String rule,
    List<String> figures,
    Written written,
    String sentence,
    int line) {
  /** Copies the list. */
  public Statement {
    figures = List.copyOf(figures);
  }
}
