package gouji.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import gouji.contract.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The same as {@link Revisions} for many rows: most of them meet no other row of their thing and go
 * straight on; only the few that do are sorted and merged. Things are told by their hash alone: two
 * that share one are merged together, which changes nothing.
 *
 * @param revisions merges rows that meet
 */
public record BulkRevisions(Revisions revisions) {
  private static final String ROWS = "rows";
  private static final String IS_REJECTED = "is_rejected";

  /**
   * The hashes of the things whose rows have to be merged: several rows are new, or the table has
   * one already, or the table's comes from a path that has new content.
   *
   * @param staged rows on their way in, as {@link StagedRows#staged}
   * @param held the table's rows so far, or null
   */
  public Dataset<Row> meeting(Dataset<Row> staged, Dataset<Row> held) {
    Dataset<Row> taken = staged.where(isAccepted()).select(StagedRows.ENTITY_HASH);
    Dataset<Row> twice =
        taken
            .groupBy(StagedRows.ENTITY_HASH)
            .agg(count(lit(1)).as(ROWS))
            .where(col(ROWS).gt(1))
            .select(StagedRows.ENTITY_HASH);
    if (held == null) {
      return twice;
    }
    Dataset<Row> known = held.select(StagedRows.ENTITY_HASH).join(taken, key(), "left_semi");
    Dataset<Row> renewed =
        held.where(col(StagedRows.FILE).isin(revisions.renewed().toArray()))
            .select(StagedRows.ENTITY_HASH);
    return twice.unionByName(known).unionByName(renewed).distinct();
  }

  /** The rows that meet others, merged; columns as {@link StagedRows#merged}. */
  public Dataset<Row> merged(Dataset<Row> staged, Dataset<Row> held, Dataset<Row> meeting) {
    Dataset<Row> known = held == null ? null : held.join(meeting, key(), "left_semi");
    return revisions.merged(staged.join(meeting, key(), "left_semi"), known);
  }

  /** The rows that meet no other, as rows of the table. */
  public Dataset<Row> alone(Dataset<Row> staged, Dataset<Row> meeting) {
    DataSet set = revisions.set();
    Column inForce = not(coalesce(col("withdrawn"), lit(false)));
    boolean ends = set.version() != null && set.findField("valid_to").isPresent();
    Column endsOn = ends ? when(inForce, col("valid_to")) : lit(null).cast(DataTypes.DateType);
    List<Column> columns = new ArrayList<>();
    Stream.of(StagedRows.records(set).fieldNames()).map(functions::col).forEach(columns::add);
    columns.add(inForce.as(StagedRows.IN_FORCE));
    columns.add(endsOn.as(DataSet.ENDS_ON));
    columns.add(lit(true).as(DataSet.ALONE));
    return staged
        .where(isAccepted())
        .join(meeting, key(), "left_anti")
        .select(columns.toArray(Column[]::new));
  }

  /** What the rows of each file came to that meet no other: one row for each file and outcome. */
  public Dataset<Row> counts(Dataset<Row> staged, Dataset<Row> meeting) {
    return staged
        .where(isAccepted().or(size(col(StagedRows.PROBLEMS)).gt(0)))
        .join(meeting, key(), "left_anti")
        .groupBy(col(StagedRows.FILE), not(isAccepted()).as(IS_REJECTED))
        .agg(count(lit(1)).as(ROWS));
  }

  /** The same, as a report of one more partition. */
  public static MergeReport report(List<Row> counts) {
    List<MergeReport.Count> all = new ArrayList<>();
    for (Row row : counts) {
      long rows = row.getLong(2);
      boolean rejected = row.getBoolean(1);
      all.add(new MergeReport.Count(row.getString(0), rejected ? 0 : rows, rejected ? rows : 0));
    }
    return new MergeReport(MergeReport.NO_PARTITION, List.of(), all);
  }

  private static String[] key() {
    return new String[] {StagedRows.ENTITY_HASH};
  }

  private static Column isAccepted() {
    return col(StagedRows.RECORD_KEY).isNotNull();
  }
}
