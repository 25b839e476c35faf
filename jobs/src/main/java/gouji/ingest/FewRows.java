package gouji.ingest;

import gouji.contract.DataSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * What few new rows came to beside a large table.
 *
 * @param merged all rows, rejected ones too, as {@link StagedRows#merged}
 * @param gone hashes of the things whose rows in the table are no longer right
 * @param added rows that the table lacks without those of these things, as merged ones
 */
public record FewRows(List<Row> merged, Set<Long> gone, List<Row> added) {

  /** Copies the collections. */
  public FewRows {
    merged = List.copyOf(merged);
    gone = Set.copyOf(gone);
    added = List.copyOf(added);
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
    int hash = columns.indexOf(StagedRows.ENTITY_HASH);
    Map<String, Row> known = new HashMap<>();
    held.forEach(r -> known.put(r.getString(key), r));
    List<Row> accepted = merged.stream().filter(r -> !r.isNullAt(key)).toList();
    Set<Long> gone = new HashSet<>();
    for (Row row : accepted) {
      Row before = known.get(row.getString(key));
      if (before != null && !isSame(row, before, told)) {
        gone.add(row.getLong(hash));
      }
    }
    List<Row> added =
        accepted.stream()
            .filter(r -> gone.contains(r.getLong(hash)) || !known.containsKey(r.getString(key)))
            .toList();
    return new FewRows(merged, gone, added);
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
