package gouji.testkit.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Holds the figures of others, as Parquet files, against the CSV files that Gouji exported. */
final class FigureComparison {
  private static final String NUMBER = "CAST(%s AS DECIMAL(24,6)) AS %s";

  private FigureComparison() {}

  /**
   * Whether all have the same figures; tells how many there are, and the first that differ.
   *
   * @param exported the folder that Gouji exported to
   * @param others the folders that the others wrote into
   */
  static boolean isSame(Path exported, List<Path> others) throws SQLException {
    boolean same = true;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String table : ProvinceFiles.FIGURES) {
        String columns =
            table.equals("cells")
                ? "year, unit_id, scope, form, cell, " + number("value")
                : "year, unit_id, scope, indicator, "
                    + String.join(
                        ", ", number("numerator"), number("denominator"), number("value"));
        statement.execute(
            "CREATE TABLE %s AS SELECT %s FROM read_csv('%s', header = true, types = {'unit_id': 'VARCHAR'})"
                .formatted(
                    table,
                    columns.replace("year,", "CAST(year AS INT) AS year,"),
                    exported.resolve(table + ".csv")));
        for (Path other : others) {
          Path files = other.resolve(table);
          String read = files + (Files.isDirectory(files) ? "/*.parquet" : "");
          String query =
              "SELECT %s FROM read_parquet('%s')"
                  .formatted(columns.replace("year,", "CAST(year AS INT) AS year,"), read);
          same &= isSame(statement, table, other.getFileName().toString(), query);
        }
      }
    }
    return same;
  }

  private static String number(String column) {
    return NUMBER.formatted(column, column);
  }

  private static boolean isSame(Statement statement, String table, String name, String query)
      throws SQLException {
    statement.execute("CREATE OR REPLACE TEMP TABLE other AS " + query);
    long missing = tell(statement, table, "other", "only Gouji has");
    long more = tell(statement, "other", table, "only " + name + " has");
    try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
      count.next();
      System.out.printf(
          "%s: %d of Gouji, %d of them not of %s, which has %d others%n",
          table, count.getLong(1), missing, name, more);
    }
    return missing + more == 0;
  }

  private static long tell(Statement statement, String one, String other, String what)
      throws SQLException {
    String query = "FROM (FROM %s EXCEPT ALL FROM %s)".formatted(one, other);
    try (ResultSet rows = statement.executeQuery(query + " ORDER BY ALL LIMIT 10")) {
      while (rows.next()) {
        StringBuilder line = new StringBuilder("  ").append(what);
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.append(' ').append(rows.getString(i));
        }
        System.out.println(line);
      }
    }
    try (ResultSet count = statement.executeQuery("SELECT count(*) " + query)) {
      count.next();
      return count.getLong(1);
    }
  }
}
