package gouji.store;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * The Delta tables of one warehouse. What a small run has written stays at hand in memory, so that
 * its next step does not read it from the files again.
 */
public final class Tables {
  /** Bytes of a table that is read once for all steps of a small run. */
  private static final long SMALL = 16L << 20;

  private final SparkSession spark;
  private final Path warehouse;
  private final boolean keep;
  private final WriteBehind writes;
  private final Map<String, Dataset<Row>> kept = new ConcurrentHashMap<>();
  private final Map<OwnTable, List<Entry>> lists = new ConcurrentHashMap<>();
  private final Origins origins;

  /** The versions that are read, by table; null for the newest ones. */
  private final Map<String, Long> pinned;

  /**
   * The tables below that folder.
   *
   * @param keep whether written rows stay in memory (or on Spark's disk) for the next step
   */
  public Tables(SparkSession spark, String warehouse, boolean keep) {
    this(spark, new Path(warehouse), keep, null);
  }

  private Tables(SparkSession spark, Path warehouse, boolean keep, Map<String, Long> pinned) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.keep = keep;
    this.pinned = pinned;
    writes = new WriteBehind(keep);
    origins = new Origins((table, version) -> delta(table).log().origin(version));
  }

  /** The same tables as they were at these versions, to be read only, whoever writes meanwhile. */
  public Tables at(Map<String, Long> versions) {
    return new Tables(spark, warehouse, keep, Map.copyOf(versions));
  }

  /** The session that reads and writes. */
  public SparkSession spark() {
    return spark;
  }

  /** Whether written rows stay at hand for the next step. */
  public boolean keeps() {
    return keep;
  }

  /** Whether the table is there. */
  public boolean has(String table) {
    return kept.containsKey(table) || findVersion(table).isPresent();
  }

  /** Whether some data set has a table. */
  public boolean hasRecords(Declarations declared) {
    return declared.dataSets().keySet().stream().anyMatch(this::has);
  }

  /** The rows of a table; empty when it was never written. */
  public Optional<Dataset<Row>> find(String table) {
    Dataset<Row> rows = kept.get(table);
    if (rows != null) {
      return Optional.of(rows);
    }
    return findVersion(table)
        .map(v -> pinned == null ? delta(table).newest() : delta(table).asOf(v))
        .map(loaded -> isSmall(table) ? kept.computeIfAbsent(table, t -> hold(loaded)) : loaded);
  }

  /** Whether the table is read once for all steps of a small run. */
  private boolean isSmall(String table) {
    if (!keep) {
      return false;
    }
    try {
      long bytes = 0;
      for (FileStatus file : fileSystem().listStatus(new Path(warehouse, table))) {
        bytes += file.getLen();
      }
      return bytes <= SMALL;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rows of one of our own tables that has few, read once however often they are asked for. */
  public List<Entry> list(OwnTable table) {
    return has(table.tableName()) ? lists.computeIfAbsent(table, this::listed) : List.of();
  }

  private List<Entry> listed(OwnTable table) {
    Dataset<Row> rows = kept.get(table.tableName());
    if (rows != null) {
      return rows.collectAsList().stream().map(r -> Entry.of(table, r)).toList();
    }
    try {
      Long version = pinned == null ? null : pinned.get(table.tableName());
      return new SmallTable(table, path(table.tableName()), version)
          .rows(spark.sparkContext().hadoopConfiguration());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of one of our own tables; none when it was never written. */
  public Dataset<Row> read(OwnTable table) {
    return find(table.tableName())
        .orElseGet(() -> spark.createDataFrame(List.of(), Schemas.of(table)));
  }

  /** The rows of one of our own tables in a warehouse where an earlier command must have run. */
  public Dataset<Row> need(OwnTable table, String command) {
    return find(table.tableName()).orElseThrow(() -> missing(warehouse.toString(), table, command));
  }

  /** What is said of a table that an earlier command should have written. */
  static Failure missing(String warehouse, OwnTable table, String command) {
    return new Failure(
        FailureCode.UNUSABLE,
        "the warehouse %s has no table %s yet. Run gouji %s on it first."
            .formatted(warehouse, table.tableName(), command));
  }

  /** The rows that one of our own tables had at a version. */
  public Dataset<Row> asOf(OwnTable table, long version) {
    return delta(table.tableName()).asOf(version);
  }

  /** Writes the rows as the table's new content. */
  public void replace(String table, Dataset<Row> rows) {
    replaceHeld(table, keep ? hold(rows) : rows);
  }

  /** Writes rows that the caller holds as the table's new content. */
  public void replaceHeld(String table, Dataset<Row> rows) {
    if (keep) {
      kept.put(table, rows);
    }
    writes.write(table, () -> write(table, rows));
  }

  /**
   * As {@link #replace}, when all that was written before is done: a mark that it is. The versions
   * that all tables have then are kept with it.
   */
  public void replaceLast(OwnTable table, Dataset<Row> rows) {
    replaceLast(table, rows, Map.of());
  }

  /** The same, with further numbers to note. */
  public void replaceLast(OwnTable table, Dataset<Row> rows, Map<String, Long> further) {
    if (keep) {
      kept.put(table.tableName(), rows);
    }
    writes.writeLast(() -> write(table.tableName(), rows, note(further)));
  }

  private String note(Map<String, Long> further) {
    Map<String, Long> noted = current();
    noted.putAll(further);
    return CommitLog.note(noted);
  }

  /** What was noted with the rows that the table has; empty when it is not there or has no note. */
  public Optional<Map<String, Long>> findNote(OwnTable table) {
    CommitLog log = delta(table.tableName()).log();
    return log.findNewest().flatMap(v -> log.findNote(log.origin(v)));
  }

  /** The versions of all tables when the table was last replaced as the last one; none else. */
  public Optional<Map<String, Long>> findMarked(OwnTable table) {
    return findNote(table)
        .map(
            marked -> {
              Map<String, Long> versions = new TreeMap<>(marked);
              versions.put(table.tableName(), findVersion(table.tableName()).orElseThrow());
              return versions;
            });
  }

  /** Whether the table has other rows than at an earlier version, and not only other files. */
  public boolean isChanged(String table, long since) {
    CommitLog log = delta(table).log();
    return since < 0 || log.origin(findVersion(table).orElse(since)) != log.origin(since);
  }

  /** At which versions tables got the rows that they have at others. */
  public Origins origins() {
    return origins;
  }

  /** Keeps the files of a table tidy. */
  public Upkeep upkeep(String table) {
    return new Upkeep(spark, new Path(warehouse, table));
  }

  /** Whether all rows of the table are at hand sooner than those of its changes. */
  public boolean isAtHand(String table) {
    return kept.containsKey(table) || isSmall(table);
  }

  /**
   * The rows that came to a data set's table or left it after a version, more than once where they
   * came and went.
   */
  public Dataset<Row> changes(String table, long since) {
    return delta(table).changes(since);
  }

  /** Gives the table the rows back that it had at a version; no rows where that is null. */
  public void restore(String table, Long version) {
    flush();
    delta(table).restore(version);
    forget(table);
  }

  /** Waits until all that was written is committed; throws what made a write fail. */
  public void flush() {
    writes.flush();
  }

  private void write(String table, Dataset<Row> rows) {
    write(table, rows, "");
  }

  private void write(String table, Dataset<Row> rows, String note) {
    lists.keySet().removeIf(t -> t.tableName().equals(table));
    delta(table).write(rows, note);
  }

  /** Writes the rows as the content of these years; other years stay as they are. */
  public void replaceYears(OwnTable table, Collection<Integer> years, Dataset<Row> rows) {
    replaceWhere(table, DeltaFolder.inYears(years), rows, "");
  }

  /** The same when all that was written before is done, with the versions and further numbers. */
  public void replaceYearsLast(
      OwnTable table, Collection<Integer> years, Dataset<Row> rows, Map<String, Long> further) {
    flush();
    replaceWhere(table, DeltaFolder.inYears(years), rows, note(further));
  }

  /** Writes the rows as the content of these units and years; all else stays as it is. */
  public void replaceUnits(
      OwnTable table, Collection<String> units, Collection<Integer> years, Dataset<Row> rows) {
    Set<String> ofUnits = Set.copyOf(units);
    Set<Integer> inYears = Set.copyOf(years);
    UDF2<String, Integer, Boolean> isGone =
        (unit, year) -> ofUnits.contains(unit) && inYears.contains(year);
    remove(table.tableName(), Columns.UNIT_ID, Columns.YEAR, isGone);
    append(table.tableName(), rows);
  }

  private void replaceWhere(OwnTable table, String predicate, Dataset<Row> rows, String note) {
    String name = table.tableName();
    flush();
    delta(name).replaceWhere(predicate, rows, note);
    forget(name);
  }

  private void forget(String table) {
    kept.remove(table);
    lists.keySet().removeIf(t -> t.tableName().equals(table));
  }

  /** Adds rows to a table. */
  public void append(String table, Dataset<Row> rows) {
    flush();
    delta(table).append(rows);
    forget(table);
  }

  /** Takes the rows out of a table for which a function of one column holds. */
  public void remove(String table, String column, UDF1<?, Boolean> isGone) {
    flush();
    delta(table).remove(column, isGone);
    forget(table);
  }

  /** Takes the rows out of a table for which a function of two columns holds. */
  public void remove(String table, String one, String other, UDF2<?, ?, Boolean> isGone) {
    flush();
    delta(table).remove(one, other, isGone);
    forget(table);
  }

  /** Rows made here, with the columns of one of our own tables. */
  public Dataset<Row> rows(OwnTable table, List<Row> rows) {
    return spark.createDataFrame(rows, Schemas.of(table)).select(columns(table));
  }

  private static Column[] columns(OwnTable table) {
    return table.columns().stream().map(c -> functions.col(c.name())).toArray(Column[]::new);
  }

  /**
   * The same rows, worked out once for several uses; give them back with {@link #release}. A small
   * run also forgets how they came about, for planning over long histories costs it more than the
   * rows; a large one remembers, so that a lost node can be made up for.
   */
  public Dataset<Row> hold(Dataset<Row> rows) {
    return keep ? rows.localCheckpoint(false) : rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Gives held rows back. */
  public void release(Dataset<Row> held) {
    if (!keep) {
      held.unpersist();
    }
  }

  /** The version of every table that is there, by name. */
  public Map<String, Long> versions() {
    flush();
    return current();
  }

  private Map<String, Long> current() {
    if (pinned != null) {
      return new TreeMap<>(pinned);
    }
    Map<String, Long> versions = new TreeMap<>();
    try {
      FileSystem fs = fileSystem();
      for (FileStatus folder : fs.listStatus(warehouse)) {
        String table = folder.getPath().getName();
        findVersion(table).ifPresent(v -> versions.put(table, v));
      }
    } catch (FileNotFoundException e) {
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }

  /** The version of a table that is read, as its log's file names tell; empty for none. */
  private Optional<Long> findVersion(String table) {
    return pinned != null
        ? Optional.ofNullable(pinned.get(table))
        : delta(table).log().findNewest();
  }

  private Configuration conf() {
    return spark.sparkContext().hadoopConfiguration();
  }

  private DeltaFolder delta(String table) {
    return new DeltaFolder(spark, new Path(warehouse, table));
  }

  private FileSystem fileSystem() throws IOException {
    return warehouse.getFileSystem(conf());
  }

  private String path(String table) {
    return new Path(warehouse, table).toString();
  }
}
