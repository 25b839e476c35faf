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
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the figures of a warehouse were made of: noted when they are written, so that the next
 * computing knows what it may leave as it is.
 *
 * @param versions of all tables when they were written
 * @param window the years in which records were counted
 * @param usual the years that were reported unless named
 * @param events the first and the last of them in which a record had an event; 0 for none
 * @param years the first and the last report year that was written; 0 for none
 */
record FigureNote(
    Map<String, Long> versions,
    YearWindow window,
    YearWindow usual,
    FirstAndLast events,
    FirstAndLast years) {
  private static final String DECLARATIONS = "figures.declarations";
  private static final String WINDOW = "figures.window.";
  private static final String USUAL = "figures.usual.";
  private static final String EVENTS = "figures.events.";
  private static final String YEARS = "figures.years.";

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
                    FirstAndLast.read(n, WINDOW).window(),
                    FirstAndLast.read(n, USUAL).window(),
                    FirstAndLast.read(n, EVENTS),
                    FirstAndLast.read(n, YEARS)));
  }

  /** What is to be noted beside the versions of the tables. */
  static Map<String, Long> of(
      Declarations declared,
      YearWindow window,
      YearWindow usual,
      FirstAndLast events,
      Set<Integer> years) {
    Map<String, Long> note = new HashMap<>();
    note.put(DECLARATIONS, digest(declared));
    FirstAndLast.of(window).write(note, WINDOW);
    FirstAndLast.of(usual).write(note, USUAL);
    events.write(note, EVENTS);
    FirstAndLast.of(years).write(note, YEARS);
    return note;
  }

  /** Two years; 0 for none. */
  record FirstAndLast(int first, int last) {
    /** The bounds of some years. */
    static FirstAndLast of(Set<Integer> years) {
      IntSummaryStatistics all = years.stream().mapToInt(y -> y).summaryStatistics();
      return all.getCount() == 0
          ? new FirstAndLast(0, 0)
          : new FirstAndLast(all.getMin(), all.getMax());
    }

    private static FirstAndLast of(YearWindow window) {
      return new FirstAndLast(window.first(), window.last());
    }

    private YearWindow window() {
      return new YearWindow(first, last);
    }

    private static FirstAndLast read(Map<String, Long> note, String name) {
      return new FirstAndLast(
          note.get(name + "first").intValue(), note.get(name + "last").intValue());
    }

    private void write(Map<String, Long> note, String name) {
      note.put(name + "first", (long) first);
      note.put(name + "last", (long) last);
    }
  }

  /** Digest of what figures depend on: the program, and the declarations but for the rules. */
  private static long digest(Declarations declared) {
    return digest(declared, "");
  }

  /** The same with more that something depends on. */
  static long digest(Declarations declared, String more) {
    String text =
        String.join(
            "\n",
            String.valueOf(FigureNote.class.getPackage().getImplementationVersion()),
            declared.dataSets().toString(),
            declared.forms().toString(),
            declared.indicators().toString(),
            declared.facts().toString(),
            more);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
