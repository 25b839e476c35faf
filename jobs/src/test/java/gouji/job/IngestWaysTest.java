package gouji.job;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.store.Tables;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small run merges rows in this process, one of few rows looks up what they meet in a large
 * table, any other one merges in many tasks: nothing else differs.
 */
@ExtendWith(SparkSessions.class)
class IngestWaysTest {
  private static final Declarations DECLARED = DeclarationReader.readAll(List.of());
  private static final List<String> TABLES =
      List.of("units", "facts", "licences", "rejects", "files");

  @TempDir private Path folder;

  @Test
  void takesInTheSameInOneProcessAndInManyTasks(SparkSession spark) throws IOException {
    first();
    List<String> smallFirst = take(spark, "small", true, IngestJob.FEW);
    assertThat(take(spark, "large", false, 0)).isEqualTo(smallFirst);
    assertThat(take(spark, "beside", false, IngestJob.FEW)).isEqualTo(smallFirst);
    Map<String, List<String>> tables = tables(spark, "small");
    assertThat(tables(spark, "large")).isEqualTo(tables);
    assertThat(tables(spark, "beside")).isEqualTo(tables);
    assertThat(counted(spark))
        .containsExactly(
            "facts/a.csv|6|4|2",
            "facts/b.jsonl|3|2|1",
            "facts/broken.csv||0|0",
            "facts/none.csv|0|0|0",
            "facts/short.csv||0|0",
            "licences/a.csv|5|4|1",
            "licences/deep/b.csv|3|3|0",
            "units/a.csv|3|3|0",
            "units/b.csv|3|2|1");

    second();
    List<String> smallSecond = take(spark, "small", true, IngestJob.FEW);
    assertThat(take(spark, "large", false, 0)).isEqualTo(smallSecond);
    assertThat(take(spark, "beside", false, IngestJob.FEW)).isEqualTo(smallSecond);
    assertThat(smallSecond).anyMatch(w -> w.contains("ingest.stale_revision"));
    assertThat(smallSecond).anyMatch(w -> w.contains("records of the old content"));
    tables = tables(spark, "small");
    assertThat(tables(spark, "large")).isEqualTo(tables);
    assertThat(counted(spark))
        .contains("facts/0.csv|4|3|1", "facts/a.csv|3|3|0", "facts/short.csv|2|1|1");

    List<String> again = take(spark, "large", false, 0);
    assertThat(again).contains("files new or changed 0");
    assertThat(tables(spark, "large")).isEqualTo(tables);
  }

  /** Revisions of one key in one file and in two, withdrawals, every kind of reject. */
  private void first() throws IOException {
    write(
        "units/a.csv",
        "unit_id,name,level,parent_id,valid_from,valid_to,submitted_at,withdrawn",
        "A,甲,county,,2010-01-01,,,",
        "B,乙,department,A,2010-01-01,2021-01-01,,",
        "B,乙局,department,A,2020-01-01,,,");
    write(
        "units/b.csv",
        "unit_id,name,level,parent_id,valid_from,valid_to,submitted_at,withdrawn",
        "B,,,,2020-01-01,,2022-01-01,true",
        "C,丙,department,A,2010-01-01,,,",
        "D,丁,village,A,2010-01-01,,,");
    write(
        "facts/a.csv",
        "unit_id,year,fact_code,value,submitted_at,withdrawn,更多",
        "A,2020,mobile_items,1,2021-01-01,,",
        "A,2020,mobile_items,2,2021-01-01,,",
        "A,2021,mobile_items,x,,,",
        "B,2020,mobile_items,5,2021-03-01,,",
        "C,2020,mobile_items,7,,,",
        "C,2020");
    write(
        "facts/b.jsonl",
        "{\"unit_id\":\"A\",\"year\":2020,\"fact_code\":\"mobile_items\",\"value\":3}",
        "{\"unit_id\":\"B\",\"year\":2020,\"fact_code\":\"mobile_items\",\"submitted_at\":\"2021-02-01\",\"withdrawn\":true}",
        "{\"unit_id\":\"B\",\"year\":2020,\"fact_code\":\"unheard_of\",\"value\":3}");
    write("facts/none.csv", "unit_id,year,fact_code,value");
    write(
        "licences/a.csv",
        "unit_id,decision_no,party_seq,party_kind,party_name,party_id,decided_on,withdrawn",
        "A,1,1,natural,张三,362301199001011234,2020-01-01,",
        "A,1,2,organization,甲公司,,2020-01-01,",
        "A,2,,natural,李四,,2020-02-01,",
        "A,2,,natural,王五,,2020-02-01,",
        "A,3,,natural,赵\"六,,2020-02-01,");
    write(
        "licences/deep/b.csv",
        "unit_id,decision_no,party_seq,party_kind,party_name,party_id,decided_on,submitted_at,withdrawn",
        "A,1,,,,,,2020-05-01,true",
        "A,2,1,circle,孙七,,2020-02-01,,",
        "A,4,1,,,,2020-03-01,,true");
    write("facts/broken.csv", " ");
    write(
        "facts/short.csv", "unit_id,year,fact_code", "D,2020,mobile_items", "D,2021,mobile_items");
  }

  /** On top of it: new contents, older and newer revisions, a file that was unusable. */
  private void second() throws IOException {
    write(
        "facts/a.csv",
        "unit_id,year,fact_code,value,submitted_at,withdrawn",
        "A,2020,mobile_items,9,2021-01-02,",
        "A,2022,mobile_items,4,,",
        "B,2020,mobile_items,5,2021-03-01,");
    write(
        "facts/0.csv",
        "unit_id,year,fact_code,value,submitted_at,withdrawn",
        "A,2020,mobile_items,8,2020-01-01,",
        "A,2022,mobile_items,,2023-01-01,true",
        "C,2020,mobile_items,6,,",
        "A,2023,mobile_items,1.23456,,");
    write(
        "licences/c.csv",
        "unit_id,decision_no,party_seq,party_kind,party_name,decided_on,submitted_at",
        "A,1,3,natural,周八,2020-01-01,2020-06-01",
        "A,4,1,natural,吴九,2020-03-01,2020-06-01");
    write(
        "facts/short.csv",
        "unit_id,year,fact_code,value",
        "D,2020,mobile_items,1",
        "D,2021,mobile_items,");
    write("units/c.csv", "unit_id,name,level,valid_from", "B,乙室,department,2021-06-01");
  }

  private void write(String file, String... lines) throws IOException {
    Path path = folder.resolve("input").resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, List.of(lines));
  }

  /** Takes the input in; gives what the run counted, and its warnings in their order. */
  private List<String> take(SparkSession spark, String name, boolean keep, long few)
      throws IOException {
    String warehouse = folder.resolve(name).toString();
    // Keys of parties hold hashes: the same secret makes them the same.
    Files.writeString(Path.of(warehouse + ".secret"), "5ec4e75ec4e75ec4".repeat(4) + "\n");
    Tables tables = new Tables(spark, warehouse, keep);
    Outcome outcome =
        new IngestJob(
                tables,
                warehouse,
                DECLARED,
                Sources.of(folder.resolve("input").toString()),
                "run",
                few,
                new Silence())
            .run();
    tables.flush();
    List<String> told = new ArrayList<>(outcome.warnings());
    outcome.counts().forEach((what, count) -> told.add(what + " " + count));
    return told;
  }

  private Map<String, List<String>> tables(SparkSession spark, String name) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (String table : TABLES) {
      tables.put(table, Rows.lines(table(spark, name, table)));
    }
    return tables;
  }

  private List<String> counted(SparkSession spark) {
    Column[] counts =
        Stream.of("file", "rows_read", "rows_accepted", "rows_rejected")
            .map(c -> col(c))
            .toArray(Column[]::new);
    return Rows.lines(table(spark, "large", "files").select(counts));
  }

  private Dataset<Row> table(SparkSession spark, String name, String table) {
    return new Tables(spark, folder.resolve(name).toString(), false).find(table).orElseThrow();
  }

  /** Nobody watches. */
  private record Silence() implements Progress {
    @Override
    public void stage(String name, int steps) {}

    @Override
    public void step(String what, long rows) {}
  }
}
