package gouji.cli;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: its commands and how they end. */
@Command(
    name = "gouji",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      IngestCommand.class,
      AggregateCommand.class,
      ReconcileCommand.class,
      ExportCommand.class,
      ExplainCommand.class,
      MaintainCommand.class,
      AuditCommand.class,
      RulesCommand.class
    },
    description =
        "Computes, reconciles and explains the annual reports on government-information disclosure"
            + " (政府信息公开工作年度报告).",
    footer = {
      "",
      "Exit status: 0 all done; 1 all done, but there are rejected rows or findings of severity",
      "error; 2 nothing done, the command line or a folder is unusable; 3 a failure on the way,",
      "the same command goes on from there.",
      "",
      "Example:",
      "  gouji run --input data/yiyang/input --warehouse target/warehouse --out target/out"
    })
public final class Gouji implements Runnable {
  /** Columns of help texts: examples have to stay in one line to be copied. */
  private static final int WIDTH = 110;

  @Spec private CommandSpec spec;

  /** Starts the program and ends the process with its exit status. */
  public static void main(String[] arguments) {
    int status;
    try {
      status = run(arguments);
    } catch (OutOfMemoryError | StackOverflowError e) {
      System.err.println(
          "gouji: the memory does not suffice: %s. Give it more (GOUJI_HEAP=4g), then repeat the command."
              .formatted(e.getMessage()));
      status = FailureCode.INTERRUPTED.exitStatus();
    }
    end(status);
  }

  /** Ends the process; where YARN runs it, returning ends it well. */
  static void end(int status) {
    try {
      Sessions.close();
    } finally {
      // A cluster that is gone, and cannot be told, changes nothing of how the command ended.
      leave(status);
    }
  }

  private static void leave(int status) {
    System.out.flush();
    System.err.flush();
    if (Sessions.isHosted()) {
      if (status != 0) {
        System.exit(status);
      }
      return;
    }
    // Spark leaves threads behind that need not be waited for.
    Runtime.getRuntime().halt(status);
  }

  /** Runs a command line; gives the exit status. */
  public static int run(String... arguments) {
    return run(Clock.systemUTC(), arguments);
  }

  /** Runs a command line by that clock; gives the exit status. */
  public static int run(Clock clock, String... arguments) {
    System.setOut(utf8(System.out));
    System.setErr(utf8(System.err));
    CommandLine line = new CommandLine(new Gouji(), new Parts(clock));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(WIDTH);
    line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, command));
    line.setParameterExceptionHandler(
        (exception, given) -> {
          CommandLine wrong = exception.getCommandLine();
          wrong
              .getErr()
              .println(
                  "gouji: %s Try: %s --help"
                      .formatted(
                          UnknownWord.find(wrong).orElseGet(() -> sentence(exception.getMessage())),
                          wrong.getCommandSpec().qualifiedName()));
          return FailureCode.UNUSABLE.exitStatus();
        });
    return line.execute(arguments);
  }

  /** Makes the parts of a command line, of which the options of all commands hold the clock. */
  private record Parts(Clock clock) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type == Common.class
          ? type.cast(new Common(clock))
          : CommandLine.defaultFactory().create(type);
    }
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  private static String sentence(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.endsWith(".") ? line : line + ".";
  }

  private static int failed(Exception exception, CommandLine command) {
    // A task's failure comes wrapped in those of Spark.
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof Failure failure) {
        command.getErr().println("gouji: " + failure.getMessage());
        return failure.code().exitStatus();
      }
    }
    command
        .getErr()
        .println(
            "gouji: something broke on the way: %s. What was done is kept; %sthe same command goes on from there. The log has more: %s"
                .formatted(
                    cause(exception),
                    advice(cause(exception)),
                    System.getProperty("gouji.log", "gouji.log")));
    org.slf4j.LoggerFactory.getLogger(Gouji.class).error("the command broke off", exception);
    return FailureCode.INTERRUPTED.exitStatus();
  }

  /** What has to be done before the same command can go on. */
  static String advice(String cause) {
    return cause.contains("No space left on device")
        ? "make room on the disks of the warehouse, of the outputs and of %s, and "
            .formatted(System.getProperty("java.io.tmpdir"))
        : "";
  }

  /** The innermost cause, in one line: what surrounds it is Spark's own. */
  static String cause(Throwable exception) {
    Throwable cause = exception;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return text.lines().findFirst().orElse(cause.toString()).replaceFirst("\\.$", "");
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
