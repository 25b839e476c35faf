package gouji.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** How Spark is tuned: on one machine, where it runs embedded, or on a cluster. */
public enum Profile {
  /** One small machine and few rows: what counts is the start. */
  SMALL,
  /** One machine and millions of rows. */
  BULK;

  /** The settings of every session, embedded or not. */
  public static Map<String, String> common() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    settings.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put("spark.sql.datetime.java8API.enabled", "true");
    // Overflow and bad casts fail on every Spark: before 4 they would give null unless told.
    settings.put("spark.sql.ansi.enabled", "true");
    // Newer Delta refuses to read or restore versions that are older than a week, whether they are
    // there or not; tables of an earlier version of the program lack the property that says so.
    settings.put(
        "spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration",
        "false");
    settings.put("spark.databricks.delta.optimize.minFileSize", String.valueOf(Upkeep.SMALL));
    settings.put("spark.databricks.delta.optimize.maxFileSize", String.valueOf(8 * Upkeep.SMALL));
    // Rows that are held would else keep all partitions of a shuffle, and each makes a file.
    settings.put("spark.sql.optimizer.canChangeCachedPlanOutputPartitioning", "true");
    return settings;
  }

  /** The settings of an embedded session. */
  public Map<String, String> embedded() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.driver.host", "localhost");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
    settings.put("spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFilesByUri.class.getName());
    settings.putAll(this == BULK ? bulk() : small());
    return settings;
  }

  /**
   * The settings of a session on a cluster. Where rows come together, adaptive execution and the
   * cluster's own settings decide.
   */
  public static Map<String, String> cluster() {
    Map<String, String> settings = new LinkedHashMap<>();
    // Executors read text and days as the driver does, whatever the locale of their machine; what
    // Spark needs opened of the JDK it tells them itself.
    settings.put(
        "spark.executor.defaultJavaOptions",
        "-Dfile.encoding=UTF-8 -Duser.timezone=UTC -Duser.language=en -Duser.country=US");
    // The log of a table here names some hundred files; each of 50 tasks would get a few of them.
    settings.put("spark.databricks.delta.snapshotPartitions", "4");
    return settings;
  }

  private static Map<String, String> small() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.shuffle.partitions", "2");
    settings.put("spark.sql.codegen.wholeStage", "false");
    settings.put("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    settings.put("spark.sql.adaptive.enabled", "false");
    settings.put("spark.sql.autoBroadcastJoinThreshold", "10485760");
    settings.put("spark.databricks.delta.snapshotPartitions", "1");
    // What helps to skip files of a large table costs a small one more than it gives.
    settings.put("spark.databricks.delta.stats.collect", "false");
    settings.put("spark.databricks.delta.allFilesInCrc.enabled", "false");
    settings.put("spark.shuffle.compress", "false");
    settings.put("spark.sql.ui.retainedExecutions", "1");
    return settings;
  }

  private static Map<String, String> bulk() {
    Map<String, String> settings = new LinkedHashMap<>();
    int cores = Runtime.getRuntime().availableProcessors();
    settings.put("spark.sql.shuffle.partitions", String.valueOf(Math.max(8, 4 * cores)));
    settings.put("spark.databricks.delta.snapshotPartitions", "2");
    // Rows are held for moments: making them small takes longer than writing them to the disk.
    settings.put("spark.sql.inMemoryColumnarStorage.compressed", "false");
    // Keys are all different: looking for repeated ones finds none.
    settings.put("spark.hadoop.parquet.enable.dictionary#record_key", "false");
    settings.put("spark.hadoop.parquet.enable.dictionary#entity_hash", "false");
    settings.put("spark.hadoop.parquet.enable.dictionary#digest", "false");
    settings.put("spark.hadoop.parquet.enable.dictionary#line", "false");
    return settings;
  }
}
