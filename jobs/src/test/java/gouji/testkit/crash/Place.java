package gouji.testkit.crash;

import gouji.contract.OwnTable;
import gouji.testkit.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with a warehouse and the outputs of a command over it.
 *
 * @param folder holds {@code warehouse}, with its secret beside it, and {@code out}
 */
record Place(Path folder) {
  private static final List<OwnTable> FIGURES =
      List.of(OwnTable.UNITS_BY_YEAR, OwnTable.COVERAGE, OwnTable.CELLS, OwnTable.INDICATORS);

  Path warehouse() {
    return folder.resolve("warehouse");
  }

  Path out() {
    return folder.resolve("out");
  }

  /** A copy in another folder, without outputs. */
  Place copy(Path into) throws IOException {
    Place copy = new Place(into);
    Files.createDirectories(into);
    if (Files.exists(warehouse())) {
      Folders.copy(warehouse(), copy.warehouse());
    }
    Folders.copy(Path.of(warehouse() + ".secret"), Path.of(copy.warehouse() + ".secret"));
    return copy;
  }

  /** How often each table was committed. */
  Map<String, Long> commits() {
    Map<String, Long> commits = new TreeMap<>();
    for (Path table : list(warehouse())) {
      long count =
          list(table.resolve("_delta_log")).stream()
              .filter(f -> f.getFileName().toString().matches("[0-9]{20}[.]json"))
              .count();
      if (count > 0) {
        commits.put(table.getFileName().toString(), count);
      }
    }
    return commits;
  }

  /** How far a command is that began when the tables had been committed so often. */
  Moment reached(Map<String, Long> before) {
    Map<String, Long> now = commits();
    now.keySet().removeIf(t -> now.get(t).equals(before.get(t)));
    if (has(now, List.of(OwnTable.RUNS))) {
      return Moment.END;
    }
    if (!list(out()).isEmpty()) {
      return Moment.EXPORT;
    }
    if (has(now, List.of(OwnTable.FINDINGS, OwnTable.VERDICTS))) {
      return Moment.RECONCILE;
    }
    if (has(now, FIGURES)) {
      return Moment.AGGREGATE;
    }
    if (has(now, List.of(OwnTable.FILES))) {
      return Moment.TAKEN_IN;
    }
    return now.isEmpty() ? Moment.BEGINNING : Moment.INGEST;
  }

  private static boolean has(Map<String, Long> committed, List<OwnTable> tables) {
    return tables.stream().anyMatch(t -> committed.containsKey(t.tableName()));
  }

  /** The text of every output, by its name. */
  Map<String, String> outputs() {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : list(out())) {
      if (file.toString().endsWith(".csv")) {
        try {
          texts.put(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return texts;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
