package gouji.cli;

import gouji.job.AggregateJob;
import gouji.job.ReportYears;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gouji aggregate}: computes cells and indicators. */
@Command(
    name = "aggregate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Computes every cell and indicator for each unit and each level above it.",
    footer = {"", "Example:", "  gouji aggregate --warehouse target/warehouse --years 2019..2021"})
final class AggregateCommand implements Callable<Integer> {
  @Mixin private Common common;

  @Option(
      names = "--years",
      paramLabel = "Y[..Y]",
      description = "Report years; those with records from 2019 on that have ended unless named.")
  private String years;

  @Option(
      names = "--full",
      description = "Count all records again, and not only those of units that have changed.")
  private boolean full;

  @Override
  public Integer call() {
    ReportYears asked = common.years(years);
    return new Warehouse(common, "aggregate")
        .run(null, w -> new AggregateJob(w.tables(), w.declared(), asked, full, w.progress()));
  }
}
