package gouji.store;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

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

  /** Few rows of a data set change: that is marked beside them, and what has changed is noted. */
  private static final Map<String, String> OF_DATA_SETS =
      Map.of(
          "delta.enableChangeDataFeed",
          "true",
          "delta.enableDeletionVectors",
          "true",
          "delta.dataSkippingStatsColumns",
          Columns.UNIT_ID);

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
    if (Stream.of(OwnTable.values()).noneMatch(t -> t.tableName().equals(path.getName()))) {
      properties.putAll(OF_DATA_SETS);
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

  /** Holds for rows of these units. */
  static String ofUnits(Collection<String> units) {
    Stream<String> literals =
        units.stream().sorted().map(u -> "'" + u.replace("\\", "\\\\").replace("'", "\\'") + "'");
    return Columns.UNIT_ID + " IN (" + joined(literals) + ")";
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

  /** Puts rows in the place of those with the same values in some columns, and adds the others. */
  void merge(Dataset<Row> rows, List<String> key) {
    String view = "gouji_changed_" + path.getName();
    rows.createOrReplaceTempView(view);
    String same =
        key.stream()
            .map(k -> "held.%s = changed.%s".formatted(k, k))
            .collect(Collectors.joining(" AND "));
    // The builder of this command is not the same in all versions of Delta, its language is.
    spark.sql(
        "MERGE INTO %s AS held USING %s AS changed ON %s WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
            .formatted(named(), view, same));
    spark.catalog().dropTempView(view);
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
