package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.SmallWarehouse;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Findings that come, stay, go and are accepted, run by run. */
@ExtendWith({SparkSessions.class, Program.Programs.class})
class FindingStatesTest {
  private static final String HEAD = "unit_id,year,fact_code,value,submitted_at";

  @TempDir private Path folder;

  @Test
  void tellsWhatIsNewStillThereFixedAndWaived(Program program, SparkSession spark)
      throws IOException {
    SmallWarehouse at = new SmallWarehouse(folder, program, spark);
    at.write("units/a.csv", "unit_id,name,level,valid_from", "A,甲,county,2010-01-01");
    at.write(
        "facts/a.csv",
        HEAD,
        "A,2020,npc_proposals,2,2022-01-01",
        "A,2020,proposals_answered,5,2022-01-01",
        "A,2020,cppcc_proposals,0,2022-01-01",
        "A,2021,cppcc_proposals,0,2022-01-01",
        "A,2021,npc_proposals,3,2022-01-01",
        "A,2021,proposals_answered,5,2022-01-01");
    compute(at);
    Ran first = at.run("reconcile");
    assertThat(first.status()).isEqualTo(1);
    assertThat(states(at))
        .containsExactly(
            "2020|consolidated|new", "2020|own|new", "2021|consolidated|new", "2021|own|new");

    at.write("facts/b.csv", HEAD, "A,2021,npc_proposals,10,2022-02-01");
    compute(at);
    at.run("reconcile", "--years", "2021");
    assertThat(states(at))
        .as("other years stay as they were told")
        .containsExactly(
            "2020|consolidated|new", "2020|own|new", "2021|consolidated|fixed", "2021|own|fixed");
    String[] now = {
      "2020|consolidated|still", "2020|own|still", "2021|consolidated|fixed", "2021|own|fixed"
    };
    Ran second = at.run("reconcile");
    assertThat(second.out()).contains("findings fixed");
    assertThat(states(at)).containsExactly(now);
    at.run("reconcile");
    assertThat(states(at)).as("nothing new changes no state").containsExactly(now);

    String lastRun = at.table("runs", "run").get(at.table("runs", "run").size() - 1);
    at.run("reconcile", "--since", lastRun);
    assertThat(states(at))
        .as("what was fixed then is not told again")
        .containsExactly("2020|consolidated|still", "2020|own|still");
    Ran unknown = at.run("reconcile", "--since", "20000101T000000Z");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("--since is 20000101T000000Z, which is no run");

    Path waivers = folder.resolve("waivers.json");
    Files.writeString(waivers, waiver("2099-12-31"));
    Ran waived = at.run("reconcile", "--waivers", waivers.toString());
    assertThat(waived.status()).as("what is accepted is no error").isZero();
    assertThat(waived.out()).contains("2  findings waived");
    assertThat(states(at)).contains("2020|consolidated|waived", "2020|own|waived");
    Files.writeString(waivers, waiver("2021-12-31"));
    assertThat(at.run("reconcile", "--waivers", waivers.toString()).status())
        .as("its day has passed")
        .isEqualTo(1);
    Files.writeString(waivers, waiver("2099-12-31"));
    at.write("facts/c.csv", HEAD, "A,2020,npc_proposals,4,2022-03-01");
    compute(at);
    assertThat(at.run("reconcile", "--waivers", waivers.toString()).status())
        .as("a value has changed")
        .isEqualTo(1);
    assertThat(states(at)).contains("2020|consolidated|new", "2020|own|new");
  }

  private static String waiver(String until) {
    return """
    {"waivers": [{"rule": "indicators.part", "unit": "A", "year": 2020,
      "cells": {"computed.proposal_reply_rate#denominator": "2"},
      "reason": "published so", "who": "office", "until": "%s"}]}
    """
        .formatted(until);
  }

  private void compute(SmallWarehouse at) {
    assertThat(at.ingest().status()).isZero();
    assertThat(at.run("aggregate", "--today", "2023-01-31").status()).isZero();
  }

  private List<String> states(SmallWarehouse at) {
    return at.table("findings", "year", "scope", "state", "severity").stream()
        .filter(f -> f.endsWith("|error"))
        .map(f -> f.replace("|error", ""))
        .toList();
  }
}
