package gouji;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.cli.Gouji;
import gouji.contract.OwnTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ReadmeTest {
  private static final String ENGLISH = "README.md";
  private static final String CHINESE = "README.zh-CN.md";
  private static final String OUTPUTS = "docs/outputs.md";
  private static final Path ROOMS = Path.of("jobs", "src", "main", "java", "gouji");

  private static final Pattern FENCED = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");
  private static final Pattern TICKED = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");
  private static final Pattern PATH = Pattern.compile("(?:[\\w.-]+/)+[\\w.-]*");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\| .+ \\|$");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  @ParameterizedTest
  @ValueSource(strings = {ENGLISH, CHINESE})
  void namesEveryCommandAndOption(String file) throws IOException {
    String text = read(file);
    CommandLine program = new CommandLine(new Gouji());

    assertThat(program.getSubcommands()).isNotEmpty();
    program
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(text).contains("| `gouji " + name + "` |").contains("\ngouji " + name);
              for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(options(text, option.longestName()))
                    .as("a line of the options in %s: %s of %s", file, option, name)
                    .anyMatch(of -> of.contains("`" + name + "`") || isAll(of));
              }
            });
  }

  /** The second columns of the lines of the table of options that name that option. */
  private static Stream<String> options(String text, String option) {
    Pattern line = Pattern.compile("\\| .*`" + option + "[ `].* \\| (.*) \\| .* \\|");
    return text.lines().map(line::matcher).filter(m -> m.matches()).map(m -> m.group(1));
  }

  private static boolean isAll(String of) {
    return of.equals("all") || of.equals("全部");
  }

  @Test
  void saysTheSameInBothLanguages() throws IOException {
    String english = read(ENGLISH);
    String chinese = read(CHINESE);

    assertThat(found(HEADING, chinese)).isEqualTo(found(HEADING, english));
    assertThat(found(FENCED, chinese)).hasSameSizeAs(found(FENCED, english));
    assertThat(commands(chinese)).isEqualTo(commands(english));
    assertThat(tableLines(chinese)).isEqualTo(tableLines(english));
  }

  private static List<String> commands(String text) {
    return found(FENCED, text).stream().filter(block -> block.contains("--input")).toList();
  }

  private static long tableLines(String text) {
    return text.lines().filter(line -> line.startsWith("|")).count();
  }

  @ParameterizedTest
  @ValueSource(strings = {ENGLISH, CHINESE, OUTPUTS})
  void namesOnlyPathsThatAreThere(String file) throws IOException {
    String text = read(file);
    String prose = FENCED.matcher(text).replaceAll("");
    List<String> code = new ArrayList<>(found(FENCED, text));
    code.addAll(found(TICKED, prose));
    Path folder = Path.of(file).toAbsolutePath().getParent();

    assertThat(code.stream().flatMap(SPACE::splitAsStream))
        .filteredOn(word -> PATH.matcher(word).matches() && !isMadeByARun(word))
        .isNotEmpty()
        .allMatch(path -> Files.exists(Path.of(path)), "is in the repository");
    assertThat(found(LINK, prose)).allMatch(l -> Files.exists(folder.resolve(l)), "is there");
  }

  private static boolean isMadeByARun(String path) {
    return path.startsWith("target/") || path.startsWith("reports/");
  }

  @ParameterizedTest
  @ValueSource(strings = {ENGLISH, CHINESE})
  void drawsEveryRoomOnTheMap(String file) throws IOException {
    String text = read(file);

    try (Stream<Path> folders = Files.list(ROOMS)) {
      assertThat(folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()))
          .as("a room has its line in the map of %s", file)
          .allMatch(room -> text.contains("\n| `" + room + "` |"));
    }
  }

  @ParameterizedTest
  @EnumSource(OwnTable.class)
  void describesEveryColumnOfATable(OwnTable table) throws IOException {
    List<String> section =
        found(
            Pattern.compile("(?ms)^## " + table.tableName() + "$(.*?)(?=^## |\\z)"), read(OUTPUTS));

    assertThat(section).as("a section named %s in %s", table.tableName(), OUTPUTS).hasSize(1);
    assertThat(ROW.matcher(section.get(0)).results().map(m -> m.group(1) + " " + m.group(2)))
        .containsExactlyElementsOf(
            table.columns().stream().map(c -> c.name() + " " + c.kind()).toList());
  }

  /** What the pattern's last group holds, or all of it where it has none. */
  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group(m.groupCount())).toList();
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }
}
