package gouji.cli;

import gouji.contract.Nearest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What is said of a word on the command line that names no command or option. It is often the
 * reason why something else is missing, and so is told first.
 */
final class UnknownWord {
  private UnknownWord() {}

  /** The sentences about the first such word; empty when all commands and options are known. */
  static Optional<String> find(CommandLine line) {
    CommandLine before = line.getParent();
    return before == null ? findIn(line) : find(before).or(() -> findIn(line));
  }

  private static Optional<String> findIn(CommandLine line) {
    List<String> words = line.getUnmatchedArguments();
    CommandSpec command = line.getCommandSpec();
    if (!words.isEmpty() && !isOption(words.get(0)) && !command.subcommands().isEmpty()) {
      String typed = words.get(0);
      return Optional.of(
          "there is no command %s.%s"
              .formatted(typed, Nearest.hint(typed, command.subcommands().keySet())));
    }
    return words.stream().filter(UnknownWord::isOption).findFirst().map(w -> option(w, command));
  }

  private static boolean isOption(String word) {
    return word.startsWith("-");
  }

  private static String option(String word, CommandSpec command) {
    String typed = word.replaceFirst("=.*", "");
    boolean isOfCommand =
        command.subcommands().values().stream()
            .anyMatch(c -> c.getCommandSpec().optionsMap().containsKey(typed));
    if (isOfCommand) {
      return "the option %s belongs to a command. Name the command before it.".formatted(typed);
    }
    List<String> known =
        command.optionsMap().keySet().stream().filter(o -> o.startsWith("--")).toList();
    return "%s has no option %s.%s"
        .formatted(command.qualifiedName(), typed, Nearest.hint(typed, known));
  }
}
