package gouji.cli;

import gouji.store.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a command. */
final class Sessions {
  private static volatile Scratch scratch;
  private static volatile SparkSession remote;

  private Sessions() {}

  /**
   * The session; what the user sets wins. Without a master it runs embedded, tuned for one small
   * machine; {@code -Dgouji.profile=bulk} tunes it for millions of rows.
   */
  static SparkSession open(Common options) {
    Map<String, String> settings = new LinkedHashMap<>(Profile.common());
    settings.put("spark.app.name", "gouji");
    if (isEmbedded(options)) {
      settings.put("spark.master", "local[*]");
      if (!options.conf.containsKey("spark.local.dir")) {
        settings.put("spark.local.dir", scratch());
      }
      settings.putAll((isBulk() ? Profile.BULK : Profile.SMALL).embedded());
    } else {
      // What spark-submit was told is a property of this process, and wins.
      Profile.cluster().entrySet().stream()
          .filter(s -> !isSubmitted(s.getKey()))
          .forEach(s -> settings.put(s.getKey(), s.getValue()));
      if (options.master != null) {
        settings.put("spark.master", options.master);
      }
    }
    settings.putAll(options.conf);
    SparkSession.Builder builder = SparkSession.builder();
    settings.forEach(builder::config);
    SparkSession spark = builder.getOrCreate();
    if (!isEmbedded(options)) {
      remote = spark;
    }
    return spark;
  }

  private static boolean isBulk() {
    return "bulk".equals(System.getProperty("gouji.profile"));
  }

  /** Whether rows may stay in this one process: embedded, and not tuned for millions of them. */
  static boolean isSmall(Common options) {
    return isEmbedded(options) && !isBulk();
  }

  private static boolean isEmbedded(Common options) {
    return options.master == null && !isSubmitted("spark.master");
  }

  private static boolean isSubmitted(String setting) {
    return System.getProperty(setting) != null;
  }

  /**
   * Whether this process is YARN's own ({@code --deploy-mode cluster}), which takes an end that it
   * was not told of for a failure, and tries again.
   */
  static boolean isHosted() {
    return "yarn".equals(System.getProperty("spark.master"))
        && "cluster".equals(System.getProperty("spark.submit.deployMode"));
  }

  /**
   * Gives a cluster its executors back, and removes what Spark left on the local disk; embedded,
   * the process ends without waiting for Spark.
   */
  static void close() {
    if (remote != null) {
      remote.stop();
    }
    if (scratch != null) {
      scratch.delete();
    }
  }

  private static String scratch() {
    scratch = Scratch.make();
    return scratch.folder().toString();
  }
}
