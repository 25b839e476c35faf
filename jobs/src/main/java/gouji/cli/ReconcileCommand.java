package gouji.cli;

import gouji.check.States;
import gouji.job.ReconcileJob;
import gouji.job.ReportYears;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gouji reconcile}: holds the figures against the rules. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Checks the assertions (勾稽关系) over the computed figures.",
    footer = {"", "Example:", "  gouji reconcile --warehouse target/warehouse"})
final class ReconcileCommand implements Callable<Integer> {
  @Mixin private Common common;

  @Mixin private StateOptions states;

  @Option(
      names = "--years",
      paramLabel = "Y[..Y]",
      description = "Report years; all computed ones unless named.")
  private String years;

  @Override
  public Integer call() {
    ReportYears asked = common.years(years);
    Warehouse warehouse = new Warehouse(common, "reconcile");
    String rules = warehouse.rules();
    States told = states.states(asked.today());
    return warehouse.run(
        null,
        w ->
            new ReconcileJob(
                w.tables(),
                w.declared(),
                asked,
                () -> w.ledger().before(rules, states.since),
                told,
                w.progress()));
  }
}
