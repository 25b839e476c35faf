package gouji.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import gouji.contract.Columns;
import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.ingest.FileSummary;
import gouji.ingest.FileTask;
import gouji.ingest.InputFiles;
import gouji.ingest.Masking;
import gouji.ingest.Revisions;
import gouji.ingest.StagedRows;
import gouji.store.Secret;
import gouji.store.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Takes in the files of an input folder.
 *
 * @param tables the warehouse
 * @param warehouse its folder, beside which its secret lies
 * @param declared the declarations
 * @param input the input folder
 * @param runId id of the run
 * @param progress told how far it is
 */
public record IngestJob(
    Tables tables,
    String warehouse,
    Declarations declared,
    String input,
    String runId,
    Progress progress)
    implements Job {

  @Override
  public Outcome run() {
    Configuration conf = tables.spark().sparkContext().hadoopConfiguration();
    InputListing listing = InputListing.of(input, declared, conf);
    List<String> warnings = new ArrayList<>(listing.warnings());
    KnownFiles known = KnownFiles.read(tables);
    Map<String, List<KnownFiles.Pending>> pending = pending(listing, known, conf);
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files", (long) listing.files().size());
    counts.put("files new or changed", pending.values().stream().mapToLong(List::size).sum());
    if (!pending.isEmpty()) {
      Masking masking = new Masking(Secret.of(warehouse, conf));
      take(pending, new InputFiles(declared, masking, settings(conf)), known, counts, warnings);
    }
    boolean rejected = counts.getOrDefault("rows rejected", 0L) > 0 || hasRejects();
    return new Outcome(counts, warnings, rejected);
  }

  private boolean hasRejects() {
    return tables.has(OwnTable.REJECTS.tableName()) && !tables.read(OwnTable.REJECTS).isEmpty();
  }

  private Map<String, List<KnownFiles.Pending>> pending(
      InputListing listing, KnownFiles known, Configuration conf) {
    Map<String, List<KnownFiles.Pending>> pending = new TreeMap<>();
    progress.stage("looking at files", listing.files().size());
    for (InputListing.Entry entry : listing.files()) {
      KnownFiles.Pending one = known.pending(entry, conf);
      if (one != null) {
        pending.computeIfAbsent(entry.dataSet(), d -> new ArrayList<>()).add(one);
      }
      progress.step(entry.file(), 0);
    }
    return pending;
  }

  /** What a user set for Hadoop; the defaults of the libraries are everywhere anyway. */
  private static Map<String, String> settings(Configuration conf) {
    Map<String, String> settings = new HashMap<>();
    conf.iterator().forEachRemaining(e -> settings.put(e.getKey(), e.getValue()));
    return settings;
  }

  private void take(
      Map<String, List<KnownFiles.Pending>> pending,
      InputFiles files,
      KnownFiles known,
      Map<String, Long> counts,
      List<String> warnings) {
    progress.stage("taking in", pending.size());
    List<Dataset<Row>> staged = new ArrayList<>();
    Dataset<Row> rejects = null;
    for (Map.Entry<String, List<KnownFiles.Pending>> entry : pending.entrySet()) {
      DataSet set = declared.dataSet(entry.getKey());
      List<FileTask> tasks = entry.getValue().stream().map(KnownFiles.Pending::task).toList();
      // Read once, used for records, rejects and the files' summary.
      Dataset<Row> rows =
          files.staged(tables.spark(), set, tasks).persist(StorageLevel.MEMORY_AND_DISK());
      staged.add(rows);
      Map<String, List<String>> remarks = merge(set, rows, tasks);
      long read = note(entry.getValue(), rows, remarks, known, counts, warnings);
      Dataset<Row> problems = FileSummary.rejects(set.name(), rows);
      rejects = rejects == null ? problems : rejects.unionByName(problems);
      progress.step(set.name(), read);
    }
    Set<String> taken =
        pending.values().stream()
            .flatMap(List::stream)
            .map(p -> p.task().file())
            .collect(Collectors.toCollection(TreeSet::new));
    writeRejects(rejects, taken);
    // Last of all: until then the same command takes the same files in again.
    tables.replace(OwnTable.FILES.tableName(), tables.rows(OwnTable.FILES, known.rows()));
    staged.forEach(Dataset::unpersist);
  }

  /** Writes the data set's table; gives what is to be told, by file. */
  private Map<String, List<String>> merge(DataSet set, Dataset<Row> staged, List<FileTask> tasks) {
    Set<String> renewed =
        tasks.stream().filter(t -> t.content() > 1).map(FileTask::file).collect(Collectors.toSet());
    Dataset<Row> held = tables.find(set.name()).orElse(null);
    Dataset<Row> merged =
        new Revisions(set, renewed)
            .merged(staged, held)
            // Used twice: for the table and for what is to be told.
            .persist(StorageLevel.MEMORY_AND_DISK());
    tables.replace(set.name(), merged.drop(StagedRows.REMARKS));
    Map<String, List<String>> remarks = new TreeMap<>();
    // At most a few rows for each file.
    for (Row row : FileSummary.remarks(merged).collectAsList()) {
      remarks
          .computeIfAbsent(row.getString(0), f -> new ArrayList<>())
          .add(FileSummary.sentence(row.getString(1), row.getLong(2), row.getLong(3)));
    }
    if (!tables.keeps()) {
      merged.unpersist();
    }
    return remarks;
  }

  private long note(
      List<KnownFiles.Pending> pending,
      Dataset<Row> staged,
      Map<String, List<String>> remarks,
      KnownFiles known,
      Map<String, Long> counts,
      List<String> warnings) {
    Map<String, Row> summaries = new HashMap<>();
    // One row for each file taken in.
    FileSummary.files(staged)
        .collectAsList()
        .forEach(r -> summaries.put(r.getAs(StagedRows.FILE), r));
    long read = 0;
    for (KnownFiles.Pending one : pending) {
      Row row = summaries.get(one.task().file());
      List<String> told = new ArrayList<>(row.getList(row.fieldIndex(Columns.WARNINGS)));
      told.addAll(remarks.getOrDefault(one.task().file(), List.of()).stream().sorted().toList());
      told.forEach(t -> warnings.add(one.task().file() + ": " + t));
      KnownFiles.Known file =
          new KnownFiles.Known(
              one.dataSet(),
              one.task().file(),
              one.sha256(),
              one.bytes(),
              one.task().content(),
              row.getAs(Columns.ROWS_READ),
              row.getAs(Columns.ROWS_ACCEPTED),
              row.getAs(Columns.ROWS_REJECTED),
              told,
              runId);
      known.put(file);
      counts.merge("rows accepted", file.accepted(), Long::sum);
      counts.merge("rows rejected", file.rejected(), Long::sum);
      if (file.rowsRead() == null) {
        counts.merge("files rejected", 1L, Long::sum);
      }
      read += file.rowsRead() == null ? 0 : file.rowsRead();
    }
    return read;
  }

  private void writeRejects(Dataset<Row> rejects, Set<String> taken) {
    String table = OwnTable.REJECTS.tableName();
    Dataset<Row> now = rejects;
    if (tables.has(table)) {
      now =
          tables
              .read(OwnTable.REJECTS)
              .where(not(col(Columns.FILE).isin(taken.toArray())))
              .unionByName(rejects);
    }
    tables.replace(table, now);
  }
}
