package gouji.cli;

import gouji.job.IngestJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gouji ingest}: takes files in. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Takes the files of an input folder in; files that are known change nothing.",
    footer = {
      "",
      "Example:",
      "  gouji ingest --input data/yiyang/input --warehouse target/warehouse"
    })
final class IngestCommand implements Callable<Integer> {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "DIR",
      description = "Folder with one sub-folder for each data set.")
  private String input;

  @Mixin private Common common;

  @Override
  public Integer call() {
    return new Warehouse(common, "ingest")
        .run(
            null,
            work ->
                new IngestJob(
                    work.tables(),
                    common.warehouse,
                    work.declared(),
                    input,
                    work.run().id(),
                    IngestJob.FEW,
                    work.progress()));
  }
}
