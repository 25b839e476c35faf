package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Program;
import gouji.testkit.Program.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Program.Programs.class)
class CommandLineTest {
  @TempDir private Path folder;

  @Test
  void refusesAnUnknownOptionAndSaysWhereToLook(Program program) {
    assertThat(unusable(program.run("run", "--inptu", "x")))
        .startsWith("gouji: ")
        .contains("Try: gouji run --help");
    assertThat(unusable(program.run("ingest", "--input", "x")))
        .contains("--warehouse")
        .contains("Try: gouji ingest --help");
    assertThat(unusable(program.run("destroy"))).contains("destroy").contains("Try: gouji --help");
  }

  @Test
  void namesTheCommandOrOptionThatIsNearestToAMisspeltOne(Program program) {
    assertThat(unusable(program.run("runn", "--input", "x")))
        .isEqualTo("gouji: there is no command runn. Did you mean run? Try: gouji --help");
    assertThat(unusable(program.run("export", "--warehose=" + folder, "--out", folder)))
        .isEqualTo(
            "gouji: gouji export has no option --warehose. Did you mean --warehouse? Try: gouji"
                + " export --help");
    assertThat(unusable(program.run("reconcile", "--warehouse", folder, "-years", "2020")))
        .isEqualTo(
            "gouji: gouji reconcile has no option -years. Did you mean --years? Try: gouji"
                + " reconcile --help");
    assertThat(unusable(program.run("--hepl")))
        .isEqualTo("gouji: gouji has no option --hepl. Did you mean --help? Try: gouji --help");
  }

  @Test
  void guessesNothingWhereNothingIsNear(Program program) {
    assertThat(unusable(program.run("destroy")))
        .isEqualTo("gouji: there is no command destroy. Try: gouji --help");
    assertThat(unusable(program.run("reconcile", "--warehouse", folder, "-k")))
        .isEqualTo("gouji: gouji reconcile has no option -k. Try: gouji reconcile --help");
    assertThat(unusable(program.run("--warehouse", folder, "reconcile")))
        .isEqualTo(
            "gouji: the option --warehouse belongs to a command. Name the command before it. Try:"
                + " gouji reconcile --help");
    assertThat(unusable(program.run("reconcile", "--warehouse", folder, "more")))
        .contains("'more'")
        .endsWith("Try: gouji reconcile --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "2021..2019", "2020-2021", "1948", "2000..2199", "2020..", "all"})
  void refusesYearsThatAreNone(String years, Program program) {
    assertThat(unusable(program.run("aggregate", "--warehouse", folder, "--years", years)))
        .isEqualTo(
            "gouji: --years is "
                + years
                + ". Name a year or a span within 1949..2199 of at most 64 years, such as 2020 or"
                + " 2019..2021.");
  }

  @Test
  void refusesADayThatIsNone(Program program) {
    assertThat(unusable(program.run("aggregate", "--warehouse", folder, "--today", "2021-02-30")))
        .isEqualTo("gouji: --today is 2021-02-30. Name a day such as 2024-01-31.");
  }

  @Test
  void refusesAFormatThatIsNone(Program program) {
    assertThat(
            unusable(
                program.run("export", "--warehouse", folder, "--out", folder, "--format", "docx")))
        .contains("docx");
  }

  @Test
  void refusesAnInputFolderThatIsNoneAndLeavesNothingBehind(Program program) throws IOException {
    Path warehouse = folder.resolve("warehouse");
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(
            unusable(
                program.run("ingest", "--input", folder.resolve("no"), "--warehouse", warehouse)))
        .contains("/no cannot be used: there is no such folder. Name a folder with one sub-folder");
    assertThat(unusable(program.run("ingest", "--input", file, "--warehouse", warehouse)))
        .contains("file cannot be used: it is a file.");
    assertThat(warehouse).doesNotExist();
  }

  @Test
  void wantsSomethingToTakeInAndReportsWithTheirMap(Program program) throws IOException {
    Path warehouse = folder.resolve("warehouse");
    Path map = Files.writeString(folder.resolve("map.csv"), "unit_id,name\nA,甲县\n");
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), "unit_id,name\nA,甲县\nB,甲县\n");

    assertThat(unusable(program.run("ingest", "--warehouse", warehouse)))
        .startsWith("gouji: there is nothing to take in. Name a folder of data sets (--input), ");
    assertThat(unusable(program.run("ingest", "--warehouse", warehouse, "--published", folder)))
        .startsWith("gouji: --published is there without --unit-map. Published reports");
    assertThat(
            unusable(
                program.run(
                    "ingest", "--warehouse", warehouse, "--input", folder, "--unit-map", map)))
        .startsWith("gouji: --unit-map is there without --published.");
    assertThat(unusable(published(program, warehouse, folder.resolve("no"), map)))
        .contains("/no cannot be used: there is no such folder. Name a folder with reports");
    assertThat(unusable(published(program, warehouse, folder, folder.resolve("no.csv"))))
        .startsWith("gouji: the unit map ")
        .contains("/no.csv cannot be read: ", "Name a CSV file with the columns unit_id and name");
    assertThat(unusable(published(program, warehouse, folder, wrong)))
        .contains("wrong.csv:3 cannot be used: 甲县 is B (consolidated) here");
    assertThat(warehouse).doesNotExist();
  }

  private static Ran published(Program program, Path warehouse, Path reports, Path map) {
    return program.run(
        "ingest", "--warehouse", warehouse, "--published", reports, "--unit-map", map);
  }

  @Test
  void saysWhichCommandHasToRunFirst(Program program) {
    Path warehouse = folder.resolve("warehouse");

    assertThat(unusable(program.run("aggregate", "--warehouse", warehouse)))
        .contains("Run gouji ingest on an input folder with files first.");
    assertThat(unusable(program.run("maintain", "--warehouse", warehouse)))
        .contains("Run gouji ingest on an input folder with files first.");
    assertThat(unusable(program.run("reconcile", "--warehouse", warehouse)))
        .contains("Run gouji aggregate on it first.");
    assertThat(unusable(program.run("export", "--warehouse", warehouse, "--out", folder)))
        .contains("Run gouji aggregate on it first.");
  }

  /** The last line of a command that did nothing, which says what and how to mend it. */
  private static String unusable(Ran ran) {
    assertThat(ran.status()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    List<String> lines =
        ran.err().lines().filter(l -> !l.matches("gouji: .*( steps\\)| done.*| ing)")).toList();
    return lines.get(lines.size() - 1);
  }

  @Test
  void showsHelpForEveryCommand(Program program) {
    Ran help = program.run("--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("Exit status: 0 all done").contains("reconcile");
    for (String command :
        List.of("run", "ingest", "aggregate", "reconcile", "export", "maintain")) {
      Ran ran = program.run(command, "--help");
      assertThat(ran.status()).isZero();
      assertThat(ran.out()).contains("Usage: gouji " + command, "--warehouse=DIR", "Example");
    }
  }
}
