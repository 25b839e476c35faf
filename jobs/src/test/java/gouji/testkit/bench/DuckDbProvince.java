package gouji.testkit.bench;

import gouji.contract.DataSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The same work in DuckDB, on Parquet files. */
record DuckDbProvince(ProvinceFiles files, int firstYear, int lastYear) {

  /** Files to records. */
  void ingest() throws SQLException {
    RecordSql sql = new RecordSql(files.declared(), Dialect.DUCKDB);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (var one : files.columns().entrySet()) {
        DataSet set = one.getKey();
        Path out = files.records(set.name());
        create(out.getParent());
        copy(statement, sql.records(set, one.getValue(), files.of(set)), out);
      }
    }
  }

  /** Records to figures. */
  void aggregate() throws SQLException {
    List<String> sets = files.written();
    FigureSql sql = new FigureSql(files.declared(), Dialect.DUCKDB, sets, firstYear, lastYear);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String set : sets) {
        statement.execute(
            "CREATE VIEW %s AS FROM read_parquet('%s')".formatted(set, files.records(set)));
      }
      statement.execute("CREATE TABLE own AS " + sql.own());
      statement.execute("CREATE TABLE closure AS " + FigureSql.closure());
      statement.execute("CREATE TABLE vectors AS " + sql.vectors());
      copy(statement, sql.cells(), files.figures("cells"));
      copy(statement, sql.indicators(), files.figures("indicators"));
    }
  }

  private static void copy(Statement statement, String query, Path file) throws SQLException {
    statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file));
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
