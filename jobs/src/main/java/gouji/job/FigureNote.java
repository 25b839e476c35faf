package gouji.job;

import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.measure.YearWindow;
import gouji.store.Tables;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the figures of a warehouse were made of: noted when they are written, so that the next
 * computing knows what it may leave as it is.
 *
 * @param versions of all tables when they were written
 * @param window the years in which records were counted
 * @param from first report year that was written, 0 when there was none
 * @param to last such year
 */
record FigureNote(Map<String, Long> versions, YearWindow window, int from, int to) {
  private static final String DECLARATIONS = "figures.declarations";
  private static final String FIRST = "figures.window.first";
  private static final String LAST = "figures.window.last";
  private static final String FROM = "figures.from";
  private static final String TO = "figures.to";

  /** The tables that have to be as they were for the note to hold. */
  private static final List<OwnTable> MADE =
      List.of(OwnTable.CONTRIBUTIONS, OwnTable.CELLS, OwnTable.INDICATORS, OwnTable.UNITS_BY_YEAR);

  /**
   * The note that the figures carry; empty when there are none, when the declarations were others
   * then, or when one of the tables was changed since.
   */
  static Optional<FigureNote> find(Tables tables, Declarations declared) {
    return tables
        .findNote(OwnTable.COVERAGE)
        .filter(n -> Long.valueOf(digest(declared)).equals(n.get(DECLARATIONS)))
        .filter(
            n ->
                MADE.stream()
                    .map(OwnTable::tableName)
                    .allMatch(t -> n.containsKey(t) && !tables.isChanged(t, n.get(t))))
        .map(
            n ->
                new FigureNote(
                    Map.copyOf(n),
                    new YearWindow(n.get(FIRST).intValue(), n.get(LAST).intValue()),
                    n.get(FROM).intValue(),
                    n.get(TO).intValue()));
  }

  /** What is to be noted beside the versions of the tables. */
  static Map<String, Long> of(Declarations declared, YearWindow window, Set<Integer> years) {
    Map<String, Long> note = new TreeMap<>();
    note.put(DECLARATIONS, digest(declared));
    note.put(FIRST, (long) window.first());
    note.put(LAST, (long) window.last());
    note.put(FROM, (long) years.stream().mapToInt(y -> y).min().orElse(0));
    note.put(TO, (long) years.stream().mapToInt(y -> y).max().orElse(0));
    return new HashMap<>(note);
  }

  /** Whether exactly these years were written. */
  boolean isOf(Set<Integer> years) {
    return from == years.stream().mapToInt(y -> y).min().orElse(0)
        && to == years.stream().mapToInt(y -> y).max().orElse(0);
  }

  /** Digest of what figures depend on: the program, and the declarations but for the rules. */
  private static long digest(Declarations declared) {
    String text =
        String.join(
            "\n",
            String.valueOf(FigureNote.class.getPackage().getImplementationVersion()),
            declared.dataSets().toString(),
            declared.forms().toString(),
            declared.indicators().toString(),
            declared.facts().toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
