package gouji.cli;

import gouji.store.LocalFiles;
import gouji.store.LocalFilesByUri;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.slf4j.LoggerFactory;

/** The Spark session of a command. */
final class Sessions {
  private static volatile Path scratch;

  private Sessions() {}

  /**
   * The session; what the user sets wins. Without a master it runs embedded, tuned for one small
   * machine; {@code -Dgouji.profile=bulk} tunes it for millions of rows.
   */
  static SparkSession open(Common options) {
    boolean embedded = isEmbedded(options);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.app.name", "gouji");
    settings.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    settings.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put("spark.sql.datetime.java8API.enabled", "true");
    // Rows that are held would else keep all partitions of a shuffle, and each makes a file.
    settings.put("spark.sql.optimizer.canChangeCachedPlanOutputPartitioning", "true");
    if (embedded) {
      settings.put("spark.master", "local[*]");
      settings.put("spark.driver.host", "localhost");
      settings.put("spark.driver.bindAddress", "127.0.0.1");
      settings.put("spark.ui.enabled", "false");
      settings.put("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
      settings.put("spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFilesByUri.class.getName());
      if (!options.conf.containsKey("spark.local.dir")) {
        settings.put("spark.local.dir", scratch());
      }
      settings.putAll(isBulk() ? bulk() : small());
    } else if (options.master != null) {
      settings.put("spark.master", options.master);
    }
    settings.putAll(options.conf);
    SparkSession.Builder builder = SparkSession.builder();
    settings.forEach(builder::config);
    return builder.getOrCreate();
  }

  private static boolean isBulk() {
    return "bulk".equals(System.getProperty("gouji.profile"));
  }

  /** Whether rows may stay in this one process: embedded, and not tuned for millions of them. */
  static boolean isSmall(Common options) {
    return isEmbedded(options) && !isBulk();
  }

  private static boolean isEmbedded(Common options) {
    return options.master == null && System.getProperty("spark.master") == null;
  }

  /** Removes what Spark left on the local disk; the process ends without waiting for Spark. */
  static void clean() {
    if (scratch == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(scratch)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      // What is still being written stays; the system's temporary folder is cleaned by its owner.
      LoggerFactory.getLogger(Sessions.class).warn("{} is left behind", scratch, e);
    }
  }

  private static String scratch() {
    try {
      scratch = Files.createTempDirectory("gouji");
      return scratch.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
