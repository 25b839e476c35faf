package gouji.testkit.golden;

import gouji.testkit.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All files of an output folder as texts, by the name under which they are kept. */
public record Outputs(SortedMap<String, String> texts) {
  private static final String ORIGIN = "数据来源";

  /** Holds digests of documents, which tell of their run: differs each time. */
  private static final String MANIFEST = "manifest.json";

  /**
   * The outputs in a folder; what documents say of their origin differs each time and is left out.
   */
  public static Outputs of(Path folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path file : Folders.files(folder)) {
      String name = file.toString().replace('\\', '/');
      if (name.equals(MANIFEST)) {
        continue;
      }
      Path path = folder.resolve(file);
      if (name.equals("cells.csv")) {
        texts.put("cells.txt", FoldedCells.fold(read(path)));
      } else if (name.endsWith(".xlsx")) {
        texts.put(name + ".txt", WorkbookText.of(path, ORIGIN));
      } else {
        texts.put(name, name.endsWith(".html") ? withoutOrigin(read(path)) : read(path));
      }
    }
    return new Outputs(texts);
  }

  /** How the outputs differ from earlier ones: lines gone ({@code -}) and come ({@code +}). */
  public Outputs since(Outputs earlier) {
    SortedMap<String, String> changes = new TreeMap<>();
    earlier.texts.keySet().forEach(n -> changes.put(n + ".diff", ""));
    texts.keySet().forEach(n -> changes.put(n + ".diff", ""));
    changes.replaceAll(
        (name, none) -> {
          String file = name.substring(0, name.length() - ".diff".length());
          return changes(earlier.texts.getOrDefault(file, ""), texts.getOrDefault(file, ""));
        });
    changes.values().removeIf(String::isEmpty);
    return new Outputs(changes);
  }

  private static String changes(String before, String after) {
    Map<String, Long> old = counted(before);
    Map<String, Long> now = counted(after);
    StringBuilder text = new StringBuilder();
    old.forEach((line, n) -> add(text, "-", line, n - now.getOrDefault(line, 0L)));
    now.forEach((line, n) -> add(text, "+", line, n - old.getOrDefault(line, 0L)));
    return text.toString();
  }

  private static void add(StringBuilder text, String sign, String line, long more) {
    for (long i = 0; i < more; i++) {
      text.append(sign).append(line).append('\n');
    }
  }

  private static Map<String, Long> counted(String text) {
    return text.lines()
        .collect(Collectors.groupingBy(l -> l, LinkedHashMap::new, Collectors.counting()));
  }

  private static String withoutOrigin(String html) {
    int from = html.indexOf("<h3>" + ORIGIN);
    int to = html.indexOf("</section>", from);
    return html.substring(0, from) + html.substring(to);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
