package gouji.testkit;

import gouji.cli.Gouji;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs command lines in one process, each at a given hour: what documents say of the run that made
 * them is the same in every such process then. Called by scripts/check-spark35.
 */
public final class FixedHours {
  /** The word between two command lines. */
  private static final String THEN = "then";

  private FixedHours() {}

  /**
   * Runs the command lines until one ends with a status above 1; ends the process with the
   * greatest.
   *
   * @param arguments the hour of the first one, such as {@code 2024-01-31T08:00:00Z}, and the
   *     command lines, each an hour after the one before, with {@code then} between them
   */
  public static void main(String[] arguments) {
    Instant hour = Instant.parse(arguments[0]);
    List<String> words = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
    words.add(THEN);
    List<String> line = new ArrayList<>();
    int worst = 0;
    for (String word : words) {
      if (!word.equals(THEN)) {
        line.add(word);
      } else if (worst <= 1) {
        Clock clock = Clock.fixed(hour, ZoneOffset.UTC);
        worst = Math.max(worst, Gouji.run(clock, line.toArray(String[]::new)));
        hour = hour.plus(Duration.ofHours(1));
        line.clear();
      }
    }
    System.exit(worst);
  }
}
