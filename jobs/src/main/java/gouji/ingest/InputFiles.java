package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Files of one data set become staged rows, in one pass over their bytes.
 *
 * @param declared the declarations
 * @param masking how personal values are hashed
 * @param hadoop settings of the file systems
 */
public record InputFiles(Declarations declared, Masking masking, Map<String, String> hadoop)
    implements Serializable {

  /** The staged rows of these files; columns as {@link StagedRows#staged}. */
  public Dataset<Row> staged(SparkSession spark, DataSet set, List<FileTask> tasks) {
    int parts = Math.max(1, Math.min(tasks.size(), spark.sparkContext().defaultParallelism() * 4));
    MapPartitionsFunction<FileTask, Row> parse = files -> new Rows(set, files);
    return spark
        .createDataset(tasks, Encoders.javaSerialization(FileTask.class))
        .repartition(parts)
        .mapPartitions(parse, Encoders.row(StagedRows.staged(set)));
  }

  /** The rows of several files, one after another. */
  private final class Rows implements Iterator<Row> {
    private final DataSet set;
    private final Iterator<FileTask> files;
    private final Configuration conf = new Configuration();
    private FileParser current;

    Rows(DataSet set, Iterator<FileTask> files) {
      this.set = set;
      this.files = files;
      hadoop.forEach(conf::set);
    }

    @Override
    public boolean hasNext() {
      while ((current == null || !current.hasNext()) && files.hasNext()) {
        FileTask task = files.next();
        try {
          RawRows rows = RawFiles.open(task, set, conf);
          current = new FileParser(set, declared, masking, task, rows);
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(task.file() + " cannot be read", e);
        }
      }
      return current != null && current.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return current.next();
    }
  }
}
