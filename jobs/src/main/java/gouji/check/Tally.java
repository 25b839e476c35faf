package gouji.check;

import gouji.contract.Columns;
import gouji.contract.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Row;

/** How many verdicts there were, by year, rule, source and verdict; and under which roots. */
final class Tally {
  /** Stands in the place of a verdict where some unit under a root filed. */
  static final String FILED = "filed";

  private record Key(Integer year, String rule, String source, String root) {}

  /** How many verdicts of each kind. */
  private static final class Counts {
    private long passed;
    private long failed;
    private long unknown;
    private long notApplicable;

    void add(Verdict.State state, long number) {
      switch (state) {
        case PASS -> passed += number;
        case FAIL -> failed += number;
        case UNKNOWN -> unknown += number;
        case NOT_APPLICABLE -> notApplicable += number;
      }
    }

    /** Gives those that there were. */
    void each(BiConsumer<Verdict.State, Long> taker) {
      for (Verdict.State state : Verdict.State.values()) {
        long number =
            switch (state) {
              case PASS -> passed;
              case FAIL -> failed;
              case UNKNOWN -> unknown;
              case NOT_APPLICABLE -> notApplicable;
            };
        if (number > 0) {
          taker.accept(state, number);
        }
      }
    }
  }

  private record Filed(int year, String root) {}

  private final Map<Key, Counts> counts = new HashMap<>();
  private final Set<Filed> filed = new HashSet<>();

  /** Counts verdicts of one vector. */
  void add(int year, List<Verdict> verdicts) {
    Verdict first = null;
    Counts counts = null;
    // Verdicts of one rule stand next to each other.
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (first == null || !isLike(verdict, first)) {
        first = verdict;
        counts = counts(new Key(year, verdict.rule().id(), verdict.source(), null));
      }
      counts.add(verdict.state(), 1);
    }
  }

  private static boolean isLike(Verdict one, Verdict other) {
    return one.rule().id().equals(other.rule().id()) && one.source().equals(other.source());
  }

  /** Counts one verdict on no figures; year null for what has none. */
  void add(Integer year, Rule rule, Verdict.State state) {
    add(new Key(year, rule.id(), null, null), state);
  }

  /** Counts one verdict on a report. */
  void add(int year, Rule rule, String source, Verdict.State state) {
    add(new Key(year, rule.id(), source, null), state);
  }

  /** Counts so many verdicts on a report. */
  void add(int year, Rule rule, String source, Verdict.State state, long number) {
    if (number > 0) {
      counts(new Key(year, rule.id(), source, null)).add(state, number);
    }
  }

  /** Counts one verdict on whether a report is there, to be kept if the root has any. */
  void addUnder(String root, int year, Rule rule, Verdict.State state) {
    add(new Key(year, rule.id(), "reported", root), state);
  }

  /** Notes that some unit under a root filed. */
  void filed(int year, String root) {
    filed.add(new Filed(year, root));
  }

  private void add(Key key, Verdict.State state) {
    counts(key).add(state, 1);
  }

  private Counts counts(Key key) {
    return counts.computeIfAbsent(key, k -> new Counts());
  }

  /** The numbers and the roots, as rows of {@link VectorChecks#SHAPE}. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (key, of) ->
            of.each(
                (state, number) ->
                    rows.add(
                        new FindingRow()
                            .with(Columns.YEAR, key.year())
                            .with(Columns.RULE, key.rule())
                            .with(Columns.SOURCE, key.source())
                            .with(Columns.ROOT_ID, key.root())
                            .with(Columns.VERDICT, state.name().toLowerCase(Locale.ROOT))
                            .with(Columns.INSTANCES, number)
                            .row())));
    for (Filed one : filed) {
      rows.add(
          new FindingRow()
              .with(Columns.YEAR, one.year())
              .with(Columns.ROOT_ID, one.root())
              .with(Columns.VERDICT, FILED)
              .row());
    }
    return rows;
  }
}
