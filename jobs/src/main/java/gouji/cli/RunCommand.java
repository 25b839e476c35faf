package gouji.cli;

import gouji.check.States;
import gouji.job.ExportFormat;
import gouji.job.ReportYears;
import gouji.job.YearlyRun;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gouji run}: ingest, aggregate, reconcile and export in one go. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Takes files in, computes, reconciles and exports.",
    footer = {
      "",
      "Examples:",
      "  gouji run --input data/yiyang/input --warehouse target/warehouse --out target/out",
      "  gouji run --input in --warehouse wh --out out --years 2019..2021 --unit 361126"
    })
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "DIR",
      description = "Folder with one sub-folder for each data set.")
  private String input;

  @Mixin private Common common;

  @Mixin private StateOptions states;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder that the outputs are written into.")
  private String out;

  @Option(
      names = "--years",
      paramLabel = "Y[..Y]",
      description = "Report years; those with records from 2019 on that have ended unless named.")
  private String years;

  @Option(
      names = "--unit",
      paramLabel = "ID",
      description = "A unit whose documents are written; the roots unless named.")
  private List<String> units = List.of();

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = "What is written: ${COMPLETION-CANDIDATES}; csv, xlsx and html unless named.")
  private Set<ExportFormat> formats = ExportCommand.usual();

  @Override
  public Integer call() {
    ReportYears asked = common.years(years);
    Warehouse warehouse = new Warehouse(common, "run");
    States told = states.states(asked.today());
    String basis = warehouse.basis(asked) + (told.waivers().isEmpty() ? "" : told.waivers());
    String rules = warehouse.rules();
    return warehouse.run(
        basis,
        work ->
            new YearlyRun(
                work.tables(),
                common.warehouse,
                work.declared(),
                input,
                asked,
                units,
                new TreeSet<>(formats),
                out,
                new Origin(work)::lines,
                work.run().id(),
                () -> work.ledger().findCurrent(basis),
                () -> work.ledger().before(rules, states.since),
                told,
                work.progress()));
  }
}
