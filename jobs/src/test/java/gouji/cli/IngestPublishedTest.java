package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.PublishedText;
import gouji.testkit.SmallWarehouse;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Published reports that are taken in as what their units filed. */
@ExtendWith({SparkSessions.class, Program.Programs.class})
class IngestPublishedTest {
  private static final String HEAD = "unit_id,name,file,scope";

  @TempDir private Path folder;
  private SmallWarehouse at;

  @BeforeEach
  void warehouse(Program program, SparkSession spark) {
    at = new SmallWarehouse(folder, program, spark);
  }

  private void publish(String file, List<String> lines) throws IOException {
    Path path = folder.resolve("reports").resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, lines);
  }

  private void map(String... lines) throws IOException {
    Files.createDirectories(folder.resolve("reports"));
    Files.write(folder.resolve("reports/map.csv"), List.of(lines));
  }

  private Ran ingest(String... more) {
    String reports = folder + "/reports";
    return at.run(
        "ingest",
        Stream.concat(
                Stream.of("--published", reports, "--unit-map", reports + "/map.csv"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> findings() {
    assertThat(at.run("aggregate", "--today", "2024-01-31").status()).isZero();
    assertThat(at.run("reconcile", "--today", "2024-01-31").status()).isLessThan(2);
    return at.table("findings", "year", "unit_id", "severity", "rule", "cell", "state").stream()
        .filter(f -> !f.contains("|fixed"))
        .map(f -> f.substring(0, f.lastIndexOf('|')))
        .toList();
  }

  @Test
  void holdsReportsAgainstEachOtherWithoutAnythingElse() throws IOException {
    publish("2021/a.txt", PublishedText.ofRequests("甲县", 2021, 7, 0, 2).lines());
    publish("2022/a.txt", PublishedText.ofRequests("甲县", 2022, 5, 1, 0).lines());
    publish("2021/b.md", PublishedText.ofRequests("乙局", 2021, 3, 0, 1).lines());
    List<String> cut = PublishedText.ofRequests("乙局", 2022, 4, 1, 0).lines();
    publish("2022/b.md", cut.subList(0, cut.indexOf("2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |")));
    publish("2022/c.html", List.of("<html><body><p>关于采购办公用品的公告</p></body></html>"));
    publish("2022/d.txt", PublishedText.ofRequests("丁镇", 2022, 1, 0, 0).lines());
    publish("photo.jpg", List.of("x"));
    map(HEAD, "A,甲县,,", "B,乙局,,");

    Ran first = ingest();

    assertThat(first.status()).as(first.err()).isEqualTo(1);
    assertThat(first.out())
        .contains(" 6  files new or changed", " 2  files rejected")
        .contains("published/photo.jpg: left alone, its name says no kind of report (.txt, .md,")
        .contains("published/2022/c.html: no row of a declared form was found in it")
        .contains("published/2022/d.txt: the unit map does not know 丁镇. Add a line with its")
        .contains("published/2022/b.md: of the table 三、收到和处理政府信息公开申请情况")
        .doesNotContain("map.csv");
    assertThat(at.table("rejects", "data_set", "file", "line", "column", "reason", "raw"))
        .containsExactly(
            "reported|published/2022/c.html|1||unreadable_file|",
            "reported|published/2022/d.txt|1|unit_id|unknown_code|丁镇");
    assertThat(findings())
        .as(
            "a carry-over that is broken; what was cut off is not known, and nothing is wrong with"
                + " it")
        .contains(
            "2022|A|error|requests.carry_over|requests.carried_in:natural",
            "2022|A|error|requests.carry_over|requests.carried_in:total")
        .filteredOn(f -> !f.contains("|info|"))
        .allMatch(f -> f.startsWith("2022|A|error|requests.carry_over|"));
    assertThat(at.table("verdicts", "rule", "verdict"))
        .contains("register.unknown_unit|not_applicable", "filing.missing|not_applicable")
        .doesNotContain("register.unknown_unit|fail", "filing.missing|fail");

    Path out = folder.resolve("out");
    Ran exported = at.run("export", "--out", out.toString());
    assertThat(exported.status()).as(exported.err()).isEqualTo(1);
    assertThat(Files.readString(out.resolve("findings.csv"))).contains("requests.carry_over");
    assertThat(out.resolve("reports"))
        .as("no unit has a register to be the root of")
        .doesNotExist();

    List<String> filed = at.table("reported", "file", "line", "content", "unit_id", "cell");
    Ran again = ingest();
    assertThat(again.out()).contains(" 0  files new or changed");
    assertThat(at.table("reported", "file", "line", "content", "unit_id", "cell")).isEqualTo(filed);

    map(HEAD, "A,甲县,,", "B,乙局,,", "D,丁镇,,own");
    assertThat(ingest().out()).contains(" 6  files new or changed", " 1  files rejected");
    assertThat(at.table("reported", "unit_id", "scope", "year"))
        .as("a map that has changed has all reports read again")
        .contains("D|own|2022");
  }

  @Test
  void holdsReportsAgainstThoseOfTheLevelAboveAndARegister() throws IOException {
    at.write(
        "units/a.csv",
        "unit_id,name,level,parent_id,valid_from",
        "A,甲县,county,,2010-01-01",
        "B,乙局,department,A,2010-01-01",
        "C,丙镇,town,A,2010-01-01",
        "D,丁局,department,A,2010-01-01");
    publish("a.txt", PublishedText.ofRequests("甲县", 2022, 9, 0, 0).lines());
    publish("a-own.txt", PublishedText.ofRequests("甲县", 2022, 2, 0, 0).lines());
    publish("b.txt", PublishedText.ofRequests("乙局", 2022, 3, 0, 0).lines());
    publish("c.txt", PublishedText.ofRequests("丙镇", 2022, 3, 0, 0).lines());
    publish("d.txt", PublishedText.ofRequests("丁局", 2022, 5, 0, 0).lines());
    publish("d2.txt", PublishedText.ofRequests("丁局", 2022, 0, 0, 0).lines());
    publish("e.txt", PublishedText.ofRequests("戊局", 2022, 0, 0, 0).lines());
    map("单位代码,单位名称,文件,范围", "A,甲县,,", "A,,a-own.txt,本单位", "B,乙局,,", "C,丙镇,,", "D,丁局,,", "E,戊局,,");

    Ran ran = ingest("--input", folder + "/input");

    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out())
        .as("of two reports with other numbers the one with the greater path counts")
        .contains("published/d.txt: line ", " and 5 more: ingest.other_report: another file has");
    assertThat(findings())
        .contains(
            "2022|A|error|levels.sum|requests.received:natural",
            "2022|E|error|register.unknown_unit|")
        .filteredOn(f -> f.contains("|error|"))
        .allMatch(f -> f.contains("|levels.sum|requests.") || f.contains("|E|"));
  }
}
