package gouji.store;

import gouji.contract.OwnTable;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The small tables of a warehouse, listed where no Spark runs.
 *
 * @param warehouse folder of the warehouse
 */
public record SmallTables(String warehouse) {
  private static final String LOCAL = "fs.file.impl";

  /** All rows of a table that an earlier command must have written. */
  public List<Entry> need(OwnTable table, String command) {
    Configuration conf = new Configuration();
    conf.set(LOCAL, LocalFiles.class.getName());
    Path folder = new Path(warehouse, table.tableName());
    try {
      if (!folder.getFileSystem(conf).exists(new Path(folder, CommitLog.FOLDER))) {
        throw Tables.missing(warehouse, table, command);
      }
      return new SmallTable(table, folder.toString(), null).rows(conf);
    } catch (IOException e) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the table %s cannot be read: %s. Look at its folder and its rights."
              .formatted(folder, e.getMessage()),
          e);
    }
  }
}
