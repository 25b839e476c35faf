package gouji.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import gouji.contract.Columns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What staged and merged rows say of their files: how many rows, which problems, what else. */
public final class FileSummary {
  private FileSummary() {}

  /**
   * One row for each file.
   *
   * @return columns {@code file}, {@code rows_read} (null when rejected as a whole), {@code
   *     rows_accepted}, {@code rows_rejected}, {@code warnings}
   */
  public static Dataset<Row> files(Dataset<Row> staged) {
    Column accepted = when(col(StagedRows.RECORD_KEY).isNotNull(), 1L).otherwise(0L);
    Column rejected = when(size(col(StagedRows.PROBLEMS)).gt(0), 1L).otherwise(0L);
    Column read = max(col(StagedRows.ROWS_READ));
    return staged
        .groupBy(StagedRows.FILE)
        .agg(
            read.as(Columns.ROWS_READ),
            sum(accepted).as(Columns.ROWS_ACCEPTED),
            sum(rejected).as(Columns.ROWS_REJECTED),
            first(col(StagedRows.NOTES), true).as(Columns.WARNINGS))
        .withColumn(
            Columns.ROWS_REJECTED,
            when(col(Columns.ROWS_READ).lt(0), 0L).otherwise(col(Columns.ROWS_REJECTED)))
        .withColumn(Columns.ROWS_READ, when(col(Columns.ROWS_READ).geq(0), col(Columns.ROWS_READ)));
  }

  /** One row for each problem, as the table of rejects. */
  public static Dataset<Row> rejects(String dataSet, Dataset<Row> staged) {
    return staged
        .where(size(col(StagedRows.PROBLEMS)).gt(0))
        .select(
            col(StagedRows.FILE),
            col(StagedRows.LINE),
            explode(col(StagedRows.PROBLEMS)).as("problem"))
        .select(
            lit(dataSet).as(Columns.DATA_SET),
            col(StagedRows.FILE).as(Columns.FILE),
            col(StagedRows.LINE).as(Columns.LINE),
            col("problem.column").as(Columns.COLUMN),
            col("problem.reason").as(Columns.REASON),
            col("problem.raw").as(Columns.RAW));
  }

  /**
   * What is to be told of the files when their rows met others.
   *
   * @return columns {@code file}, {@code kind}, {@code rows}, {@code lines} (the first few)
   */
  public static Dataset<Row> remarks(Dataset<Row> merged) {
    return merged
        .where(size(col(StagedRows.REMARKS)).gt(0))
        .select(explode(col(StagedRows.REMARKS)).as("remark"))
        .groupBy(col("remark.file").as(StagedRows.FILE), col("remark.kind").as("kind"))
        .agg(count(lit(1)).as("rows"), min(col("remark.line")).as("first_line"));
  }

  /** The sentence that a remark makes. */
  public static String sentence(String kind, long rows, long firstLine) {
    Remark.Kind remark = Remark.Kind.valueOf(kind);
    return remark == Remark.Kind.LACKING
        ? rows + " " + remark.text()
        : "line %d%s: %s"
            .formatted(firstLine, rows > 1 ? " and " + (rows - 1) + " more" : "", remark.text());
  }
}
