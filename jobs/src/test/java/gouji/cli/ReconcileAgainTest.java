package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Folders;
import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the figures of some units have changed, only these and those that look at them are held
 * against the rules again; and what is then told is what checking everything tells.
 */
@ExtendWith({SparkSessions.class, Program.Programs.class})
class ReconcileAgainTest {
  private static final int TOWNS = 14;
  private static final String TODAY = "2023-03-01";

  private final Random random = new Random(20);

  @TempDir private Path folder;
  private Path warehouse;
  private int delivery;

  @Test
  void tellsWhatCheckingEverythingTells(Program program, SparkSession spark) throws IOException {
    warehouse = folder.resolve("warehouse");
    first();
    assertThat(reconciled(program)).doesNotContain("checked again");

    // One town's decisions, in the form's year, the year before and after its end.
    deliver("licences", "unit_id,decision_no,decided_on", decisions("T03", "neu"));
    assertThat(reconciled(program)).contains("units checked again");
    assertThat(told(spark, warehouse)).isEqualTo(inFull(program, spark));

    // Records that a successor answers for, and of a unit that the register does not know.
    List<String> lines = new ArrayList<>(decisions("T01", "spät"));
    lines.addAll(decisions("X9", "fremd"));
    deliver("licences", "unit_id,decision_no,decided_on", lines);
    assertThat(reconciled(program)).contains("units checked again");
    assertThat(told(spark, warehouse)).isEqualTo(inFull(program, spark));

    assertThat(reconciled(program)).contains("0  units checked again");
    assertThat(told(spark, warehouse)).isEqualTo(inFull(program, spark));

    // What the findings were told from is gone.
    deliver("licences", "unit_id,decision_no,decided_on", decisions("T07", "neuer"));
    run(program, "ingest", "--input", folder.resolve("input"), "--warehouse", warehouse);
    run(program, "aggregate", "--warehouse", warehouse);
    run(program, "maintain", "--keep-days", "0", "--warehouse", warehouse);
    assertThat(reconciled(program)).doesNotContain("checked again");
    assertThat(told(spark, warehouse)).isEqualTo(inFull(program, spark));

    // What somebody filed may be missed elsewhere: all are checked.
    deliver(
        "reported",
        "unit_id,year,scope,cell,value",
        List.of("T05,2021,own,proactive.licence:decisions,1"));
    assertThat(reconciled(program)).doesNotContain("checked again");
    assertThat(told(spark, warehouse)).isEqualTo(inFull(program, spark));
  }

  private void first() throws IOException {
    List<String> units =
        new ArrayList<>(List.of("P,P,city,,2010-01-01,,", "C,C,county,P,2010-01-01,,"));
    List<String> decided = new ArrayList<>();
    IntStream.rangeClosed(1, TOWNS)
        .mapToObj("T%02d"::formatted)
        .forEach(
            town -> {
              String end = town.equals("T01") ? "2020-12-31,T02" : ",";
              units.add("%s,%s,town,C,2010-01-01,%s".formatted(town, town, end));
              decided.addAll(decisions(town, "alt"));
            });
    deliver("units", "unit_id,name,level,parent_id,valid_from,valid_to,successor_id", units);
    deliver("licences", "unit_id,decision_no,decided_on", decided);
    deliver(
        "reported",
        "unit_id,year,scope,cell,value",
        List.of(
            "T02,2021,own,proactive.licence:decisions,2",
            "C,2021,consolidated,proactive.licence:decisions,7",
            "T04,2020,own,requests.received:natural,1",
            "T04,2020,own,requests.received:total,2"));
  }

  private List<String> decisions(String unit, String mark) {
    return IntStream.range(0, 1 + random.nextInt(4))
        .mapToObj(
            i -> "%s,%s%d,%d-03-0%d".formatted(unit, mark, i, 2019 + random.nextInt(4), 1 + i))
        .toList();
  }

  private void deliver(String set, String header, List<String> lines) throws IOException {
    Path file = folder.resolve("input").resolve(set).resolve(++delivery + ".csv");
    Files.createDirectories(file.getParent());
    Files.write(file, Stream.concat(Stream.of(header), lines.stream()).toList());
  }

  private String reconciled(Program program) {
    run(program, "ingest", "--input", folder.resolve("input"), "--warehouse", warehouse);
    run(program, "aggregate", "--warehouse", warehouse);
    return run(program, "reconcile", "--warehouse", warehouse);
  }

  private Map<String, List<String>> inFull(Program program, SparkSession spark) throws IOException {
    Path other = folder.resolve("other-" + delivery + "-" + random.nextInt());
    Folders.copy(warehouse, other);
    // Over small tables everything is checked.
    Ran ran = program.run("reconcile", "--warehouse", other, "--today", TODAY);
    assertThat(ran.status()).as(ran.err()).isLessThanOrEqualTo(1);
    assertThat(ran.out()).doesNotContain("checked again");
    return told(spark, other);
  }

  private static String run(Program program, Object... command) {
    // A master that is named makes a run one over large tables.
    Ran ran =
        program.run(
            Stream.concat(Stream.of(command), Stream.of("--master", "local[2]", "--today", TODAY))
                .toArray());
    assertThat(ran.status()).as(ran.err()).isLessThanOrEqualTo(1);
    return ran.out();
  }

  /** All findings that stand, and all verdicts; which findings are new is told against others. */
  private static Map<String, List<String>> told(SparkSession spark, Path warehouse) {
    Map<String, List<String>> told = new TreeMap<>();
    told.put("verdicts", Rows.lines(rows(spark, warehouse, "verdicts")));
    told.put(
        "findings",
        Rows.lines(rows(spark, warehouse, "findings").where("state <> 'fixed'").drop("state")));
    assertThat(told.get("findings")).isNotEmpty();
    return told;
  }

  private static Dataset<Row> rows(SparkSession spark, Path warehouse, String table) {
    return spark.read().format("delta").load(warehouse.resolve(table).toString());
  }
}
