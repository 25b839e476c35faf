package gouji.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gouji rules}: looks at the rules themselves. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RulesCheckCommand.class,
      RulesTestCommand.class,
      RulesListCommand.class,
      RulesShowCommand.class,
      RulesCoverageCommand.class
    },
    description =
        "Checks, tests and shows the rules (勾稽关系) that figures are held against; starts no Spark.",
    footer = {
      "",
      "Examples:",
      "  gouji rules check --schemas my-schemas",
      "  gouji rules test requests.balance",
      "  gouji rules show requests.balance --warehouse target/warehouse"
    })
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
