package gouji.cli;

import gouji.check.Touched;
import gouji.contract.Assertions;
import gouji.contract.Declarations;
import gouji.contract.Figure;
import gouji.contract.Form;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gouji rules coverage}: the figures that no rule looks at. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lists for each form the cells and indicators that no rule touches, and those that rules look"
          + " at only one by one,",
      "never beside another figure: a wrong number there is found only where it was filed and"
          + " computed."
    },
    footer = {
      "",
      "Examples:",
      "  gouji rules coverage",
      "  gouji rules coverage --schemas my-schemas"
    })
final class RulesCoverageCommand implements Callable<Integer> {
  @Mixin private SchemasOption schemas;

  @Override
  public Integer call() {
    Declarations declared = schemas.declarations();
    Assertions assertions = new Assertions(declared);
    for (Form form : declared.forms().values()) {
      tell(form, assertions);
    }
    return 0;
  }

  private static void tell(Form form, Assertions assertions) {
    Map<String, Figure> figures = assertions.figures(form.id());
    Touched touched = new Touched(assertions, form.id());
    List<String> untouched = touched.untouched();
    long cells = figures.values().stream().filter(f -> f.table() != null).count();
    System.out.printf(
        "Form %s  %s: %d cells, %d indicators%n",
        form.id(), form.title(), cells, figures.size() - cells);
    if (untouched.isEmpty()) {
      System.out.println("  All are touched by a rule.");
    } else {
      list("No rule touches these %d:", untouched, figures);
    }
    if (!touched.alone().isEmpty()) {
      list("No rule holds these %d against another figure:", touched.alone(), figures);
    }
  }

  private static void list(String heading, List<String> addresses, Map<String, Figure> figures) {
    System.out.println("  " + heading.formatted(addresses.size()));
    int width = addresses.stream().mapToInt(String::length).max().orElse(0);
    for (String address : addresses) {
      String padding = " ".repeat(width - address.length());
      System.out.println("    " + address + padding + "  " + figures.get(address).label());
    }
  }
}
