package gouji.testkit.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An input folder that is being filled; the end of a file's name tells its format. */
record SampleFolder(Path root) {

  /** Writes rows as one file; the first folder of its path is the data set. */
  void write(String path, Layout layout, List<Filing> rows) {
    String dataSet = path.substring(0, path.indexOf('/'));
    if (path.endsWith(".xlsx")) {
      write(path, Workbooks.bytes(dataSet, layout, rows));
      return;
    }
    String text = path.contains(".jsonl") ? JsonText.of(layout, rows) : csv(dataSet, layout, rows);
    byte[] bytes = ((layout.marked() ? "\uFEFF" : "") + text).getBytes(layout.charset());
    write(path, path.endsWith(".gz") ? StoredGzip.of(bytes) : bytes);
  }

  /** Writes a text as it stands, in UTF-8. */
  void write(String path, String text) {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes as they are. */
  void write(String path, byte[] bytes) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
  }

  private static String csv(String dataSet, Layout layout, List<Filing> rows) {
    List<String> columns = Columns.used(dataSet, rows);
    String end = layout.marked() ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder();
    List<String> header = columns.stream().map(c -> layout.heading(dataSet, c)).toList();
    text.append(String.join(",", header)).append(end);
    for (Filing row : rows) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        cells.add(quoted(layout.spelling().text(layout.value(row, column))));
      }
      text.append(String.join(",", cells)).append(end);
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
