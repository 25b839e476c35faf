package gouji.testkit.bench;

import static org.apache.spark.sql.functions.col;

import gouji.contract.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The same work in Spark as it comes, on Parquet files. */
record SparkProvince(ProvinceFiles files, int firstYear, int lastYear) {

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "localhost")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "32")
        .config("spark.sql.ansi.doubleQuotedIdentifiers", "true")
        .getOrCreate();
  }

  /** Files to records. */
  void ingest() throws IOException {
    RecordSql sql = new RecordSql(files.declared(), Dialect.SPARK);
    try (SparkSession spark = session()) {
      for (Map.Entry<DataSet, List<String>> one : files.columns().entrySet()) {
        DataSet set = one.getKey();
        raw(spark, set, one.getValue()).createOrReplaceTempView("raw_" + set.name());
        spark
            .sql(sql.records(set, one.getValue(), files.of(set)))
            .write()
            .mode(SaveMode.Overwrite)
            .parquet(files.records(set.name()).toString());
      }
    }
  }

  /** The rows of a data set's files that can be read as its types, each with its file. */
  private Dataset<Row> raw(SparkSession spark, DataSet set, List<String> names) {
    String schema =
        String.join(
            ", ", names.stream().map(n -> n + " " + Dialect.SPARK.type(set.field(n))).toList());
    String[] folders =
        files.of(set).stream().map(f -> f.resolve(set.name()).toString()).toArray(String[]::new);
    return spark
        .read()
        .schema(schema)
        .option("header", "true")
        .option("multiLine", "true")
        .option("escape", "\"")
        .option("mode", "DROPMALFORMED")
        // Else a line with too few or too many cells would be taken for a sound one.
        .option("columnPruning", "false")
        .option("recursiveFileLookup", "true")
        .option("dateFormat", "yyyy-MM-dd")
        .option("timestampNTZFormat", "yyyy-MM-dd HH:mm:ss")
        .csv(folders)
        .select(col("*"), col("_metadata.file_path").as("filename"));
  }

  /** Records to figures. */
  void aggregate() throws IOException {
    List<String> sets = files.written();
    FigureSql sql = new FigureSql(files.declared(), Dialect.SPARK, sets, firstYear, lastYear);
    try (SparkSession spark = session()) {
      for (String set : sets) {
        spark.read().parquet(files.records(set).toString()).createOrReplaceTempView(set);
      }
      hold(spark, "own", sql.own());
      hold(spark, "closure", FigureSql.closure());
      hold(spark, "vectors", sql.vectors());
      write(spark.sql(sql.cells()), files.figures("cells"));
      write(spark.sql(sql.indicators()), files.figures("indicators"));
    }
  }

  /**
   * A table that is used several times; without its plan, which would be planned anew each time.
   */
  private static void hold(SparkSession spark, String name, String query) {
    spark.sql(query).localCheckpoint().createOrReplaceTempView(name);
  }

  private static void write(Dataset<Row> rows, Path folder) {
    rows.write().mode(SaveMode.Overwrite).parquet(folder.toString());
  }
}
