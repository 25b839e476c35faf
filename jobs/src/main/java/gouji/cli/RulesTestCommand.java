package gouji.cli;

import gouji.check.Examples;
import gouji.check.Trial;
import gouji.contract.Assertions;
import gouji.contract.Declarations;
import gouji.contract.Rule;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gouji rules test}: runs the examples of rules. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the examples of rules, and tells each of which a rule says something else than the"
          + " example declares:",
      "both verdicts, what was compared, and the figures that took part."
    },
    footer = {
      "",
      "Exit status: 0 every rule says what its examples declare; 1 some do not; 2 a declaration is",
      "wrong, or there is no such rule.",
      "",
      "Examples:",
      "  gouji rules test",
      "  gouji rules test requests.balance disputes.total",
      "  gouji rules test requests.answered --schemas my-schemas"
    })
final class RulesTestCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "RULE", description = "Ids of rules; all unless named.")
  private List<String> ids = List.of();

  @Mixin private SchemasOption schemas;

  @Override
  public Integer call() {
    Declarations declared = schemas.declarations();
    Examples examples = new Examples(declared, new Assertions(declared));
    Collection<Rule> rules = asked(declared);
    List<Trial> other =
        rules.stream()
            .flatMap(r -> r.examples().stream().flatMap(e -> examples.findOther(r, e).stream()))
            .toList();
    other.forEach(RulesTestCommand::tell);
    List<String> without =
        rules.stream().filter(r -> r.examples().isEmpty()).map(Rule::id).toList();
    if (!without.isEmpty()) {
      System.out.println("Without examples: " + String.join(", ", without));
    }
    int tried = rules.stream().mapToInt(r -> r.examples().size()).sum();
    System.out.printf(
        "%d examples of %d rules: %d as declared, %d not.%n",
        tried, rules.size() - without.size(), tried - other.size(), other.size());
    return other.isEmpty() ? 0 : 1;
  }

  private Collection<Rule> asked(Declarations declared) {
    return ids.isEmpty()
        ? declared.rules().values()
        : new LinkedHashSet<>(ids).stream().map(i -> SchemasOption.rule(declared, i)).toList();
  }

  private static void tell(Trial trial) {
    System.out.printf(
        "%s, example \"%s\" (form %s)%n  declared is %s, the rule says %s%n",
        trial.rule().id(),
        trial.example().title(),
        trial.form(),
        trial.example().verdict(),
        trial.verdict());
    if (trial.instances().isEmpty()) {
      System.out.println("  no instance of the rule was asked for this form, source and scope");
    }
    for (Trial.Instance instance : trial.instances()) {
      System.out.println("  " + instance.said());
      instance.figures().forEach(f -> System.out.println("      " + f));
    }
    System.out.println();
  }
}
