package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Field;
import gouji.contract.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which cell of a file holds which column of the data set. */
final class Binding {
  /** The names that headers may say, with what each stands for. */
  static final class Names {
    private final Map<String, Target> targets = new HashMap<>();

    Names(DataSet set) {
      List<Field> fields = set.fields();
      for (int i = 0; i < fields.size(); i++) {
        Field field = fields.get(i);
        targets.put(Labels.normal(field.title()), new Target(i, BigDecimal.ONE));
        for (Field.Label label : field.labels()) {
          targets.put(Labels.normal(label.label()), new Target(i, label.factor()));
        }
        targets.put(Labels.normal(field.name()), new Target(i, BigDecimal.ONE));
      }
    }

    /** What a header stands for; null when the data set has no such column. */
    Target find(String header) {
      Target target = targets.get(header);
      return target != null ? target : targets.get(Labels.normal(header));
    }
  }

  /** How a column is told whose header is empty. */
  private static final String NAMELESS = "(without a name)";

  /** A column by its place in the declaration, and the factor that its numbers are taken by. */
  record Target(int field, BigDecimal factor) {}

  private final Target[] targets;
  private final Set<String> unknown = new TreeSet<>();
  private final boolean doubled;
  private final int least;
  private final List<Integer> bound = new ArrayList<>();

  private Binding(Names names, List<String> headers) {
    targets = new Target[headers.size()];
    boolean twice = false;
    int named = 0;
    for (int i = 0; i < targets.length; i++) {
      String header = headers.get(i) == null ? "" : headers.get(i);
      Target target = names.find(header);
      targets[i] = target;
      named = Texts.isEmpty(header) ? named : i + 1;
      if (target == null) {
        unknown.add(Texts.isEmpty(header) ? NAMELESS : Texts.trim(header));
      } else if (bound.contains(target.field())) {
        twice = true;
      } else {
        bound.add(target.field());
      }
    }
    doubled = twice;
    least = named;
  }

  /** The binding of these headers. */
  static Binding of(Names names, List<String> headers) {
    return new Binding(names, headers);
  }

  int size() {
    return targets.length;
  }

  /** How many cells a row has at least: empty headers at the end need none. */
  int least() {
    return least;
  }

  /** What the cell at that place holds; null when it is no column of the data set. */
  Target at(int place) {
    return targets[place];
  }

  /** Headers that the data set does not have. */
  Set<String> unknown() {
    return unknown;
  }

  /** Whether two headers name one column. */
  boolean isDoubled() {
    return doubled;
  }

  /** Whether some header names that column. */
  boolean has(int field) {
    return bound.contains(field);
  }
}
