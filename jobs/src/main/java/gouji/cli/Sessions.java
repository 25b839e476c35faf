package gouji.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a command. */
final class Sessions {
  private Sessions() {}

  /**
   * The session; what the user sets wins. Without a master it runs embedded, tuned for one small
   * machine; {@code -Dgouji.profile=bulk} tunes it for millions of rows.
   */
  static SparkSession open(Common options) {
    boolean submitted = System.getProperty("spark.master") != null;
    boolean embedded = options.master == null && !submitted;
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.app.name", "gouji");
    settings.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    settings.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put("spark.sql.datetime.java8API.enabled", "true");
    if (embedded) {
      settings.put("spark.master", "local[*]");
      settings.put("spark.driver.host", "localhost");
      settings.put("spark.driver.bindAddress", "127.0.0.1");
      settings.put("spark.ui.enabled", "false");
      settings.putAll(isBulk() ? bulk() : small());
    } else if (options.master != null) {
      settings.put("spark.master", options.master);
    }
    settings.putAll(options.conf);
    SparkSession.Builder builder = SparkSession.builder();
    settings.forEach(builder::config);
    return builder.getOrCreate();
  }

  /** Whether the machine was tuned for millions of rows. */
  static boolean isBulk() {
    return "bulk".equals(System.getProperty("gouji.profile"));
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
    return Map.of(
        "spark.sql.shuffle.partitions", "32", "spark.databricks.delta.snapshotPartitions", "2");
  }
}
