package gouji.testkit;

import gouji.testkit.Program.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * A warehouse in a folder, with its input beside it.
 *
 * @param folder holds {@code input} and {@code warehouse}
 */
public record SmallWarehouse(Path folder, Program program, SparkSession spark) {

  /** Writes an input file, line by line. */
  public void write(String file, String... lines) throws IOException {
    Path path = folder.resolve("input").resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, List.of(lines));
  }

  /** Takes the input in. */
  public Ran ingest() {
    return run("ingest", "--input", folder + "/input");
  }

  /** Runs a command on the warehouse. */
  public Ran run(String command, String... options) {
    Stream<String> all =
        Stream.concat(Stream.of(command, "--warehouse", folder + "/warehouse"), Stream.of(options));
    return program.run(all.toArray());
  }

  /** Columns of a table, as lines in the order of the text. */
  public List<String> table(String table, String... columns) {
    Column[] chosen = Stream.of(columns).map(functions::col).toArray(Column[]::new);
    return Rows.lines(
        spark.read().format("delta").load(folder + "/warehouse/" + table).select(chosen));
  }
}
