package gouji.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import gouji.contract.DataSet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.util.CollectionAccumulator;

/**
 * Rows that were taken in meet those of the table: one row for each key stays, its newest revision.
 *
 * @param set the data set
 * @param renewed paths taken in now that had another content before
 * @param partitions 1 when all rows go through one task; else Spark decides
 * @param reports takes what is to be told; a repeated task reports again, the same
 */
public record Revisions(
    DataSet set, Set<String> renewed, int partitions, CollectionAccumulator<MergeReport> reports) {
  private static final String IS_NEW = "is_new";

  /**
   * The table's new rows, and the rejected ones on their way through.
   *
   * @param staged rows on their way in, as {@link StagedRows#staged}
   * @param held the table's rows so far, or null
   * @return columns as {@link StagedRows#merged}
   */
  public Dataset<Row> merged(Dataset<Row> staged, Dataset<Row> held) {
    Dataset<Row> rows = staged.select(columns(true));
    if (held != null) {
      rows = rows.unionByName(held.select(columns(false)));
    }
    Merging merging = merging();
    MapPartitionsFunction<Row, Row> newest = sorted -> new Groups(sorted, merging);
    return (partitions == 1 ? rows.coalesce(1) : rows.repartition(spread()))
        .sortWithinPartitions(col(StagedRows.ENTITY_HASH))
        .mapPartitions(newest, Encoders.row(StagedRows.merged(set)));
  }

  /** Rows of one thing go to one task; rejected rows, which have none, to any. */
  private static Column spread() {
    return coalesce(
        col(StagedRows.ENTITY_HASH), xxhash64(col(StagedRows.FILE), col(StagedRows.LINE)));
  }

  /** What a task needs to merge rows. */
  Merging merging() {
    int hash = StagedRows.records(set).fieldIndex(StagedRows.ENTITY_HASH);
    return new Merging(hash, new RevisionGroup(set, renewed), reports);
  }

  private Column[] columns(boolean isNew) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : StagedRows.records(set).fields()) {
      columns.add(col(field.name()));
    }
    columns.add(lit(isNew).as(IS_NEW));
    Column problems = col(StagedRows.PROBLEMS);
    columns.add(
        isNew
            ? problems
            : lit(null)
                .cast(StagedRows.staged(set).apply(StagedRows.PROBLEMS).dataType())
                .as(StagedRows.PROBLEMS));
    return columns.toArray(Column[]::new);
  }

  /** Merges rows in one task. */
  static final class Merging implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int hash;
    private final RevisionGroup group;
    private final CollectionAccumulator<MergeReport> reports;

    Merging(int hash, RevisionGroup group, CollectionAccumulator<MergeReport> reports) {
      this.hash = hash;
      this.group = group;
      this.reports = reports;
    }

    /**
     * The merged rows of staged ones in any order, all of them new, and of rows that the table has;
     * held in memory.
     */
    Iterator<Row> unsorted(Iterator<Row> staged, List<Row> held) {
      List<Row> rows = new ArrayList<>();
      held.forEach(r -> rows.add(group.known(r)));
      staged.forEachRemaining(r -> rows.add(group.taken(r)));
      rows.sort(
          Comparator.comparing(
              r -> r.isNullAt(hash) ? null : r.getLong(hash),
              Comparator.nullsFirst(Comparator.naturalOrder())));
      return new Groups(rows.iterator(), this);
    }
  }

  /** Neighbouring rows of one hash, all their things at a time; rejected rows have none. */
  private static final class Groups implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Merging merging;
    private final MergeReport.Sums told = new MergeReport.Sums();
    private Row ahead;
    private Iterator<Row> ready = Collections.emptyIterator();
    private boolean reported;

    Groups(Iterator<Row> rows, Merging merging) {
      this.rows = rows;
      this.merging = merging;
      ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && ahead != null) {
        ready = ahead.isNullAt(merging.hash) ? rejected() : newest();
      }
      if (!ready.hasNext() && !reported) {
        merging.reports.add(told.report(TaskContext.getPartitionId()));
        reported = true;
      }
      return ready.hasNext();
    }

    private Iterator<Row> rejected() {
      Row row = merging.group.rejected(ahead, told::addRejected);
      ahead = rows.hasNext() ? rows.next() : null;
      return List.of(row).iterator();
    }

    private Iterator<Row> newest() {
      long hash = ahead.getLong(merging.hash);
      Map<String, List<Row>> things = new TreeMap<>();
      while (ahead != null && ahead.getLong(merging.hash) == hash) {
        String key = merging.group.entityKey(ahead);
        things.computeIfAbsent(key, k -> new ArrayList<>()).add(ahead);
        ahead = rows.hasNext() ? rows.next() : null;
      }
      List<Row> newest = new ArrayList<>();
      for (List<Row> thing : things.values()) {
        newest.addAll(merging.group.newest(thing, told::add, told::addAccepted));
      }
      return newest.iterator();
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
