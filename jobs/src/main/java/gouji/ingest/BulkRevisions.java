package gouji.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * The same as {@link Revisions} for many rows: most of them meet no other row of their thing and go
 * straight on; only the few that do are sorted and merged. Things are told by their hash alone: two
 * that share one are merged together, which changes nothing.
 *
 * @param revisions merges rows that meet
 */
public record BulkRevisions(Revisions revisions) {
  private static final String ROWS = "rows";

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
    Dataset<Row> twice =
        hashes
            .groupBy(StagedRows.ENTITY_HASH)
            .agg(count(lit(1)).as(ROWS))
            .where(col(ROWS).gt(1))
            .select(StagedRows.ENTITY_HASH);
    Dataset<Row> all = twice;
    if (held != null) {
      Dataset<Row> known = held.select(StagedRows.ENTITY_HASH).join(hashes, key(), "left_semi");
      all = twice.unionByName(known).unionByName(renewed(held));
    }
    return all.stat().bloomFilter(StagedRows.ENTITY_HASH, MOST, BITS);
  }

  /**
   * The rows that may meet others, merged; columns as {@link StagedRows#merged}.
   *
   * @param meeting the new ones among them, as {@link InputFiles#meeting}
   */
  public Dataset<Row> merged(Dataset<Row> meeting, Dataset<Row> held) {
    if (held == null) {
      return revisions.merged(meeting, null);
    }
    Dataset<Row> things = meeting.select(StagedRows.ENTITY_HASH).unionByName(renewed(held));
    return revisions.merged(meeting, held.join(things, key(), "left_semi"));
  }

  private Dataset<Row> renewed(Dataset<Row> held) {
    return held.where(col(StagedRows.FILE).isin(revisions.renewed().toArray()))
        .select(StagedRows.ENTITY_HASH);
  }

  private static String[] key() {
    return new String[] {StagedRows.ENTITY_HASH};
  }
}
