package gouji.cli;

import gouji.check.Instances;
import gouji.contract.Assertion;
import gouji.contract.Assertions;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.contract.Rule;
import gouji.export.RuleText;
import gouji.store.Entry;
import gouji.store.SmallTables;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gouji rules show}: one rule in words. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells one rule in words: what it asserts and why, how bad a finding is, the first of its"
          + " instances in each form",
      "with Chinese labels, and its examples; with --warehouse also what the last reconciliation"
          + " said."
    },
    footer = {
      "",
      "Exit status: 0 told; 2 there is no such rule, or the warehouse was never reconciled.",
      "",
      "Examples:",
      "  gouji rules show requests.balance",
      "  gouji rules show requests.balance --warehouse target/warehouse"
    })
final class RulesShowCommand implements Callable<Integer> {
  private static final int FIRST = 3;

  @Parameters(paramLabel = "RULE", description = "Id of the rule.")
  private String id;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description = "Folder of the Delta tables, for the last results.")
  private String warehouse;

  @Mixin private SchemasOption schemas;

  @Override
  public Integer call() throws IOException {
    // Reading a table takes as long as reading the declarations: both at once.
    CompletableFuture<List<RuleText.Result>> results =
        warehouse == null ? null : CompletableFuture.supplyAsync(this::results);
    Declarations declared = schemas.declarations();
    Rule rule = SchemasOption.rule(declared, id);
    Assertions assertions = new Assertions(declared);
    Instances instances = new Instances(assertions, rule);
    StringWriter out = new StringWriter();
    RuleText text =
        new RuleText(rule, instances.sources(), scopes(instances), forms(instances), out);
    text.write();
    if (results != null) {
      text.results(warehouse, come(results));
    }
    System.out.print(out);
    return 0;
  }

  private static <T> T come(CompletableFuture<T> awaited) {
    try {
      return awaited.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static List<String> scopes(Instances instances) {
    return Stream.of(Rule.Scope.values())
        .filter(instances::isFor)
        .map(s -> s.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static List<RuleText.Instances> forms(Instances instances) {
    List<RuleText.Instances> forms = new ArrayList<>();
    for (String form : instances.assertions().forms()) {
      List<Assertion> all = instances.of(form);
      if (!all.isEmpty() && !form.equals(Assertions.NO_FORM)) {
        List<String> first = all.stream().limit(FIRST).map(a -> instances.words(form, a)).toList();
        forms.add(new RuleText.Instances(form, all.size(), first));
      }
    }
    return forms;
  }

  private List<RuleText.Result> results() {
    return new SmallTables(warehouse)
        .need(OwnTable.VERDICTS, "reconcile").stream()
            .filter(e -> id.equals(e.text(Columns.RULE)))
            .map(RulesShowCommand::result)
            .sorted(
                Comparator.comparing(RuleText.Result::year)
                    .thenComparing(RuleText.Result::source)
                    .thenComparing(RuleText.Result::verdict))
            .toList();
  }

  private static RuleText.Result result(Entry row) {
    return new RuleText.Result(
        row.number(Columns.YEAR),
        row.text(Columns.SOURCE),
        row.text(Columns.VERDICT),
        row.number(Columns.INSTANCES));
  }
}
