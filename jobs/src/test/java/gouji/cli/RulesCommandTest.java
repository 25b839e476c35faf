package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.OwnTable;
import gouji.store.Tables;
import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({SparkSessions.class, Program.Programs.class})
class RulesCommandTest {
  private static final Path BALANCE = Path.of("schemas", "rules", "requests.balance.json");

  @TempDir private Path folder;

  @Test
  void saysHowMuchWasReadWhereThereIsNoMistake(Program program) {
    Ran ran = program.run("rules", "check");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .matches("No mistake in \\d+ data sets, 2 forms, \\d+ indicators and \\d+ rules\\.\n");
  }

  @Test
  void listsEveryMistakeWithItsPlaceAndACaretBelowThoseOfFormulas(Program program)
      throws IOException {
    changed("requests.result_total:$col", "requests.result_totl:$col");
    write("rules/broken.json", "{\"id\": \"broken\", }");

    Ran ran = program.run("rules", "check", "--schemas", folder);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("gouji: 2 mistakes in the declarations.\n");
    assertThat(ran.out().replace(folder + "/", "").lines().toList())
        .hasSize(4)
        .anyMatch(l -> l.matches("rules/broken\\.json:1:\\d+: .+"))
        .anyMatch(
            l ->
                l.matches("rules/requests\\.balance\\.json:\\d+:\\d+: .*result_totl.*")
                    && l.contains("Did you mean result_total?"))
        .anyMatch(l -> l.matches(" +\\^"));
  }

  @Test
  void runsAllExamplesOfAllRules(Program program) {
    Ran ran = program.run("rules", "test");

    assertThat(ran.status()).as(ran.out()).isZero();
    assertThat(ran.out())
        .contains("Without examples: ", "ingest.conservation")
        .containsPattern("(\\d+) examples of \\d+ rules: \\1 as declared, 0 not\\.");
  }

  @Test
  void tellsWhatARuleSaysOfAnExampleThatDeclaresSomethingElse(Program program) throws IOException {
    changed(
        "\"requests.result_total:natural\": \"61\"", "\"requests.result_total:natural\": \"60\"");

    Ran ran = program.run("rules", "test", "requests.balance", "--schemas", folder);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("requests.balance, example \"one answer too many\" (form 2021-30)\n")
        .contains("  declared is fail, the rule says pass\n")
        .contains("自然人: 60 + 0 = 60 = 60 + 0 = 60\n")
        .contains("本年新收政府信息公开申请数量 / 自然人 60\n")
        .contains("8 examples of 1 rules: 7 as declared, 1 not.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "show"})
  void namesTheRuleThatIsNearestToAMisspeltOne(String command, Program program) {
    Ran ran = program.run("rules", command, "requests.balanc");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "gouji: there is no rule requests.balanc. Did you mean requests.balance? gouji rules"
                + " list names all.\n");
  }

  @Test
  void namesTheCommandThatIsNearestToAMisspeltOne(Program program) {
    Ran ran = program.run("rules", "chekc");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "gouji: there is no command chekc. Did you mean check? Try: gouji rules --help\n");
  }

  @Test
  void listsEachRuleInALine(Program program) {
    Ran ran = program.run("rules", "list");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out().lines().map(l -> l.replaceAll(" {2,}", "|")))
        .startsWith("id|severity|check|forms|sources|zh|en")
        .contains(
            "levels.sum|error|formula|2019-60,2021-30|reported|上下级数据汇总|Consolidated figures add up"
                + " over the units",
            "reported.computed|error|formula|2019-60,2021-30|both|上报数与计算数|Reported and computed"
                + " figures agree",
            "ingest.conservation|error|conservation|all|-|读入守恒|No row is lost on the way in");
  }

  @Test
  void showsARuleInWords(Program program) {
    Ran ran = program.run("rules", "show", "proactive.regulation_level");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .startsWith("proactive.regulation_level  无规章制定权  Who may make regulations\n")
        .contains("severity   warning\n")
        .contains("asserts    own(proactive.regulation:$col) = 0\n")
        .contains("when       unit.level != city\n", "  and      unit.level != province\n")
        .contains("scopes     own\n", "tolerance  none\n")
        .contains("instances in form 2021-30: 3\n")
        .contains("本年制发件数: “本单位规章 / 本年制发件数” = 0, when unit.level != city and")
        .containsPattern("examples: \\d+\n  \\w+ +");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "indicators.rate",
        "indicators.part",
        "indicators.feasible",
        "form.period",
        "register.parent",
        "cells.whole_number",
        "requests.row_total",
        "disputes.versus_requests"
      })
  void showsRulesOfEveryCheck(String rule, Program program) {
    Ran ran = program.run("rules", "show", rule);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).startsWith(rule + "  ").contains("\nasserts    ", "\nexamples: ");
  }

  @Test
  void saysThatAllFiguresOfAFormAreTouchedAndWhichAreLookedAtAlone(Program program) {
    Ran ran = program.run("rules", "coverage");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("Form 2019-60  ", "Form 2021-30  ", "  All are touched by a rule.\n")
        .containsPattern("against another figure:\n(.+\n)* +fine_yuan +罚款金额");
  }

  @Test
  void listsTheFiguresOfAFormThatNoRuleTouches(Program program) throws IOException {
    for (String rule : List.of("cells.whole_number", "levels.sum", "reported.computed")) {
      String text = Files.readString(Path.of("schemas", "rules", rule + ".json"));
      write(
          "rules/" + rule + ".json",
          text.replaceFirst("\"2019-60\",\\s+\"2021-30\"", "\"2019-60\""));
    }

    Ran ran = program.run("rules", "coverage", "--schemas", folder);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .containsPattern("Form 2019-60 .*\n  All are touched by a rule\\.\n")
        .containsPattern("Form 2021-30 .*\n  No rule touches these \\d+:\n")
        .containsPattern("    proactive\\.fee:amount_10k +行政事业性收费 / ");
  }

  @Test
  void showsHelpWithExamplesForEveryCommand(Program program) {
    assertThat(program.run("rules").out()).contains("Usage: gouji rules", "coverage", "Examples:");
    for (String command : new String[] {"check", "test", "list", "show", "coverage"}) {
      Ran ran = program.run("rules", command, "--help");
      assertThat(ran.status()).isZero();
      assertThat(ran.out())
          .contains("Usage: gouji rules " + command, "--schemas=DIR", "  gouji rules " + command);
    }
  }

  @Test
  void saysWhichCommandHasToRunBeforeResultsAreShown(Program program) {
    Ran ran = program.run("rules", "show", "requests.balance", "--warehouse", folder);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).endsWith("has no table verdicts yet. Run gouji reconcile on it first.\n");
  }

  @Test
  void showsWhatTheLastReconciliationSaid(Program program, SparkSession spark) {
    String columns = "year INT, rule STRING, source STRING, verdict STRING, instances BIGINT";
    new Tables(spark, folder.toString(), false)
        .append(
            OwnTable.VERDICTS.tableName(),
            Rows.of(
                spark,
                columns,
                "2021|requests.balance|computed|pass|672",
                "2020|requests.balance|computed|pass|1658",
                "2020|requests.balance|computed|fail|2",
                "2020|requests.carry_over|computed|fail|3"));

    Ran ran = program.run("rules", "show", "requests.balance", "--warehouse", folder);

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out().substring(ran.out().indexOf("\nlast results in ")).lines().skip(2))
        .containsExactly(
            "  year  source    verdict  instances",
            "  2020  computed  fail             2",
            "  2020  computed  pass         1,658",
            "  2021  computed  pass           672");
    assertThat(program.run("rules", "show", "form.period", "--warehouse", folder).out())
        .contains("  none: the last reconciliation did not know the rule");
  }

  /** A copy of a carried rule in the further folder, with one text in place of another. */
  private void changed(String text, String by) throws IOException {
    String rule = Files.readString(BALANCE);
    assertThat(rule).contains(text);
    write("rules/requests.balance.json", rule.replace(text, by));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
