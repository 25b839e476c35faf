package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Files of one data set become staged rows, in one pass over their bytes.
 *
 * @param declared the declarations, on every node
 * @param masking how personal values are hashed
 * @param hadoop settings of the file systems, on every node
 * @param published opens published reports; null when there are none
 */
public record InputFiles(
    Broadcast<Declarations> declared,
    Masking masking,
    Broadcast<HadoopSettings> hadoop,
    RowsOpener published) {

  /**
   * The staged rows of these files; columns as {@link StagedRows#staged}.
   *
   * @param partitions how many tasks read them
   * @param reports takes what each file came to; a repeated task reports again, the same
   */
  public Dataset<Row> staged(
      SparkSession spark,
      DataSet set,
      List<FileTask> tasks,
      int partitions,
      CollectionAccumulator<FileReport> reports) {
    FileRows.Reading reading = reading(set, Sieve.ALL, reports, null);
    return rows(spark, reading, tasks, partitions, StagedRows.staged(set));
  }

  /** The hashes of the things that the rows of these files belong to, rejected ones among them. */
  public Dataset<Row> hashes(SparkSession spark, Revisions revisions, List<FileTask> tasks) {
    FileRows.Reading reading = reading(revisions.set(), Sieve.HASHES, null, null);
    return rows(spark, reading, tasks, revisions.partitions(), StagedRows.hashes());
  }

  /**
   * The rows of these files whose thing has no other row, as rows of the table. What was read of
   * each file, and what rows it gave, is told as they leave.
   *
   * @param meeting tells the hashes of things that have other rows, and a few more
   */
  public Dataset<Row> alone(
      SparkSession spark,
      Revisions revisions,
      List<FileTask> tasks,
      Broadcast<BloomFilter> meeting,
      CollectionAccumulator<FileReport> reports) {
    Sieve sieve = new Sieve(Sieve.Gives.ALONE, meeting);
    FileRows.Reading reading = reading(revisions.set(), sieve, reports, revisions.reports());
    StructType schema = StagedRows.table(revisions.set());
    return rows(spark, reading, tasks, revisions.partitions(), schema);
  }

  /**
   * The other rows of these files: rejected ones, and those whose thing may have other rows;
   * columns as {@link StagedRows#staged}.
   *
   * @param reports what was told when the rows that are alone were read
   */
  public Dataset<Row> left(
      SparkSession spark, Revisions revisions, List<FileTask> tasks, List<FileReport> reports) {
    FileRows.Reading reading = reading(revisions.set(), Sieve.LEFT, null, null);
    StructType schema = StagedRows.staged(revisions.set());
    List<FileTask> left = FileReport.left(tasks, reports);
    return left.isEmpty()
        ? spark.createDataFrame(List.of(), schema)
        : rows(spark, reading, left, Math.min(left.size(), revisions.partitions()), schema);
  }

  private FileRows.Reading reading(
      DataSet set,
      Sieve sieve,
      CollectionAccumulator<FileReport> reports,
      CollectionAccumulator<MergeReport> told) {
    return new FileRows.Reading(set, declared, masking, hadoop, published, sieve, reports, told);
  }

  private static Dataset<Row> rows(
      SparkSession spark,
      FileRows.Reading reading,
      List<FileTask> tasks,
      int partitions,
      StructType schema) {
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(packed(tasks, partitions), partitions)
            .mapPartitions(parts -> new FileRows(reading, parts.next().iterator()));
    return spark.createDataFrame(rows, schema);
  }

  /**
   * The same rows, read and merged right here, for a table that is not there yet: a few small files
   * take less time than the planning of their reading. Columns as {@link StagedRows#merged}.
   */
  public Dataset<Row> merged(
      SparkSession spark,
      List<FileTask> tasks,
      Revisions revisions,
      CollectionAccumulator<FileReport> reports) {
    return rows(spark, revisions, merged(read(tasks, revisions, reports), revisions, List.of()));
  }

  /**
   * The same beside a large table, of which only the few rows that meet new ones are looked up.
   *
   * @param held the table's rows
   */
  public FewRows few(
      Dataset<Row> held,
      List<FileTask> tasks,
      Revisions revisions,
      CollectionAccumulator<FileReport> reports) {
    SparkSession spark = held.sparkSession();
    List<Row> staged = read(tasks, revisions, reports);
    int hash = StagedRows.records(revisions.set()).fieldIndex(StagedRows.ENTITY_HASH);
    List<Row> hashes =
        staged.stream()
            .filter(r -> !r.isNullAt(hash))
            .map(r -> RowFactory.create(r.getLong(hash)))
            .distinct()
            .toList();
    Dataset<Row> asked = spark.createDataFrame(hashes, StagedRows.hashes());
    List<String> columns = FewRows.columns(revisions.set());
    // As many as the new rows have things, and the further rows of these.
    List<Row> met =
        held.join(
                asked,
                held.col(StagedRows.ENTITY_HASH).equalTo(asked.col(StagedRows.ENTITY_HASH)),
                "left_semi")
            .select(columns.stream().map(held::col).toArray(Column[]::new))
            .collectAsList();
    return FewRows.of(revisions.set(), merged(staged, revisions, met), met);
  }

  private List<Row> read(
      List<FileTask> tasks, Revisions revisions, CollectionAccumulator<FileReport> reports) {
    FileRows.Reading reading = reading(revisions.set(), Sieve.ALL, reports, null);
    List<Row> staged = new ArrayList<>();
    new FileRows(reading, tasks.iterator()).forEachRemaining(staged::add);
    return staged;
  }

  private static List<Row> merged(List<Row> staged, Revisions revisions, List<Row> held) {
    List<Row> merged = new ArrayList<>();
    revisions.merging().unsorted(staged.iterator(), held).forEachRemaining(merged::add);
    return merged;
  }

  private static Dataset<Row> rows(SparkSession spark, Revisions revisions, List<Row> merged) {
    return spark.createDataFrame(merged, StagedRows.merged(revisions.set()));
  }

  /** The tasks in so many lists of about the same size; neighbours stay together. */
  private static List<ArrayList<FileTask>> packed(List<FileTask> tasks, int partitions) {
    long total = tasks.stream().mapToLong(InputFiles::weight).sum();
    List<ArrayList<FileTask>> packed = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      packed.add(new ArrayList<>());
    }
    long before = 0;
    for (FileTask task : tasks) {
      packed.get((int) (before * partitions / total)).add(task);
      before += weight(task);
    }
    return packed;
  }

  /** Bytes, and what opening a file costs. */
  private static long weight(FileTask task) {
    return task.bytes() + (64L << 10);
  }
}
