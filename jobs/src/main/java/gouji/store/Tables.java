package gouji.store;

import gouji.contract.Columns;
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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * The Delta tables of one warehouse. What a small run has written stays at hand in memory, so that
 * its next step does not read it from the files again.
 */
public final class Tables {
  private static final String LOG = "_delta_log";
  private static final int VERSION_DIGITS = 20;

  private final SparkSession spark;
  private final Path warehouse;
  private final boolean keep;
  private final Map<String, Dataset<Row>> kept = new ConcurrentHashMap<>();

  /**
   * The tables below that folder.
   *
   * @param keep whether written rows stay in memory (or on Spark's disk) for the next step
   */
  public Tables(SparkSession spark, String warehouse, boolean keep) {
    this.spark = spark;
    this.warehouse = new Path(warehouse);
    this.keep = keep;
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

  /** The rows of a table; empty when it was never written. */
  public Optional<Dataset<Row>> find(String table) {
    Dataset<Row> rows = kept.get(table);
    if (rows != null) {
      return Optional.of(rows);
    }
    return findVersion(table).map(v -> spark.read().format("delta").load(path(table)));
  }

  /** The rows of one of our own tables; none when it was never written. */
  public Dataset<Row> read(OwnTable table) {
    return find(table.tableName())
        .orElseGet(() -> spark.createDataFrame(List.of(), Schemas.of(table)));
  }

  /** The rows of one of our own tables in a warehouse where an earlier command must have run. */
  public Dataset<Row> need(OwnTable table, String command) {
    return find(table.tableName())
        .orElseThrow(
            () ->
                new Failure(
                    FailureCode.UNUSABLE,
                    "the warehouse %s has no table %s yet. Run gouji %s on it first."
                        .formatted(warehouse, table.tableName(), command)));
  }

  /** Writes the rows as the table's new content. */
  public void replace(String table, Dataset<Row> rows) {
    write(table, held(table, rows));
  }

  /** Writes rows that the caller holds in memory as the table's new content. */
  public void replaceHeld(String table, Dataset<Row> rows) {
    if (keep) {
      kept.put(table, rows);
    }
    write(table, rows);
  }

  private void write(String table, Dataset<Row> rows) {
    // A new table is appended to: there is nothing to look up that would have to go.
    boolean isNew = findVersion(table).isEmpty();
    rows.write()
        .format("delta")
        .mode(isNew ? SaveMode.Append : SaveMode.Overwrite)
        .option("overwriteSchema", String.valueOf(!isNew))
        .save(path(table));
  }

  /** Writes the rows as the content of these years; other years stay as they are. */
  public void replaceYears(OwnTable table, Collection<Integer> years, Dataset<Row> rows) {
    String name = table.tableName();
    if (findVersion(name).isEmpty()) {
      replace(name, rows);
      return;
    }
    String list = years.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("replaceWhere", Columns.YEAR + " IN (" + list + ")")
        .save(path(name));
    kept.remove(name);
  }

  /** Adds rows to a table. */
  public void append(OwnTable table, Dataset<Row> rows) {
    rows.write().format("delta").mode(SaveMode.Append).save(path(table.tableName()));
    kept.remove(table.tableName());
  }

  /** Rows made here, with the columns of one of our own tables. */
  public Dataset<Row> rows(OwnTable table, List<Row> rows) {
    return spark.createDataFrame(rows, Schemas.of(table)).select(columns(table));
  }

  private static Column[] columns(OwnTable table) {
    return table.columns().stream().map(c -> functions.col(c.name())).toArray(Column[]::new);
  }

  /** The rows, held in memory when this warehouse keeps what it writes. */
  private Dataset<Row> held(String table, Dataset<Row> rows) {
    if (!keep) {
      return rows;
    }
    // A small run: reading a Delta table back costs more than the rows themselves.
    Dataset<Row> held = rows.persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> before = kept.put(table, held);
    if (before != null && before != rows) {
      before.unpersist();
    }
    return held;
  }

  /** The version of every table that is there, by name. */
  public Map<String, Long> versions() {
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

  /** The newest version of a table, as its log's file names tell; empty when there is none. */
  private Optional<Long> findVersion(String table) {
    try {
      Path log = new Path(new Path(warehouse, table), LOG);
      long newest = -1;
      for (FileStatus file : fileSystem().listStatus(log)) {
        String name = file.getPath().getName();
        if (name.length() == VERSION_DIGITS + 5 && name.endsWith(".json")) {
          newest = Math.max(newest, Long.parseLong(name.substring(0, VERSION_DIGITS)));
        }
      }
      return newest < 0 ? Optional.empty() : Optional.of(newest);
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileSystem fileSystem() throws IOException {
    return warehouse.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  private String path(String table) {
    return new Path(warehouse, table).toString();
  }
}
