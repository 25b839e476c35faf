package gouji.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.ingest.FileReport;
import gouji.ingest.HadoopSettings;
import gouji.ingest.InputFiles;
import gouji.ingest.Masking;
import gouji.ingest.MergeReport;
import gouji.ingest.UnitMap;
import gouji.store.Secret;
import gouji.store.Tables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes in the files of an input folder, and published reports.
 *
 * @param tables the warehouse
 * @param warehouse its folder, beside which its secret lies
 * @param declared the declarations
 * @param sources where files are taken from
 * @param runId id of the run
 * @param few bytes of text up to which the files of a data set are read by one task
 * @param progress told how far it is
 */
public record IngestJob(
    Tables tables,
    String warehouse,
    Declarations declared,
    Sources sources,
    String runId,
    long few,
    Progress progress)
    implements Job {
  /** What one task reads into memory in less time than it takes to share the work. */
  public static final long FEW = 16L << 20;

  @Override
  public Outcome run() {
    Configuration conf = tables.spark().sparkContext().hadoopConfiguration();
    UnitMap units = sources.units(declared, conf);
    InputListing listing = sources.listing(declared, conf);
    List<String> warnings = new ArrayList<>(listing.warnings());
    KnownFiles known = KnownFiles.read(tables);
    List<String> left = new ArrayList<>();
    byte[] unitMap = units == null ? new byte[0] : units.bytes();
    Iterator<KnownFiles.Looked> looked = looked(listing.files(), unitMap, conf);
    Map<String, List<KnownFiles.Pending>> pending = pending(listing, known, looked, left);
    warnings.addAll(left);
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files", (long) listing.files().size());
    counts.put("files new or changed", pending.values().stream().mapToLong(List::size).sum());
    if (!pending.isEmpty()) {
      take(pending, units, known, counts, warnings);
    }
    return new Outcome(counts, warnings, known.hasRejects() || !left.isEmpty());
  }

  private Map<String, List<KnownFiles.Pending>> pending(
      InputListing listing,
      KnownFiles known,
      Iterator<KnownFiles.Looked> looked,
      List<String> left) {
    Map<String, List<KnownFiles.Pending>> pending = new TreeMap<>();
    for (InputListing.Entry entry : listing.files()) {
      KnownFiles.Pending one = known.pending(entry, looked.next(), left::add);
      if (one != null) {
        pending.computeIfAbsent(entry.dataSet(), d -> new ArrayList<>()).add(one);
      }
      progress.step(entry.file(), 0);
    }
    return pending;
  }

  /**
   * Looks at the files, in their order: here when they are small, else wherever there is a core.
   */
  private Iterator<KnownFiles.Looked> looked(
      List<InputListing.Entry> files, byte[] unitMap, Configuration conf) {
    progress.stage("looking at files", files.size());
    if (files.stream().mapToLong(f -> f.stamp().bytes()).sum() <= FEW) {
      return files.stream().map(f -> KnownFiles.Looked.at(f, unitMap, conf)).iterator();
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(tables.spark().sparkContext());
    Broadcast<HadoopSettings> hadoop = context.broadcast(new HadoopSettings(conf));
    // Collected: some lines for each file, whose list is at hand anyway.
    return context
        .parallelize(files, Math.min(files.size(), context.defaultParallelism() * 8))
        .map(f -> KnownFiles.Looked.at(f, unitMap, hadoop.value().conf()))
        .collect()
        .iterator();
  }

  private void take(
      Map<String, List<KnownFiles.Pending>> pending,
      UnitMap units,
      KnownFiles known,
      Map<String, Long> counts,
      List<String> warnings) {
    progress.stage("taking in", pending.size());
    List<DataSetIngest.Taken> taken = new Together(tables.keeps()).all(ingests(pending, units));
    Dataset<Row> rejects = null;
    for (DataSetIngest.Taken one : taken) {
      rejects = rejects == null ? one.rejects() : rejects.unionByName(one.rejects());
      note(one, known, counts, warnings);
    }
    writeRejects(rejects, files(pending));
    Configuration conf = tables.spark().sparkContext().hadoopConfiguration();
    pending.values().forEach(all -> all.forEach(one -> one.checkUnchanged(conf)));
    // Last of all: until then the same command takes the same files in again.
    tables.replaceLast(OwnTable.FILES, tables.rows(OwnTable.FILES, known.rows()));
    taken.forEach(t -> tables.release(t.held()));
  }

  private List<DataSetIngest> ingests(
      Map<String, List<KnownFiles.Pending>> pending, UnitMap units) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(tables.spark().sparkContext());
    Configuration conf = context.hadoopConfiguration();
    Broadcast<Declarations> everywhere = context.broadcast(declared);
    InputFiles files =
        new InputFiles(
            everywhere,
            new Masking(Secret.of(warehouse, !tables.hasRecords(declared), conf)),
            context.broadcast(new HadoopSettings(conf)),
            units == null ? null : new PublishedOpener(everywhere, context.broadcast(units)));
    return pending.entrySet().stream()
        .map(
            e ->
                new DataSetIngest(
                    tables, declared.dataSet(e.getKey()), files, e.getValue(), few, progress))
        .toList();
  }

  private static Set<String> files(Map<String, List<KnownFiles.Pending>> pending) {
    return pending.values().stream()
        .flatMap(List::stream)
        .map(p -> p.entry().file())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void note(
      DataSetIngest.Taken taken,
      KnownFiles known,
      Map<String, Long> counts,
      List<String> warnings) {
    List<MergeReport.Told> remarks = taken.merge().remarks();
    remarks.stream()
        .filter(t -> !taken.reports().containsKey(t.file()))
        .forEach(t -> warnings.add(t.file() + ": " + t.sentence()));
    Map<String, MergeReport.Count> rows =
        taken.merge().counts().stream()
            .collect(Collectors.toMap(MergeReport.Count::file, Function.identity()));
    for (KnownFiles.Pending one : taken.pending()) {
      FileReport report = taken.reports().get(one.entry().file());
      List<String> told = new ArrayList<>(report.told());
      remarks.stream()
          .filter(t -> t.file().equals(report.file()))
          .map(MergeReport.Told::sentence)
          .forEach(told::add);
      told.forEach(t -> warnings.add(report.file() + ": " + t));
      KnownFiles.Known file =
          KnownFiles.Known.of(one, report, rows.get(report.file()), told, runId);
      known.put(file);
      counts.merge("rows accepted", file.accepted(), Long::sum);
      counts.merge("rows rejected", file.rejected(), Long::sum);
      if (report.rowsRead() == null) {
        counts.merge("files rejected", 1L, Long::sum);
      }
    }
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
    tables.replace(table, tables.keeps() ? now.coalesce(1) : now);
  }
}
