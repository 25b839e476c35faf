package gouji.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs several command lines in one process, so that the launcher's class-data archive learns the
 * classes of all of them. No user starts it.
 */
final class Training {
  /** The word between two command lines. */
  private static final String THEN = "then";

  private Training() {}

  /** Runs the command lines; ends the process with the greatest of their exit statuses. */
  public static void main(String[] arguments) {
    int worst = 0;
    for (List<String> line : lines(Arrays.asList(arguments))) {
      worst = Math.max(worst, Gouji.run(line.toArray(String[]::new)));
    }
    Gouji.end(worst);
  }

  private static List<List<String>> lines(List<String> words) {
    List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    for (String word : words) {
      if (word.equals(THEN)) {
        lines.add(new ArrayList<>());
      } else {
        lines.get(lines.size() - 1).add(word);
      }
    }
    return lines;
  }
}
