package gouji.cli;

import gouji.contract.Declarations;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.job.ExplainFormat;
import gouji.job.ExplainJob;
import gouji.job.Outcome;
import gouji.job.Question;
import gouji.ledger.Ledger;
import gouji.store.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gouji explain}: the records behind one number. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lists the records behind one cell or indicator: for each its key, its file and line, and the"
          + " values that made it count; before them what each unit contributes.",
      "It reads the warehouse only, and holds the records against the computed figure."
    },
    footer = {
      "",
      "Exit status: 0 listed; 1 listed, but the records give another number than was computed:",
      "run gouji aggregate again; 2 there is no such figure, unit or year; 3 a failure on the way.",
      "",
      "Examples:",
      "  gouji explain --warehouse wh --year 2020 --unit 361126 proactive.licence:decisions",
      "  gouji explain --warehouse wh --year 2020 --unit 361126001 --scope own"
          + " requests.received:total",
      "  gouji explain --warehouse wh --year 2021 --unit 361126 --format csv --out rate.csv"
          + " timely_reply_rate"
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private Common common;

  @Option(
      names = "--year",
      required = true,
      paramLabel = "Y",
      description = "The report year of the figure.")
  private int year;

  @Option(
      names = "--unit",
      required = true,
      paramLabel = "ID",
      description = "The unit, a unit_id of units.csv.")
  private String unit;

  @Option(
      names = "--scope",
      paramLabel = "S",
      description =
          "own: from the unit's own records; consolidated: from those of its whole area."
              + " ${DEFAULT-VALUE} unless named.")
  private String scope = "consolidated";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless named.")
  private ExplainFormat format = ExplainFormat.TABLE;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File that is written; standard output unless named.")
  private Path out;

  @Parameters(
      paramLabel = "CELL-OR-INDICATOR",
      description = "A cell such as requests.received:total, or an indicator such as fine_yuan.")
  private String name;

  @Override
  public Integer call() throws IOException {
    Declarations declared = common.declarations();
    Question question = new Question(year, unit, scope, name);
    // What can be said without Spark is said before it starts.
    question.breakdown(declared);
    Tables now = new Tables(Sessions.open(common), common.warehouse, Sessions.isSmall(common));
    Tables tables = new Ledger(now, common.clock).view();
    TerminalProgress progress = TerminalProgress.standard();
    try (Written written = new Written(out)) {
      Outcome outcome =
          new ExplainJob(tables, declared, question, format, written::open, progress).run();
      progress.finish();
      outcome.warnings().forEach(w -> System.err.println("gouji: " + w));
      return outcome.wrong() ? 1 : 0;
    } finally {
      progress.finish();
    }
  }

  /** The file that is written, or standard output; closed at the end. */
  private static final class Written implements AutoCloseable {
    private final Path file;
    private OutputStream stream;

    Written(Path file) {
      this.file = file;
      if (file != null && Files.isDirectory(file)) {
        throw new Failure(
            FailureCode.UNUSABLE,
            "--out is %s, which is a folder. Name a file in it.".formatted(file));
      }
    }

    OutputStream open() throws IOException {
      if (file == null) {
        return System.out;
      }
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      stream = Files.newOutputStream(file);
      return stream;
    }

    @Override
    public void close() throws IOException {
      if (stream != null) {
        stream.close();
      }
    }
  }
}
