package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Program.Programs.class)
class ExplainCommandTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void computeASmallCounty(Program program) throws IOException {
    write(
        "units/register.csv",
        "unit_id,name,level,parent_id,valid_from",
        "C,大河县,county,,2001-01-01",
        "C1,公安局,department,C,2001-01-01",
        "C2,司法局,department,C,2001-01-01",
        "C3,新设局,department,C,2021-06-01");
    write(
        "licences/2020.csv",
        "unit_id,decision_no,party_seq,party_kind,party_name,decided_on",
        "C1,许1号,1,natural,张三丰,2020-02-03",
        "C1,许1号,2,natural,李四光,2020-02-03",
        "C2,许1号,1,organization,某公司,2020-05-06");
    write(
        "requests/2020.csv",
        "unit_id,request_id,applicant_kind,received_on,due_on,closed_on,outcome",
        "C1,r1,natural,2020-01-02,2020-02-02,2020-02-01,open",
        "C1,r2,ngo,2020-01-02,2020-02-02,2020-03-01,partial",
        "C2,r3,natural,2020-12-02,,,");
    write(
        "facts/2020.csv",
        "unit_id,year,fact_code,value",
        "C,2020,npc_satisfaction,98.5",
        "C1,2020,npc_proposals,3",
        "C2,2020,npc_proposals,0");
    ingest(program);
    Ran ran =
        program.run("aggregate", "--warehouse", folder.resolve("wh"), "--years", "2020..2021");
    assertThat(ran.err()).doesNotContain("broke");
    assertThat(ran.status()).isZero();
  }

  private static void ingest(Program program) {
    Ran ran =
        program.run("ingest", "--input", folder.resolve("in"), "--warehouse", folder.resolve("wh"));
    assertThat(ran.status()).isZero();
  }

  private static void write(String file, String... lines) throws IOException {
    Path path = folder.resolve("in").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, String.join("\n", lines) + "\n");
  }

  private static Ran explain(Program program, Object... arguments) {
    return program.run(
        Stream.concat(
                Stream.of("explain", "--warehouse", folder.resolve("wh")), Stream.of(arguments))
            .toArray());
  }

  @Test
  void listsDecisionsWithTheirUnitsAndFurtherRows(Program program) {
    Ran ran = explain(program, "--year", 2020, "--unit", "C", "proactive.licence:decisions");

    assertThat(ran.out().lines())
        .containsExactly(
            "proactive.licence:decisions  行政许可 / 处理决定数量 (2019-60)",
            "C 大河县, 2020, consolidated: 2 件, 2 lines",
            "",
            "unit  name    figure  lines",
            "C1    公安局       1      1",
            "C2    司法局       1      1",
            "",
            "unit  data set  key    file:line            values"
                + "                                               further rows",
            "C1    licences  许1号  licences/2020.csv:2"
                + "  decided_on=2020-02-03; revoked_on=; decision_no=许1号  licences/2020.csv:3",
            "C2    licences  许1号  licences/2020.csv:4"
                + "  decided_on=2020-05-06; revoked_on=; decision_no=许1号");
    assertThat(ran.status()).isZero();
  }

  @Test
  void listsBothSidesOfARateAsCsvIntoAFile(Program program) throws IOException {
    Path file = folder.resolve("new/rate.csv");

    Ran ran =
        explain(
            program,
            "--year",
            2020,
            "--unit",
            "C1",
            "--scope",
            "own",
            "--format",
            "csv",
            "--out",
            file,
            "timely_reply_rate");

    assertThat(ran.out()).isEmpty();
    assertThat(Files.readString(file).lines())
        .containsExactly(
            "part,side,name,unit_id,amount,data_set,key,file,line,text,further_rows",
            "figure,,timely_reply_rate,C1,50.00,,,,,公安局,",
            "figure,numerator,timely_reply_rate,C1,1,,,,,公安局,",
            "figure,denominator,timely_reply_rate,C1,2,,,,,公安局,",
            "unit,,timely_reply_rate,C1,50.00,,,,,公安局,",
            "unit,numerator,timely_reply_rate,C1,1,,,,,公安局,",
            "unit,denominator,timely_reply_rate,C1,2,,,,,公安局,",
            "record,numerator,timely_reply_rate,C1,1,requests,r1,requests/2020.csv,2,"
                + "closed_on=2020-02-01; due_on=2020-02-02,",
            "record,denominator,requests_due,C1,1,requests,r1,requests/2020.csv,2,"
                + "due_on=2020-02-02; closed_on=2020-02-01,",
            "record,denominator,requests_due,C1,1,requests,r2,requests/2020.csv,3,"
                + "due_on=2020-02-02; closed_on=2020-03-01,");
  }

  @Test
  void namesTheCellOfASumThatEachRecordCountsFor(Program program) {
    Ran ran = explain(program, "--year", 2020, "--unit", "C", "requests.received:total");

    assertThat(ran.out().lines().skip(1))
        .startsWith("C 大河县, 2020, consolidated: 3, 3 lines")
        .contains(
            "requests.received:ngo      C1    requests  r2   requests/2020.csv:3"
                + "  received_on=2020-01-02; applicant_kind=ngo");
  }

  @Test
  void writesFactsAsJson(Program program) {
    Ran ran = explain(program, "--year", 2020, "--unit", "C", "--format", "json", "npc_proposals");

    assertThat(ran.out().lines())
        .contains(
            "  \"indicator\" : \"npc_proposals\",",
            "  \"value\" : 3,",
            "    \"key\" : \"2020/npc_proposals\",",
            "    \"amount\" : 0,",
            "      \"value\" : \"0\"");
  }

  @Test
  void aRateAsWrittenIsTheUnitsOwnInBothScopes(Program program) {
    Ran ran = explain(program, "--year", 2020, "--unit", "C", "npc_satisfaction");

    assertThat(ran.out())
        .contains("consolidated: 98.5 %, 1 line\n", "it is never summed.", "facts/2020.csv:2");
    assertThat(explain(program, "--year", 2020, "--unit", "C1", "npc_satisfaction").out())
        .contains("consolidated: —, 0 lines\nnote: absent: the unit itself wrote none");
  }

  @Test
  void tellsZeroFromNothingSupplied(Program program) {
    assertThat(explain(program, "--year", 2020, "--unit", "C1", "requests.carried_in:ngo").out())
        .isEqualTo(
            """
            requests.carried_in:ngo  二、上年结转政府信息公开申请数量 / 社会公益组织 (2019-60)
            C1 公安局, 2020, consolidated: 0, 0 lines
            note: 0, not absent: records were supplied, but none counts.
            """);
    assertThat(explain(program, "--year", 2020, "--unit", "C1", "fine_yuan").out())
        .isEqualTo(
            """
            fine_yuan  罚款金额(元)
            C1 公安局, 2020, consolidated: —, 0 lines
            note: absent, not 0: nothing was supplied. The data set penalties (行政处罚决定) has no record in the area of C 大河县.
            """);
    assertThat(explain(program, "--year", 2021, "--unit", "C", "timely_reply_rate").out())
        .contains(": —, 0 lines\nnote: absent: the denominator is 0.\n");
  }

  @Test
  void saysWhenTheRecordsHaveChangedSinceTheFiguresWereComputed(Program program)
      throws IOException {
    write("licences/2021.csv", "unit_id,decision_no,party_seq,decided_on", "C1,许2号,1,2021-02-03");
    ingest(program);

    Ran ran = explain(program, "--year", 2021, "--unit", "C", "proactive.licence:decisions");

    String difference =
        "the records give 1, but the computed figure is 0 or absent:"
            + " something has changed since. Run gouji aggregate again.";
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("consolidated: 1 件, 1 line\nnote: " + difference);
    assertThat(ran.err()).contains("gouji: " + difference);
  }

  @Test
  void refusesWhatIsNotKnownAndNamesWhatIsNearest(Program program) {
    assertThat(refusal(program, "--year", 2020, "--unit", "C", "fine_yuann"))
        .isEqualTo(
            "there is no cell or indicator fine_yuann: 2020 has the form 2019-60. Did you mean"
                + " fine_yuan? Name a cell such as requests.received:total or an indicator such as"
                + " fine_yuan.");
    assertThat(refusal(program, "--year", 2021, "--unit", "C", "proactive.licence:items_change"))
        .contains("2021 has the form 2021-30, while the cell is of the form 2019-60.");
    assertThat(refusal(program, "--year", 2020, "--unit", "司法局", "fine_yuan"))
        .isEqualTo(
            "the unit 司法局 (--unit) is not in the register of 2020. Did you mean C2? Name a unit_id"
                + " of units.csv.");
    assertThat(refusal(program, "--year", 2020, "--unit", "C3", "fine_yuan"))
        .contains("C3 (--unit) is not in the register of 2020, only in that of [2021].");
    assertThat(refusal(program, "--year", 2018, "--unit", "C", "fine_yuan"))
        .isEqualTo(
            "the year 2018 (--year) is not computed; those that are: [2020, 2021]. Name one of"
                + " them, or run gouji aggregate --years 2018 first.");
    assertThat(refusal(program, "--year", 2020, "--unit", "C", "--scope", "owns", "fine_yuan"))
        .isEqualTo(
            "the scope owns (--scope) is unknown. Did you mean own? Name own or consolidated.");
  }

  /** The last line of standard error, which alone says why nothing was done. */
  private static String refusal(Program program, Object... arguments) {
    Ran ran = explain(program, arguments);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    List<String> lines = ran.err().lines().toList();
    return lines.get(lines.size() - 1).replaceFirst("^gouji: ", "");
  }
}
