package gouji.check;

import gouji.contract.Columns;
import gouji.contract.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;

/** How many verdicts there were, by year, rule, source and verdict. */
final class Tally {
  private record Key(int year, String rule, String source) {}

  private final Map<Key, Map<Verdict.State, Long>> counts = new HashMap<>();

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
        states = states(year, rule, source);
      }
      states.merge(verdict.state(), 1L, Long::sum);
    }
  }

  /** Counts one verdict. */
  void add(int year, Rule rule, String source, Verdict.State state) {
    states(year, rule.id(), source).merge(state, 1L, Long::sum);
  }

  private Map<Verdict.State, Long> states(int year, String rule, String source) {
    return counts.computeIfAbsent(
        new Key(year, rule, source), k -> new EnumMap<>(Verdict.State.class));
  }

  /** The numbers, as rows of {@link VectorChecks#SHAPE}. */
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
                            .with(Columns.VERDICT, state.name().toLowerCase(Locale.ROOT))
                            .with(Columns.INSTANCES, number)
                            .row())));
    return rows;
  }
}
