package gouji.cli;

import gouji.job.ExportFormat;
import gouji.job.ExportJob;
import gouji.job.Outcome;
import gouji.job.ReportYears;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gouji export}: writes bulk files and documents. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes the bulk files, and a report document for each unit asked for and year.",
    footer = {
      "",
      "Examples:",
      "  gouji export --warehouse target/warehouse --out target/out",
      "  gouji export --warehouse wh --out out --years 2020 --unit 361126 --format xlsx,html",
      "  gouji export --warehouse wh --out out --as-of 20240131T080000.000Z"
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin private Common common;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder that the outputs are written into.")
  private String out;

  @Option(
      names = "--years",
      paramLabel = "Y[..Y]",
      description = "Report years; all computed ones unless named.")
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
  private Set<ExportFormat> formats = usual();

  @Option(
      names = "--as-of",
      paramLabel = "RUN",
      description =
          "A run of the table runs: the same files as from the tables that it left; the last"
              + " command's unless named.")
  private String asOf;

  /** What is written unless the user says otherwise. */
  static Set<ExportFormat> usual() {
    return EnumSet.of(ExportFormat.CSV, ExportFormat.XLSX, ExportFormat.HTML);
  }

  @Override
  public Integer call() {
    ReportYears asked = common.years(years);
    return new Warehouse(common, "export")
        .read(
            asOf,
            w -> {
              ExportJob export =
                  new ExportJob(
                      w.tables(),
                      w.declared(),
                      asked,
                      units,
                      new TreeSet<>(formats),
                      out,
                      new Origin(w)::lines,
                      w.progress());
              return () -> export.run().and(new Outcome(Map.of(), List.of(), export.isWrong()));
            });
  }
}
