package gouji.testkit.bench;

import gouji.contract.DataSet;
import gouji.contract.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Where the SQL of the two others differs. */
enum Dialect {
  DUCKDB,
  SPARK;

  /** The type of a column. */
  String type(Field field) {
    return switch (field.type()) {
      case STRING, CODE, VERBATIM -> "STRING";
      case INTEGER, YEAR -> "BIGINT";
      case NUMBER -> "DECIMAL(24,6)";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case DATETIME -> this == DUCKDB ? "TIMESTAMP" : "TIMESTAMP_NTZ";
    };
  }

  /** The typed value of a cell; Spark's reader has typed it and dropped what it could not read. */
  String typed(Field field) {
    return this == DUCKDB && !type(field).equals("STRING")
        ? "TRY_CAST(%s AS %s)".formatted(field.name(), type(field))
        : field.name();
  }

  /** The rows of a data set's files; Spark has them as a view. */
  String raw(DataSet set, List<String> names, List<Path> folders) {
    if (this == SPARK) {
      return "raw_" + set.name();
    }
    String files =
        folders.stream()
            .map(f -> "'" + f.resolve(set.name()) + "/**/*.csv'")
            .collect(Collectors.joining(", ", "[", "]"));
    String columns =
        names.stream()
            .map(n -> "'" + n + "': 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}"));
    return "read_csv(%s, columns = %s, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', filename = true, ignore_errors = true)"
        .formatted(files, columns);
  }

  /** A whole quotient. */
  String divided(String above, String below) {
    return "(%s) %s (%s)".formatted(above, this == DUCKDB ? "//" : "DIV", below);
  }
}
