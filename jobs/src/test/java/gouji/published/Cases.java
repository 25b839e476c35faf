package gouji.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A report with the cells that somebody read by hand.
 *
 * @param name the name of its files
 * @param text the file
 * @param expected the cells by their addresses
 * @param open addresses of which nothing can be said; {@code *} stands for any row or column
 */
record Cases(String name, Path text, Map<String, Expected> expected, List<String> open) {

  /** What stands in a cell. */
  record Expected(String state, String value, String raw) {}

  /** The cases of a folder; none where the folder is absent. */
  static List<Cases> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".expected.csv"))
          .sorted()
          .map(Cases::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cases of(Path csv) {
    String file = csv.getFileName().toString();
    String name = file.substring(0, file.length() - ".expected.csv".length());
    Map<String, Expected> expected = new LinkedHashMap<>();
    List<String> open = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(csv)) {
        if (line.startsWith("# ambiguous: ")) {
          open.add(line.substring("# ambiguous: ".length()));
        } else if (!line.startsWith("#") && !line.startsWith("cell,")) {
          String[] parts = line.split(",", 4);
          expected.put(
              parts[0], new Expected(parts[1], parts[2], parts[3].replaceAll("^\"|\"$", "")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Cases(name, csv.resolveSibling(name + ".txt"), expected, open);
  }
}
