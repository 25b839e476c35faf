package gouji.job;

import gouji.contract.DataSet;
import gouji.ingest.BulkRevisions;
import gouji.ingest.FewRows;
import gouji.ingest.FileReport;
import gouji.ingest.FileTask;
import gouji.ingest.InputFiles;
import gouji.ingest.MergeReport;
import gouji.ingest.Revisions;
import gouji.ingest.StagedRows;
import gouji.store.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.sketch.BloomFilter;

/** Takes in the new files of one data set: its table is written, its rejects are at hand. */
record DataSetIngest(
    Tables tables,
    DataSet set,
    InputFiles files,
    List<KnownFiles.Pending> pending,
    long few,
    Progress progress)
    implements Callable<DataSetIngest.Taken> {
  /** Most bytes of text that one task of many takes in. */
  private static final long MOST = 256L << 20;

  @Override
  public Taken call() {
    SparkContext context = tables.spark().sparkContext();
    CollectionAccumulator<FileReport> reports = new CollectionAccumulator<>();
    context.register(reports);
    CollectionAccumulator<MergeReport> told = new CollectionAccumulator<>();
    context.register(told);
    List<FileTask> tasks = pending.stream().flatMap(p -> p.tasks().stream()).toList();
    Set<String> renewed =
        tasks.stream().filter(t -> t.content() > 1).map(FileTask::file).collect(Collectors.toSet());
    boolean isSmall = isSmall();
    int partitions = isSmall ? 1 : partitions(tasks.size(), context.defaultParallelism());
    Taking taking = new Taking(tasks, new Revisions(set, renewed, partitions, told), reports, told);
    Rejected rejected = isSmall ? few(taking) : isBeside(renewed) ? beside(taking) : many(taking);
    Map<String, FileReport> byFile = FileReport.together(reports.value());
    long rows =
        byFile.values().stream().mapToLong(r -> r.rowsRead() == null ? 0 : r.rowsRead()).sum();
    progress.step(set.name(), rows);
    MergeReport merge = MergeReport.together(told.value());
    return new Taken(pending, byFile, merge, rejected.rows, rejected.held);
  }

  /** As many tasks as keep all cores busy to the end, and more where they would get too large. */
  private int partitions(int tasks, int cores) {
    long large = textBytes() / MOST;
    return Math.max(2, Math.min(tasks, Math.max(cores * 4, (int) large)));
  }

  private long textBytes() {
    return pending.stream().mapToLong(KnownFiles.Pending::textBytes).sum();
  }

  /** What is read, how it is merged, and who is told. */
  private record Taking(
      List<FileTask> tasks,
      Revisions revisions,
      CollectionAccumulator<FileReport> reports,
      CollectionAccumulator<MergeReport> told) {}

  /** Rejected rows as the table of rejects, and what they are made of. */
  private record Rejected(Dataset<Row> rows, Dataset<Row> held) {}

  /** Takes in as many rows as one task can hold. */
  private Rejected few(Taking taking) {
    Dataset<Row> held = tables.find(set.name()).orElse(null);
    // Used twice: its accepted rows are the table, its rejected ones go into the table of rejects.
    Dataset<Row> merged =
        held == null
            ? files.merged(tables.spark(), taking.tasks, taking.revisions, taking.reports)
            : tables.hold(taking.revisions.merged(staged(taking), held));
    tables.replaceHeld(set.name(), StagedRows.accepted(merged));
    if (held != null) {
      // What the files and their rows came to is told while they are written.
      tables.flush();
    }
    return new Rejected(StagedRows.rejects(set, merged), merged);
  }

  /** Takes in as many rows as one task can hold beside a table that it cannot. */
  private Rejected beside(Taking taking) {
    Dataset<Row> held = tables.find(set.name()).orElseThrow();
    FewRows few = files.few(held, taking.tasks, taking.revisions, taking.reports);
    if (!few.gone().isEmpty()) {
      Set<Long> gone = few.gone();
      UDF1<Long, Boolean> isGone = gone::contains;
      tables.remove(set.name(), StagedRows.ENTITY_HASH, isGone);
    }
    if (!few.added().isEmpty()) {
      tables.append(set.name(), StagedRows.accepted(merged(few.added())));
    }
    Dataset<Row> merged = merged(few.merged());
    return new Rejected(StagedRows.rejects(set, merged), merged);
  }

  private Dataset<Row> merged(List<Row> rows) {
    return tables.spark().createDataFrame(rows, StagedRows.merged(set));
  }

  private Dataset<Row> staged(Taking taking) {
    int partitions = taking.revisions.partitions();
    return files.staged(tables.spark(), set, taking.tasks, partitions, taking.reports);
  }

  /**
   * Takes in any number of rows: new ones are added, and only those that meet others are merged.
   * Files are read again for each step, for that takes less time than putting their rows aside:
   * which rows meet is told by their keys, then all others are written as they are, then those that
   * were left are merged.
   */
  private Rejected many(Taking taking) {
    SparkSession spark = tables.spark();
    Revisions revisions = taking.revisions;
    // What the table has before: the rows that are added first meet no other.
    Dataset<Row> held = tables.at(tables.versions()).find(set.name()).orElse(null);
    BulkRevisions step = new BulkRevisions(revisions);
    Dataset<Row> hashes = files.hashes(spark, revisions, taking.tasks);
    Broadcast<BloomFilter> meeting =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(step.meeting(hashes, held));
    tables.append(set.name(), files.alone(spark, revisions, taking.tasks, meeting, taking.reports));
    Dataset<Row> left = files.left(spark, revisions, taking.tasks, taking.reports.value());
    UDF1<Long, Boolean> mayMeet = hash -> meeting.value().mightContainLong(hash);
    // Used twice: accepted rows go into the table, in the place of those that they met, rejected
    // ones into the table of rejects.
    Dataset<Row> merged = tables.hold(step.merged(left, held, mayMeet));
    Dataset<Row> accepted = StagedRows.accepted(merged);
    if (!accepted.isEmpty()) {
      if (held != null) {
        tables.remove(set.name(), StagedRows.ENTITY_HASH, mayMeet);
      }
      tables.append(set.name(), accepted);
    }
    return new Rejected(StagedRows.rejects(set, merged), merged);
  }

  /**
   * Whether one task can hold all new rows and those of the table that they meet. What a path had
   * before may be any number of rows.
   */
  private boolean isBeside(Set<String> renewed) {
    return textBytes() <= few && renewed.isEmpty();
  }

  /** Whether one task can hold all rows in memory, those of the files and those of the table. */
  private boolean isSmall() {
    return textBytes() <= few && (!tables.has(set.name()) || tables.isAtHand(set.name()));
  }

  /**
   * What was taken in.
   *
   * @param reports by file
   * @param merge what their rows came to, and what else is to be told of files
   * @param rejects as the table of rejects
   * @param held rows to give back at the end
   */
  record Taken(
      List<KnownFiles.Pending> pending,
      Map<String, FileReport> reports,
      MergeReport merge,
      Dataset<Row> rejects,
      Dataset<Row> held) {}
}
