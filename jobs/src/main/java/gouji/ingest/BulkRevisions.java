package gouji.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * The same as {@link Revisions} for many rows: most of them meet no other row of their thing and go
 * straight on; only the few that do are sorted and merged. Things are told by their hash alone: two
 * that share one are merged together, which changes nothing.
 *
 * @param revisions merges rows that meet
 */
public record BulkRevisions(Revisions revisions) {
  /** Hashes that the filter tells apart well; of more it lets more through that need not be. */
  private static final long MOST = 4_000_000;

  /** Bits of the filter: 8 MB on every node. */
  private static final long BITS = 1L << 26;

  /**
   * The hashes of the things whose rows have to be merged, and a few more: several rows are new, or
   * the table has one already, or the table's comes from a path that has new content.
   *
   * @param hashes of the rows on their way in, as {@link InputFiles#hashes}
   * @param held the table's rows so far, or null
   */
  public BloomFilter meeting(Dataset<Row> hashes, Dataset<Row> held) {
    Dataset<Row> known = held == null ? null : held.select(StagedRows.ENTITY_HASH);
    // Of no hash at all Spark makes no filter; what one more lets through is merged for nothing.
    Dataset<Row> one = hashes.sparkSession().range(1).toDF(StagedRows.ENTITY_HASH);
    Dataset<Row> met = HashPacks.meeting(hashes, known, revisions.partitions()).unionByName(one);
    if (!revisions.renewed().isEmpty() && held != null) {
      met =
          met.unionByName(
              held.where(col(StagedRows.FILE).isin(revisions.renewed().toArray()))
                  .select(StagedRows.ENTITY_HASH));
    }
    return met.stat().bloomFilter(StagedRows.ENTITY_HASH, MOST, BITS);
  }

  /**
   * The rows that may meet others, merged; columns as {@link StagedRows#merged}.
   *
   * @param left the new ones among them, as {@link InputFiles#left}
   * @param held the table's rows before the new ones, or null
   * @param mayMeet tells their hashes
   */
  public Dataset<Row> merged(Dataset<Row> left, Dataset<Row> held, UDF1<Long, Boolean> mayMeet) {
    if (held == null) {
      return revisions.merged(left, null);
    }
    Column meets = udf(mayMeet, DataTypes.BooleanType).apply(col(StagedRows.ENTITY_HASH));
    return revisions.merged(left, held.where(meets));
  }
}
