package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;

/**
 * Files of one data set become staged rows, in one pass over their bytes.
 *
 * @param declared the declarations, on every node
 * @param masking how personal values are hashed
 * @param hadoop settings of the file systems, on every node
 */
public record InputFiles(
    Broadcast<Declarations> declared, Masking masking, Broadcast<HadoopSettings> hadoop) {

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
    Reading reading = new Reading(set, declared, masking, hadoop, reports);
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(packed(tasks, partitions), partitions)
            .mapPartitions(parts -> new Rows(reading, parts.next().iterator()));
    return spark.createDataFrame(rows, StagedRows.staged(set));
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
    Reading reading = new Reading(revisions.set(), declared, masking, hadoop, reports);
    List<Row> staged = new ArrayList<>();
    new Rows(reading, tasks.iterator()).forEachRemaining(staged::add);
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

  /** What a task needs to read files. */
  private record Reading(
      DataSet set,
      Broadcast<Declarations> declared,
      Masking masking,
      Broadcast<HadoopSettings> hadoop,
      CollectionAccumulator<FileReport> reports)
      implements java.io.Serializable {}

  /** The rows of several files, one after another; closing rows become reports. */
  private static final class Rows implements Iterator<Row> {
    private final Reading reading;
    private final Iterator<FileTask> files;
    private FileParser current;
    private Row ahead;

    Rows(Reading reading, Iterator<FileTask> files) {
      this.reading = reading;
      this.files = files;
    }

    @Override
    public boolean hasNext() {
      while (ahead == null) {
        if (current != null && current.hasNext()) {
          ahead = current.next();
        } else if (current != null) {
          reading.reports().add(current.report());
          current = null;
        } else if (files.hasNext()) {
          current = open(files.next());
        } else {
          return false;
        }
      }
      return true;
    }

    private FileParser open(FileTask task) {
      try {
        RawRows rows = RawFiles.open(task, reading.set(), reading.hadoop().value().conf());
        return new FileParser(
            reading.set(), reading.declared().value(), reading.masking(), task, rows);
      } catch (IOException e) {
        throw new UncheckedIOException(task.file() + " cannot be read: " + e.getMessage(), e);
      }
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row row = ahead;
      ahead = null;
      return row;
    }
  }
}
