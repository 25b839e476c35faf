package gouji.testkit.bench;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The data sets that input folders hold, and what the others than Gouji make of them.
 *
 * @param folders the input folders, all of a data set's files with the same columns
 * @param out where records and figures are written
 */
record ProvinceFiles(Declarations declared, List<Path> folders, Path out) {
  /** The figures' tables. */
  static final List<String> FIGURES = List.of("cells", "indicators");

  /** The columns of each data set, from the first of its files. */
  Map<DataSet, List<String>> columns() {
    Map<DataSet, List<String>> columns = new LinkedHashMap<>();
    for (DataSet set : declared.dataSets().values()) {
      if (Files.isDirectory(folders.get(0).resolve(set.name()))) {
        columns.put(set, header(folders.get(0).resolve(set.name())));
      }
    }
    return columns;
  }

  private static List<String> header(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      Path first = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      try (BufferedReader reader = Files.newBufferedReader(first)) {
        return List.of(reader.readLine().split(",", -1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The input folders that hold files of a data set. */
  List<Path> of(DataSet set) {
    return folders.stream().filter(f -> Files.isDirectory(f.resolve(set.name()))).toList();
  }

  /** The names of the data sets whose records were written. */
  List<String> written() {
    List<String> written = new ArrayList<>();
    for (String name : declared.dataSets().keySet()) {
      if (Files.exists(records(name))) {
        written.add(name);
      }
    }
    return written;
  }

  /** Where the records of a data set are written. */
  Path records(String dataSet) {
    return out.resolve("records").resolve(dataSet);
  }

  /** Where a table of figures is written. */
  Path figures(String table) {
    return out.resolve(table);
  }
}
