package gouji.check;

import gouji.contract.Columns;
import gouji.contract.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/** How many verdicts there were, by year, rule, source and verdict; and under which roots. */
final class Tally {
  /** Stands in the place of a verdict where some unit under a root filed. */
  static final String FILED = "filed";

  private record Key(Integer year, String rule, String source, String root) {}

  private record Filed(int year, String root) {}

  private final Map<Key, Map<Verdict.State, Long>> counts = new HashMap<>();
  private final Set<Filed> filed = new HashSet<>();

  /** Counts the verdicts of one vector. */
  void add(int year, List<Verdict> verdicts) {
    String rule = null;
    String source = null;
    Map<Verdict.State, Long> states = new EnumMap<>(Verdict.State.class);
    // Verdicts of one rule stand next to each other.
    for (Verdict verdict : verdicts) {
      if (!verdict.rule().id().equals(rule) || !verdict.source().equals(source)) {
        rule = verdict.rule().id();
        source = verdict.source();
        states = states(new Key(year, rule, source, null));
      }
      states.merge(verdict.state(), 1L, Long::sum);
    }
  }

  /** Counts one verdict on no figures; year null for what has none. */
  void add(Integer year, Rule rule, Verdict.State state) {
    add(new Key(year, rule.id(), null, null), state);
  }

  /** Counts one verdict on a report. */
  void add(int year, Rule rule, String source, Verdict.State state) {
    add(new Key(year, rule.id(), source, null), state);
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
    states(key).merge(state, 1L, Long::sum);
  }

  private Map<Verdict.State, Long> states(Key key) {
    return counts.computeIfAbsent(key, k -> new EnumMap<>(Verdict.State.class));
  }

  /** The numbers and the roots, as rows of {@link VectorChecks#SHAPE}. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (key, states) ->
            states.forEach(
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
