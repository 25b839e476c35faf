package gouji.store;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * What Delta does with one table, each write a commit of its own.
 *
 * @param path folder of the table
 */
record DeltaFolder(SparkSession spark, Path path) {
  private static final String DELTA = "delta";
  private static final String NOTE = "userMetadata";

  /**
   * No version is forgotten with time, whoever tidies up: what a published report was made from
   * stays readable, which newer Delta refuses beyond the days of {@code deletedFileRetention}.
   */
  static final Map<String, String> LASTING =
      Map.of(
          "delta.enableExpiredLogCleanup",
          "false",
          "delta.logRetentionDuration",
          "interval 36500 days",
          "delta.deletedFileRetentionDuration",
          "interval 36500 days");

  /** What has changed in a data set is noted, and only its units are asked for. */
  private static final Map<String, String> OF_DATA_SETS =
      Map.of(
          "delta.enableChangeDataFeed", "true", "delta.dataSkippingStatsColumns", Columns.UNIT_ID);

  /** Few rows of a large table change: that is marked beside them. */
  private static final String MARKS = "delta.enableDeletionVectors";

  private static final Set<OwnTable> LARGE =
      Set.of(OwnTable.CONTRIBUTIONS, OwnTable.CELLS, OwnTable.INDICATORS);

  /** The commits of the table. */
  CommitLog log() {
    return new CommitLog(path, spark.sparkContext().hadoopConfiguration());
  }

  private boolean isNew() {
    return log().findNewest().isEmpty();
  }

  Dataset<Row> newest() {
    return spark.read().format(DELTA).load(path.toString());
  }

  Dataset<Row> asOf(long version) {
    return spark.read().format(DELTA).option("versionAsOf", version).load(path.toString());
  }

  /** The rows that came or left after a version. */
  Dataset<Row> changes(long since) {
    return spark
        .read()
        .format(DELTA)
        .option("readChangeFeed", "true")
        .option("startingVersion", since + 1)
        .load(path.toString());
  }

  /** Writes the rows as the new content, with a note. */
  void write(Dataset<Row> rows, String note) {
    // A new table is appended to: there is nothing to look up that would have to go.
    boolean isNew = isNew();
    writer(rows, isNew ? SaveMode.Append : SaveMode.Overwrite)
        .options(isNew ? properties() : Map.of())
        .option("overwriteSchema", String.valueOf(!isNew))
        .option(NOTE, note)
        .save(path.toString());
  }

  private static DataFrameWriter<Row> writer(Dataset<Row> rows, SaveMode mode) {
    return rows.write().format(DELTA).mode(mode);
  }

  /** The properties of a new table. */
  private Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>(LASTING);
    Optional<OwnTable> own =
        Stream.of(OwnTable.values()).filter(t -> t.tableName().equals(path.getName())).findAny();
    if (own.isEmpty()) {
      properties.putAll(OF_DATA_SETS);
    }
    if (own.map(LARGE::contains).orElse(true)) {
      properties.put(MARKS, "true");
    }
    return properties;
  }

  /** Writes the rows as the content where the predicate holds; all else stays as it is. */
  void replaceWhere(String predicate, Dataset<Row> rows, String note) {
    if (isNew()) {
      write(rows, note);
    } else {
      writer(rows, SaveMode.Overwrite)
          .option("replaceWhere", predicate)
          .option(NOTE, note)
          .save(path.toString());
    }
  }

  /** Holds for rows of these years. */
  static String inYears(Collection<Integer> years) {
    return Columns.YEAR + " IN (" + joined(years.stream().sorted().map(String::valueOf)) + ")";
  }

  private static String joined(Stream<String> values) {
    return values.collect(Collectors.joining(","));
  }

  /** Adds rows. */
  void append(Dataset<Row> rows) {
    // A table of an earlier version lacks the columns that were added since.
    writer(rows, SaveMode.Append)
        .options(isNew() ? properties() : Map.of())
        .option("mergeSchema", "true")
        .save(path.toString());
  }

  /** Takes the rows out for which a function of one column holds; all else stays as it is. */
  void remove(String column, UDF1<?, Boolean> isGone) {
    spark.udf().register(gone(), isGone, DataTypes.BooleanType);
    spark.sql("DELETE FROM %s WHERE %s(%s)".formatted(named(), gone(), column));
  }

  /** The same for a function of two columns. */
  void remove(String one, String other, UDF2<?, ?, Boolean> isGone) {
    spark.udf().register(gone(), isGone, DataTypes.BooleanType);
    spark.sql("DELETE FROM %s WHERE %s(%s, %s)".formatted(named(), gone(), one, other));
  }

  private String gone() {
    return "gouji_gone_" + path.getName();
  }

  /** Gives the table the rows back that it had at a version; no rows where that is null. */
  void restore(Long version) {
    // Both give their counts as rows, which tell nothing here; they are done when they return.
    spark.sql(
        version == null
            ? "DELETE FROM " + named()
            : "RESTORE TABLE %s TO VERSION AS OF %d".formatted(named(), version));
  }

  /** Gives the table the properties that a new one has from the start. */
  void settle() {
    String properties =
        LASTING.entrySet().stream()
            .map(p -> "'%s' = '%s'".formatted(p.getKey(), p.getValue()))
            .sorted()
            .collect(Collectors.joining(", "));
    spark.sql("ALTER TABLE %s SET TBLPROPERTIES (%s)".formatted(named(), properties));
  }

  /** Writes small files, and those with many deleted rows, as few large ones; no row changes. */
  void optimize() {
    spark.sql("OPTIMIZE " + named());
  }

  /** The table as a command names it, which takes absolute paths only. */
  private String named() {
    try {
      Path absolute =
          path.getFileSystem(spark.sparkContext().hadoopConfiguration()).makeQualified(path);
      return "delta.`%s`".formatted(absolute.toString().replace("`", "``"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
