package gouji.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.OwnTable;
import gouji.store.Tables;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessions.class)
class UndoTest {
  private static final Set<String> OURS = Set.of("licences", "penalties", "cells", "files", "runs");

  @TempDir private Path folder;
  private SparkSession spark;
  private Tables tables;

  @BeforeEach
  void open(SparkSession session) {
    spark = session;
    tables = new Tables(spark, folder.toString(), false);
  }

  private void write(String table, String... rows) {
    tables.replace(table, Rows.of(spark, "unit_id STRING", rows));
  }

  private void takeIn(String file) {
    String row = "licences|" + file + "|sha|1|1|1|1|0||run";
    tables.replaceLast(
        OwnTable.FILES, tables.rows(OwnTable.FILES, Rows.of(spark, files(), row).collectAsList()));
  }

  private static String files() {
    return "data_set STRING, file STRING, sha256 STRING, bytes BIGINT, content INT,"
        + " rows_read BIGINT, rows_accepted BIGINT, rows_rejected BIGINT,"
        + " warnings ARRAY<STRING>, run STRING";
  }

  private void end(int status) {
    Ledger ledger = new Ledger(tables, Clock.systemUTC());
    ledger.end(ledger.begin("run"), status, "basis", "rules", Map.of(), tables.versions());
  }

  private List<String> undo() {
    tables = new Tables(spark, folder.toString(), false);
    return new Ledger(tables, Clock.systemUTC()).undo(OURS);
  }

  private List<String> rows(String table) {
    return rows(new Tables(spark, folder.toString(), false), table);
  }

  private static List<String> rows(Tables tables, String table) {
    return tables.find(table).map(Rows::lines).orElse(List.of());
  }

  @Test
  void putsBackWhatACommandLeftThatBrokeOff() {
    write("licences", "L1");
    takeIn("a.csv");
    write("cells", "C1");
    end(0);
    assertThat(undo()).as("nothing broke off").isEmpty();

    write("licences", "L1", "L2");
    write("penalties", "P1");
    write("of_others", "O1");

    assertThat(undo()).containsExactly("licences", "penalties");
    assertThat(rows("licences")).containsExactly("L1");
    assertThat(rows("penalties")).isEmpty();
    assertThat(rows("cells")).containsExactly("C1");
    assertThat(rows("of_others")).containsExactly("O1");
  }

  @Test
  void keepsFilesThatWereTakenInToTheLast() {
    write("licences", "L1");
    takeIn("a.csv");
    write("cells", "C1");
    end(0);

    write("licences", "L1", "L2");
    takeIn("b.csv");
    write("cells", "C2");
    end(3);

    assertThat(undo()).containsExactly("cells");
    assertThat(rows("licences")).containsExactly("L1", "L2");
    assertThat(rows("cells")).containsExactly("C1");
    assertThat(Stream.of(rows("files").get(0).split("\\|"))).contains("b.csv");
  }

  @Test
  void emptiesWhatAFirstCommandLeftThatBrokeOff() {
    write("licences", "L1");

    assertThat(undo()).containsExactly("licences");
    assertThat(rows("licences")).isEmpty();
  }

  @Test
  void letsBeWhatOnlyTidiesFiles() {
    String[] many = IntStream.range(0, 32).mapToObj(i -> "L" + i).toArray(String[]::new);
    tables.replace("licences", Rows.of(spark, "unit_id STRING", many).repartition(4));
    takeIn("a.csv");
    end(0);
    String table = "delta.`" + folder.resolve("licences") + "`";
    spark.sql("OPTIMIZE " + table).collectAsList();
    long tidied = tables.versions().get("licences");
    assertThat(tidied).isPositive();

    assertThat(undo()).isEmpty();
    assertThat(tables.versions()).containsEntry("licences", tidied);
  }

  @Test
  void undoesWhatIsWrittenAfterFilesWereTidiedUp() {
    write("licences", "L1");
    takeIn("a.csv");
    end(0);
    String files = "delta.`" + folder.resolve("files") + "`";
    spark.sql("ALTER TABLE " + files + " SET TBLPROPERTIES ('delta.checkpointInterval' = '11')");

    write("licences", "L1", "L2");

    assertThat(undo()).containsExactly("licences");
    assertThat(rows("licences")).containsExactly("L1");
  }

  @Test
  void showsReadersWhatTheLastCommandLeft() {
    write("licences", "L1");
    takeIn("a.csv");
    end(0);
    write("licences", "L1", "L2");
    write("cells", "C1");

    Tables view = new Ledger(tables, Clock.systemUTC()).view();

    assertThat(rows(view, "licences")).containsExactly("L1");
    assertThat(view.has("cells")).isFalse();
    assertThat(view.list(OwnTable.FILES)).hasSize(1);
    assertThat(view.list(OwnTable.RUNS)).hasSize(1);
  }
}
