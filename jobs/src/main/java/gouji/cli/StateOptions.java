package gouji.cli;

import gouji.check.States;
import gouji.contract.Waivers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of commands that tell which findings are new, and which are waived. */
final class StateOptions {
  @Option(
      names = "--since",
      paramLabel = "RUN",
      description =
          "Run whose findings are told apart from new ones; the last with other files or rules"
              + " unless named.")
  String since;

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = "JSON file of accepted findings, each until a day.")
  private Path waivers;

  /** The states of findings on that day. */
  States states(LocalDate today) {
    return new States(waivers == null ? List.of() : Waivers.read(waivers), today);
  }
}
