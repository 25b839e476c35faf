package gouji.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One row with its typed values, as they were written, and what is wrong with it. */
final class TypedRow {
  final Object[] values;
  final String[] written;
  final List<Problem> problems = new ArrayList<>();
  final Map<String, String> keptRaw = new TreeMap<>();
  String recordKey;

  /** A keyed hash of the values that are masked; empty when none are. */
  String hidden = "";

  private final BitSet unsound = new BitSet();

  TypedRow(int fields) {
    values = new Object[fields];
    written = new String[fields];
  }

  /** The value of that column is wrong in itself. */
  void refuse(int place, String column, String reason) {
    unsound.set(place);
    tell(place, column, reason);
  }

  /** The value of that column is sound, but does not go with the others of its row. */
  void tell(int place, String column, String reason) {
    String raw = written[place];
    problems.add(new Problem(column, reason, raw == null ? "" : raw));
  }

  /** Whether the value of that column is right in itself, or rightly missing. */
  boolean isSound(int place) {
    return !unsound.get(place);
  }
}
