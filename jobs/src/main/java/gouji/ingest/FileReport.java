package gouji.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the reading of one file, or of a piece of it, came to; which of its rows were kept, the
 * {@link MergeReport} says.
 *
 * @param file path relative to the input folder
 * @param from the byte with which the piece begins
 * @param rowsRead rows read; null when the file was rejected as a whole
 * @param unknown names of columns that the data set does not have
 * @param kept by column, how many unknown values were kept as written
 * @param notes what else is to be told of the file
 * @param left rows of the piece that were read but not given, counted from 0
 */
public record FileReport(
    String file,
    long from,
    Long rowsRead,
    Set<String> unknown,
    Map<String, Long> kept,
    List<String> notes,
    BitSet left)
    implements Serializable {

  private static final BitSet NONE = new BitSet();

  /** Copies the collections. */
  public FileReport {
    unknown = new TreeSet<>(unknown);
    kept = new TreeMap<>(kept);
    notes = List.copyOf(notes);
    left = (BitSet) left.clone();
  }

  /**
   * The reports of whole files, by file, from those of their pieces; one that comes twice counts
   * once.
   */
  public static Map<String, FileReport> together(List<FileReport> reports) {
    Map<String, Map<Long, FileReport>> pieces = new TreeMap<>();
    reports.forEach(r -> pieces.computeIfAbsent(r.file, f -> new TreeMap<>()).put(r.from, r));
    Map<String, FileReport> files = new TreeMap<>();
    pieces.forEach(
        (file, all) ->
            files.put(file, all.values().stream().reduce(FileReport::and).orElseThrow()));
    return files;
  }

  /** What is left to read of these files, as the reports of their pieces say. */
  static List<FileTask> left(List<FileTask> tasks, List<FileReport> reports) {
    Map<String, Map<Long, BitSet>> left = new HashMap<>();
    reports.forEach(r -> left.computeIfAbsent(r.file, f -> new HashMap<>()).put(r.from, r.left));
    return tasks.stream()
        .map(t -> t.left(left.get(t.file()).get(t.piece().from())))
        .filter(Objects::nonNull)
        .toList();
  }

  private FileReport and(FileReport next) {
    Set<String> names = new TreeSet<>(unknown);
    names.addAll(next.unknown);
    Map<String, Long> values = new TreeMap<>(kept);
    next.kept.forEach((column, count) -> values.merge(column, count, Long::sum));
    boolean isRead = rowsRead != null && next.rowsRead != null;
    return new FileReport(
        file, from, isRead ? rowsRead + next.rowsRead : null, names, values, notes, NONE);
  }

  /** All that is to be told of the file, a sentence each. */
  public List<String> told() {
    List<String> told = new ArrayList<>(notes);
    if (!unknown.isEmpty()) {
      told.add("columns that are not known here are left out: " + String.join(", ", unknown));
    }
    kept.forEach(
        (column, count) ->
            told.add(
                "%d unknown values of %s are kept as written and read as missing"
                    .formatted(count, column)));
    return told;
  }
}
