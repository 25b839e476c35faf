package gouji.testkit.bench;

import gouji.contract.DataSet;
import gouji.contract.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  /**
   * A row for each number, from a table of one column each.
   *
   * @param numbers expressions by name
   * @param kept the columns kept, joined by commas
   * @param from the table, and which of its rows
   */
  String unpivoted(Map<String, String> numbers, String kept, String from) {
    if (this == DUCKDB) {
      String wide =
          numbers.entrySet().stream()
              .map(e -> "CAST(%s AS DECIMAL(24,6)) AS \"%s\"".formatted(e.getValue(), e.getKey()))
              .collect(Collectors.joining(", "));
      String names =
          numbers.keySet().stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", "));
      return "SELECT * FROM (SELECT %s, %s FROM %s) UNPIVOT (value FOR name IN (%s))"
          .formatted(kept, wide, from, names);
    }
    // Spark's own UNPIVOT plans every column for every row that it makes: minutes for forms.
    String each =
        numbers.entrySet().stream()
            .map(
                e ->
                    "named_struct('name', '%s', 'value', CAST(%s AS DECIMAL(24,6)))"
                        .formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(", "));
    return "SELECT %s, inline(array(%s)) FROM %s".formatted(kept, each, from);
  }

  /** A whole quotient. */
  String divided(String above, String below) {
    return "(%s) %s (%s)".formatted(above, this == DUCKDB ? "//" : "DIV", below);
  }
}
