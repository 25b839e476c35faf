package gouji.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import gouji.contract.DataSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * Rows that were taken in meet those of the table: one row for each key stays, its newest revision.
 *
 * @param set the data set
 * @param renewed paths taken in now that had another content before
 */
public record Revisions(DataSet set, Set<String> renewed) {
  private static final String IS_NEW = "is_new";

  /**
   * The table's new rows.
   *
   * @param staged rows on their way in, as {@link StagedRows#staged}
   * @param held the table's rows so far, or null
   * @return columns as {@link StagedRows#merged}
   */
  public Dataset<Row> merged(Dataset<Row> staged, Dataset<Row> held) {
    Dataset<Row> rows =
        staged
            .where(
                col(StagedRows.RECORD_KEY)
                    .isNotNull()
                    .and(size(col(StagedRows.PROBLEMS)).equalTo(0)))
            .select(columns(true));
    if (held != null) {
      rows = rows.unionByName(held.select(columns(false)));
    }
    RevisionGroup group = new RevisionGroup(set, renewed);
    int entity = StagedRows.records(set).fieldIndex(StagedRows.ENTITY_KEY);
    MapPartitionsFunction<Row, Row> newest = sorted -> new Groups(sorted, entity, group);
    return rows.repartition(col(StagedRows.ENTITY_KEY))
        .sortWithinPartitions(col(StagedRows.ENTITY_KEY))
        .mapPartitions(newest, Encoders.row(StagedRows.merged(set)));
  }

  private Column[] columns(boolean isNew) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : StagedRows.records(set).fields()) {
      columns.add(col(field.name()));
    }
    columns.add(lit(isNew).as(IS_NEW));
    return columns.toArray(Column[]::new);
  }

  /** Neighbouring rows of one entity, a group at a time. */
  private static final class Groups implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final int entity;
    private final RevisionGroup group;
    private Row ahead;
    private Iterator<Row> ready = Collections.emptyIterator();

    Groups(Iterator<Row> rows, int entity, RevisionGroup group) {
      this.rows = rows;
      this.entity = entity;
      this.group = group;
      ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && ahead != null) {
        String key = ahead.getString(entity);
        List<Row> one = new ArrayList<>();
        while (ahead != null && ahead.getString(entity).equals(key)) {
          one.add(ahead);
          ahead = rows.hasNext() ? rows.next() : null;
        }
        ready = group.newest(one).iterator();
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.next();
    }
  }
}
