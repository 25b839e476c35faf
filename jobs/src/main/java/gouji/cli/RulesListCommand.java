package gouji.cli;

import gouji.check.Instances;
import gouji.contract.Assertions;
import gouji.contract.Declarations;
import gouji.contract.Rule;
import gouji.export.AlignedText;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gouji rules list}: one line for each rule. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Lists the rules: how bad a finding is, what is checked, for which forms and whose figures,"
            + " and the title.",
    footer = {
      "",
      "Examples:",
      "  gouji rules list",
      "  gouji rules list --schemas my-schemas | grep warning"
    })
final class RulesListCommand implements Callable<Integer> {
  private static final List<String> HEADING =
      List.of("id", "severity", "check", "forms", "sources", "zh", "en");

  @Mixin private SchemasOption schemas;

  @Override
  public Integer call() throws IOException {
    Declarations declared = schemas.declarations();
    Assertions assertions = new Assertions(declared);
    StringWriter text = new StringWriter();
    AlignedText table = new AlignedText(text, HEADING, List.of());
    for (Rule rule : declared.rules().values()) {
      table.add(line(rule, new Instances(assertions, rule)));
    }
    table.flush();
    System.out.print(text);
    return 0;
  }

  private static List<String> line(Rule rule, Instances instances) {
    return List.of(
        rule.id(),
        word(rule.severity()),
        word(rule.check()),
        rule.forms().isEmpty() ? "all" : String.join(",", rule.forms()),
        instances.sources().isEmpty() ? "-" : String.join(",", instances.sources()),
        rule.title().get("zh"),
        rule.title().get("en"));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
