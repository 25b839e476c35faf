package gouji.export;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of a CSV file as RFC 4180 writes them. */
public final class CsvLine {
  private CsvLine() {}

  /** The cells joined by commas, quoted where needed, without a line end; null is empty. */
  public static String of(List<String> cells) {
    return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    if (cell == null) {
      return "";
    }
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
