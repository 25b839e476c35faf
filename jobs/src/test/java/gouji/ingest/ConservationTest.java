package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DataSet;
import gouji.testkit.SparkSessions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows are counted where they come out of the merge, whatever the reader counted. */
@ExtendWith(SparkSessions.class)
class ConservationTest {
  private static final DataSet FACTS = Taken.DECLARED.dataSet("facts");
  private static final String HEADER = "unit_id,year,fact_code,value";
  private static final String[] FIRST = {
    "A,2020,mobile_items,1", "A,2020,mobile_items,2", "A,2020,mobile_items,x", "B,2020,none,1"
  };
  private static final String[] SECOND = {"A,2020,mobile_items,3", "C,2021,mobile_items,1"};

  @TempDir private Path folder;

  @Test
  void countsRevisionsThatAreOutdoneAndRejectedRows(SparkSession spark) throws IOException {
    assertThat(counts(here(spark, both())))
        .containsExactly("a.csv 2 accepted, 2 rejected", "b.csv 2 accepted, 0 rejected");
  }

  @Test
  void countsFewerRowsWhenOneIsLostAfterItWasRead(SparkSession spark) throws IOException {
    for (int lost = 0; lost < both().size(); lost++) {
      List<Row> fewer = new ArrayList<>(both());
      Row row = fewer.remove(lost);
      String file = row.getString(StagedRows.staged(FACTS).fieldIndex(StagedRows.FILE));

      List<MergeReport.Count> counts = MergeReport.together(here(spark, fewer)).counts();

      assertThat(counts.stream().filter(c -> c.file().equals(file)))
          .as("without %s", row)
          .extracting(c -> c.accepted() + c.rejected())
          .containsExactly(file.equals("a.csv") ? 3L : 1L);
    }
  }

  @Test
  void countsNoRejectedRowThatHasLostItsProblems(SparkSession spark) throws IOException {
    int problems = StagedRows.staged(FACTS).fieldIndex(StagedRows.PROBLEMS);
    List<Row> bare = new ArrayList<>();
    for (Row row : both()) {
      Object[] values = new Object[row.length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = i == problems ? new Object[0] : row.get(i);
      }
      bare.add(RowFactory.create(values));
    }

    assertThat(counts(here(spark, bare)))
        .containsExactly("a.csv 2 accepted, 0 rejected", "b.csv 2 accepted, 0 rejected");
  }

  @Test
  void countsTheSameInSeveralTasksAndWhenTheyAreRepeated(SparkSession spark) throws IOException {
    CollectionAccumulator<MergeReport> reports = reports(spark);
    Dataset<Row> staged = spark.createDataFrame(both(), StagedRows.staged(FACTS));
    Dataset<Row> merged = new Revisions(FACTS, Set.of(), 2, reports).merged(staged, null);

    int once = merged.collectAsList().size();
    int reported = reports.value().size();
    assertThat(merged.collectAsList()).hasSize(once);

    assertThat(reports.value()).hasSizeGreaterThan(reported);
    assertThat(counts(reports.value()))
        .containsExactly("a.csv 2 accepted, 2 rejected", "b.csv 2 accepted, 0 rejected");
  }

  @Test
  void countsNoRowThatWasThereBefore(SparkSession spark) throws IOException {
    Dataset<Row> before = spark.createDataFrame(rows("a.csv", FIRST), StagedRows.staged(FACTS));
    Dataset<Row> held =
        StagedRows.accepted(new Revisions(FACTS, Set.of(), 1, reports(spark)).merged(before, null));
    CollectionAccumulator<MergeReport> reports = reports(spark);
    Dataset<Row> staged = spark.createDataFrame(rows("b.csv", SECOND), StagedRows.staged(FACTS));

    List<Row> merged =
        new Revisions(FACTS, Set.of(), 1, reports).merged(staged, held).collectAsList();

    assertThat(merged).hasSize(2);
    assertThat(counts(reports.value())).containsExactly("b.csv 2 accepted, 0 rejected");
  }

  private List<Row> both() throws IOException {
    List<Row> rows = new ArrayList<>(rows("a.csv", FIRST));
    rows.addAll(rows("b.csv", SECOND));
    return rows;
  }

  private List<Row> rows(String file, String... lines) throws IOException {
    byte[] bytes =
        (HEADER + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    Path path = Files.write(folder.resolve(file), bytes);
    Prescan scan = Prescan.of(new ByteArrayInputStream(bytes), FileKind.CSV);
    FileTask task =
        new FileTask(
            path.toString(),
            file,
            FileKind.CSV,
            scan.charset(),
            scan.bytes(),
            1,
            scan.problem(),
            Piece.WHOLE);
    RawRows raw = RawFiles.open(task, FACTS, new Configuration());
    List<Row> rows = new ArrayList<>();
    new FileParser(
            FACTS,
            new RowTyping(FACTS, Taken.DECLARED, new Masking("5ec4e7")),
            Sieve.ALL,
            task,
            raw)
        .forEachRemaining(rows::add);
    return rows;
  }

  /** Merges staged rows in this process, as a small run does. */
  private static List<MergeReport> here(SparkSession spark, List<Row> staged) {
    CollectionAccumulator<MergeReport> reports = reports(spark);
    new Revisions(FACTS, Set.of(), 1, reports)
        .merging()
        .unsorted(staged.iterator(), List.of())
        .forEachRemaining(r -> {});
    return reports.value();
  }

  private static CollectionAccumulator<MergeReport> reports(SparkSession spark) {
    CollectionAccumulator<MergeReport> reports = new CollectionAccumulator<>();
    spark.sparkContext().register(reports);
    return reports;
  }

  private static List<String> counts(List<MergeReport> reports) {
    return MergeReport.together(reports).counts().stream()
        .map(c -> "%s %d accepted, %d rejected".formatted(c.file(), c.accepted(), c.rejected()))
        .toList();
  }
}
