package gouji.job;

import gouji.contract.DataSet;
import gouji.ingest.FileReport;
import gouji.ingest.FileTask;
import gouji.ingest.InputFiles;
import gouji.ingest.MergeReport;
import gouji.ingest.Revisions;
import gouji.ingest.StagedRows;
import gouji.store.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;

/** Takes in the new files of one data set: its table is written, its rejects are at hand. */
record DataSetIngest(
    Tables tables,
    DataSet set,
    InputFiles files,
    List<KnownFiles.Pending> pending,
    Progress progress)
    implements Callable<DataSetIngest.Taken> {
  /** Bytes of text that one task reads into memory. */
  private static final long SMALL = 16L << 20;

  @Override
  public Taken call() {
    SparkContext context = tables.spark().sparkContext();
    CollectionAccumulator<FileReport> reports = new CollectionAccumulator<>();
    context.register(reports);
    CollectionAccumulator<MergeReport> told = new CollectionAccumulator<>();
    context.register(told);
    List<FileTask> tasks = pending.stream().map(KnownFiles.Pending::task).toList();
    Set<String> renewed =
        tasks.stream().filter(t -> t.content() > 1).map(FileTask::file).collect(Collectors.toSet());
    int partitions =
        isSmall() ? 1 : Math.max(2, Math.min(tasks.size(), context.defaultParallelism() * 4));
    Revisions revisions = new Revisions(set, renewed, partitions, told);
    Dataset<Row> held = tables.find(set.name()).orElse(null);
    // Used twice: its accepted rows are the table, its rejected ones go into the table of rejects.
    Dataset<Row> merged = merged(tasks, held, revisions, reports);
    tables.replaceHeld(set.name(), StagedRows.accepted(merged));
    if (!isMergedHere(held, revisions)) {
      // What the files and their rows came to is told while they are written.
      tables.flush();
    }
    Map<String, FileReport> byFile = new HashMap<>();
    reports.value().forEach(r -> byFile.put(r.file(), r));
    long rows =
        byFile.values().stream().mapToLong(r -> r.rowsRead() == null ? 0 : r.rowsRead()).sum();
    progress.step(set.name(), rows);
    Dataset<Row> rejects = StagedRows.rejects(set, merged);
    return new Taken(pending, byFile, MergeReport.together(told.value()), rejects, merged);
  }

  private Dataset<Row> merged(
      List<FileTask> tasks,
      Dataset<Row> held,
      Revisions revisions,
      CollectionAccumulator<FileReport> reports) {
    if (isMergedHere(held, revisions)) {
      return files.merged(tables.spark(), tasks, revisions, reports);
    }
    Dataset<Row> staged = files.staged(tables.spark(), set, tasks, revisions.partitions(), reports);
    return tables.hold(revisions.merged(staged, held));
  }

  private static boolean isMergedHere(Dataset<Row> held, Revisions revisions) {
    return held == null && revisions.partitions() == 1;
  }

  /** Whether one task can hold all rows of the files in memory. */
  private boolean isSmall() {
    return tables.keeps()
        && pending.stream().mapToLong(KnownFiles.Pending::textBytes).sum() <= SMALL;
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
