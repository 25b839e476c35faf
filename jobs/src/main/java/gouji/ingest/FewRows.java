package gouji.ingest;

import gouji.contract.DataSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * What few new rows came to beside a large table.
 *
 * @param merged all rows, rejected ones too, as {@link StagedRows#merged}
 * @param added rows whose key the table does not have
 * @param changed rows that are another than the table has for their key
 */
public record FewRows(List<Row> merged, List<Row> added, List<Row> changed) {

  /** Copies the lists. */
  public FewRows {
    merged = List.copyOf(merged);
    added = List.copyOf(added);
    changed = List.copyOf(changed);
  }

  /** The columns that the table's rows have to have. */
  static List<String> columns(DataSet set) {
    return Stream.of(StagedRows.merged(set).fieldNames())
        .filter(c -> !c.equals(StagedRows.PROBLEMS))
        .toList();
  }

  /** Tells the merged rows apart. */
  static FewRows of(DataSet set, List<Row> merged, List<Row> held) {
    List<String> columns = columns(set);
    int key = columns.indexOf(StagedRows.RECORD_KEY);
    // A row is known by where it was read; what is in force of it depends on the others.
    int[] told =
        Stream.of(
                StagedRows.FILE,
                StagedRows.LINE,
                StagedRows.CONTENT,
                StagedRows.IN_FORCE,
                DataSet.ENDS_ON,
                DataSet.ALONE)
            .mapToInt(columns::indexOf)
            .toArray();
    Map<String, Row> known = new HashMap<>();
    held.forEach(r -> known.put(r.getString(key), r));
    List<Row> added = new ArrayList<>();
    List<Row> changed = new ArrayList<>();
    for (Row row : merged) {
      Row before = row.isNullAt(key) ? row : known.get(row.getString(key));
      if (before == null) {
        added.add(row);
      } else if (!isSame(row, before, told)) {
        changed.add(row);
      }
    }
    return new FewRows(merged, added, changed);
  }

  private static boolean isSame(Row row, Row before, int[] columns) {
    for (int column : columns) {
      if (!Objects.equals(row.get(column), before.get(column))) {
        return false;
      }
    }
    return true;
  }
}
