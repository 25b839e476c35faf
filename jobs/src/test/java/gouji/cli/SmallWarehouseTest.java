package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Folders;
import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.SmallWarehouse;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The life of a warehouse with a register and some facts, command by command. */
@ExtendWith({SparkSessions.class, Program.Programs.class})
class SmallWarehouseTest {
  @TempDir private Path folder;

  @Test
  void keepsWhatItWasGivenThroughNewContentsFailuresAndNamedYears(
      Program program, SparkSession spark) throws IOException {
    SmallWarehouse at = new SmallWarehouse(folder, program, spark);
    at.write("units/a.csv", "unit_id,name,level,valid_from", "A,甲,county,2010-01-01");
    at.write(
        "facts/a.csv",
        "unit_id,year,fact_code,value",
        "A,2019,mobile_items,1",
        "A,2020,mobile_items,x",
        "A,2021,mobile_items,3");

    Ran first = at.ingest();
    assertThat(first.status()).isEqualTo(1);
    assertThat(first.out()).contains("Some rows are rejected: see the table rejects");
    assertThat(at.table("rejects", "file", "line", "column", "reason", "raw"))
        .containsExactly("facts/a.csv|3|value|bad_number|x");

    at.write(
        "facts/a.csv",
        "unit_id,year,fact_code,value",
        "A,2020,mobile_items,2",
        "A,2021,mobile_items,4");
    Ran second = at.ingest();
    assertThat(second.status()).isZero();
    assertThat(second.out())
        .contains("1  files new or changed")
        .contains("warning: facts/a.csv: 1 records of the old content are not in the new one")
        .contains("Next: gouji aggregate --warehouse");
    assertThat(at.table("rejects", "file")).isEmpty();
    assertThat(at.table("facts", "year", "value", "content", "in_force"))
        .containsExactly("2019|1|1|true", "2020|2|2|true", "2021|4|2|true");

    assertThat(at.run("aggregate", "--today", "2023-01-31").status()).isZero();
    assertThat(at.table("indicators", "year", "scope", "indicator", "value"))
        .containsExactly(
            "2019|consolidated|mobile_items|1",
            "2019|own|mobile_items|1",
            "2020|consolidated|mobile_items|2",
            "2020|own|mobile_items|2",
            "2021|consolidated|mobile_items|4",
            "2021|own|mobile_items|4");

    at.write("facts/b.csv", "unit_id,year,fact_code,value", "A,2019,mobile_items,9");
    assertThat(at.ingest().status()).isZero();
    assertThat(at.run("aggregate", "--years", "2020").status()).isZero();
    assertThat(at.table("indicators", "year", "scope", "value"))
        .as("only the named year is computed anew")
        .contains("2019|own|1", "2020|own|2", "2021|own|4");
    assertThat(at.run("aggregate", "--years", "2019..2020").status()).isZero();
    assertThat(at.table("indicators", "year", "scope", "value"))
        .contains("2019|own|9", "2021|own|4");

    assertThat(at.run("reconcile").status()).isZero();
    Path taken = Files.writeString(folder.resolve("taken"), "");
    Ran failed = at.run("export", "--out", taken.resolve("out").toString());
    assertThat(failed.status()).isEqualTo(3);
    assertThat(failed.err().lines().filter(l -> l.contains("cannot be written"))).hasSize(1);
    Ran nobody = at.run("export", "--out", folder + "/nobody", "--unit", "B");
    assertThat(nobody.status()).isEqualTo(2);
    assertThat(nobody.err()).contains("the unit B is in no register of the years asked for");
    Ran written = at.run("export", "--out", folder + "/out", "--format", "jsonl,xlsx");
    assertThat(written.status()).isZero();
    assertThat(Folders.files(folder.resolve("out")).stream().map(Path::toString))
        .contains("indicators.jsonl", "reports/2021-A.xlsx")
        .noneMatch(f -> f.endsWith(".csv") || f.endsWith(".html"));

    assertThat(at.table("runs", "command", "status"))
        .containsExactlyInAnyOrder(
            "ingest|1",
            "ingest|0",
            "aggregate|0",
            "ingest|0",
            "aggregate|0",
            "aggregate|0",
            "reconcile|0",
            "export|3",
            "export|0");
  }

  @Test
  void namesTheFigureThatIsTooLargeForTheTables(Program program, SparkSession spark)
      throws IOException {
    SmallWarehouse at = new SmallWarehouse(folder, program, spark);
    at.write("units/a.csv", "unit_id,name,level,valid_from", "A,甲,county,2010-01-01");
    at.write(
        "facts/a.csv",
        "unit_id,year,fact_code,value",
        "A,2020,proposals_answered,362321199001011234",
        "A,2020,npc_proposals,5",
        "A,2020,cppcc_proposals,5");
    assertThat(at.ingest().status()).isZero();

    Ran stopped = at.run("aggregate", "--today", "2023-01-31");
    assertThat(stopped.status()).isEqualTo(3);
    assertThat(stopped.err())
        .contains("proposal_reply_rate of unit A in 2020 comes to 3623211990010112340")
        .contains("correct its file, and run the same command again");

    at.write(
        "facts/a.csv",
        "unit_id,year,fact_code,value",
        "A,2020,proposals_answered,10",
        "A,2020,npc_proposals,5",
        "A,2020,cppcc_proposals,5");
    assertThat(at.ingest().status()).isZero();
    assertThat(at.run("aggregate", "--today", "2023-01-31").status()).isZero();
    assertThat(at.table("indicators", "indicator", "scope", "value"))
        .contains("proposal_reply_rate|own|100");
  }
}
