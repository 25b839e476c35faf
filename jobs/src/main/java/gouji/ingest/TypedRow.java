package gouji.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One row with its typed values, and what is wrong with it. */
final class TypedRow {
  final Object[] values;
  final List<Problem> problems = new ArrayList<>();
  final Map<String, String> keptRaw = new TreeMap<>();
  String recordKey;
  String entityKey;

  TypedRow(int fields) {
    values = new Object[fields];
  }

  boolean isSound(String column) {
    for (Problem problem : problems) {
      if (problem.column().equals(column)) {
        return false;
      }
    }
    return true;
  }
}
