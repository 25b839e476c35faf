package gouji.cli;

import gouji.store.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a command. */
final class Sessions {
  private static volatile Scratch scratch;

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
    if (scratch != null) {
      scratch.delete();
    }
  }

  private static String scratch() {
    scratch = Scratch.make();
    return scratch.folder().toString();
  }
}
