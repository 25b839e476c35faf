package gouji.testkit.bench;

import gouji.contract.DeclarationReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * The stages of the comparison over a province, each in a process of its own. Called by
 * scripts/bench.
 */
public final class ProvinceBench {
  private static final long SEED = 2019_60;

  private ProvinceBench() {}

  /**
   * Runs one stage.
   *
   * @param args the stage; for {@code write} and {@code month} the folder, units, years, decisions
   *     and service items; for the others years, the folder written into and the input folders
   */
  public static void main(String[] args) throws IOException, SQLException {
    String stage = args[0];
    if (stage.equals("write") || stage.equals("month")) {
      Province province =
          new Province(
              Integer.parseInt(args[2]),
              Integer.parseInt(args[3]),
              Long.parseLong(args[4]),
              Long.parseLong(args[5]),
              SEED);
      Path folder = Path.of(args[1]);
      System.out.println(stage.equals("write") ? province.write(folder) : province.month(folder));
      return;
    }
    Path out = Path.of(args[2]).toAbsolutePath();
    List<Path> input = Arrays.stream(args).skip(3).map(Path::of).map(Path::toAbsolutePath).toList();
    if (stage.equals("compare")) {
      System.exit(FigureComparison.isSame(out, input) ? 0 : 1);
    }
    ProvinceFiles files = new ProvinceFiles(DeclarationReader.readAll(List.of()), input, out);
    int first = Province.FIRST_YEAR;
    int last = first + Integer.parseInt(args[1]) - 1;
    switch (stage) {
      case "duckdb-ingest" -> new DuckDbProvince(files, first, last).ingest();
      case "duckdb-aggregate" -> new DuckDbProvince(files, first, last).aggregate();
      case "spark-ingest" -> new SparkProvince(files, first, last).ingest();
      case "spark-aggregate" -> new SparkProvince(files, first, last).aggregate();
      default -> throw new IllegalArgumentException(stage);
    }
  }
}
