package gouji.ingest;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/** Opens files of a kind that another step reads; handed in by the job that knows both. */
@FunctionalInterface
public interface RowsOpener extends Serializable {

  /**
   * The rows of a file; null when the task says that it cannot be read.
   *
   * @throws IOException when the bytes cannot be had, which says nothing of the file
   */
  RawRows open(FileTask task, Configuration conf) throws IOException;
}
