package gouji.cli;

import gouji.job.IngestJob;
import gouji.job.Sources;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gouji ingest}: takes files in. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes in the files of an input folder, and published annual reports as what their units",
      "filed; files that are known change nothing. One of --input and --published is needed."
    },
    footer = {
      "",
      "The unit map is CSV: unit_id, and name (as in the title of a report) or file (its path in",
      "the folder), and scope (own or consolidated) where it is not consolidated.",
      "",
      "Examples:",
      "  gouji ingest --input data/yiyang/input --warehouse target/warehouse",
      "  gouji ingest --published reports --unit-map units.csv --warehouse target/warehouse"
    })
final class IngestCommand implements Callable<Integer> {
  @Option(
      names = "--input",
      paramLabel = "DIR",
      description = "Folder with one sub-folder for each data set.")
  private String input;

  @Option(
      names = "--published",
      paramLabel = "DIR",
      description = "Folder of published reports, with all below it; comes with --unit-map.")
  private String published;

  @Option(
      names = "--unit-map",
      paramLabel = "FILE",
      description = "CSV file that says which unit a published report is of.")
  private String unitMap;

  @Mixin private Common common;

  @Override
  public Integer call() {
    Sources sources = new Sources(input, published, unitMap);
    return new Warehouse(common, "ingest")
        .run(
            null,
            work ->
                new IngestJob(
                    work.tables(),
                    common.warehouse,
                    work.declared(),
                    sources,
                    work.run().id(),
                    IngestJob.FEW,
                    work.progress()));
  }
}
