package gouji.cli;

import gouji.contract.Declarations;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gouji rules check}: all mistakes of all declarations. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lists all mistakes of all declarations: data sets, forms, indicators and rules. Each is one"
          + " line with file:line:column;",
      "below one of a formula stand the formula and a caret under the place."
    },
    footer = {
      "",
      "Exit status: 0 there is no mistake; 2 there are some.",
      "",
      "Examples:",
      "  gouji rules check",
      "  gouji rules check --schemas my-schemas"
    })
final class RulesCheckCommand implements Callable<Integer> {
  @Mixin private SchemasOption schemas;

  @Override
  public Integer call() {
    try {
      Declarations read = schemas.declarations();
      System.out.printf(
          "No mistake in %d data sets, %d forms, %d indicators and %d rules.%n",
          read.dataSets().size(),
          read.forms().size(),
          read.indicators().size(),
          read.rules().size());
      return 0;
    } catch (Failure e) {
      if (e.code() != FailureCode.BAD_DECLARATION) {
        throw e;
      }
      return told(e);
    }
  }

  /** What other commands complain of is what this one was asked for. */
  private static int told(Failure mistakes) {
    mistakes.getMessage().lines().forEach(System.out::println);
    // Lines that belong to the one above are indented.
    long count = mistakes.getMessage().lines().filter(l -> !l.startsWith(" ")).count();
    System.err.printf(
        "gouji: %d %s in the declarations.%n", count, count == 1 ? "mistake" : "mistakes");
    return mistakes.code().exitStatus();
  }
}
