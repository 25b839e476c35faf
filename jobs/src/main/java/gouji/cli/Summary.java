package gouji.cli;

import gouji.job.Outcome;
import java.io.PrintStream;
import java.util.List;

/** What a command says at its end: what was done, what is wrong, what to do next. */
final class Summary {
  private static final int MOST = 20;

  private final PrintStream out;

  Summary(PrintStream out) {
    this.out = out;
  }

  /** Writes the summary. */
  void tell(String command, String warehouse, Outcome outcome) {
    outcome.counts().forEach((what, n) -> out.printf("  %,12d  %s%n", n, what));
    List<String> warnings = outcome.warnings();
    outcome.notes().forEach(out::println);
    warnings.stream().limit(MOST).forEach(w -> out.println("warning: " + w));
    if (warnings.size() > MOST) {
      out.printf("and %d more warnings%n", warnings.size() - MOST);
    }
    out.println(next(command, warehouse, outcome));
  }

  private static String next(String command, String warehouse, Outcome outcome) {
    if (outcome.wrong()) {
      return switch (command) {
        case "run", "export" ->
            "There are rejected rows or errors: look into rejects.csv and findings.csv of the"
                + " output.";
        case "ingest" ->
            "Some rows are rejected: see the table rejects, or go on with gouji aggregate"
                + " --warehouse "
                + warehouse;
        default -> "There are findings of severity error: gouji export writes them out.";
      };
    }
    return switch (command) {
      case "ingest" -> "Next: gouji aggregate --warehouse " + warehouse;
      case "aggregate" -> "Next: gouji reconcile --warehouse " + warehouse;
      case "reconcile" -> "Next: gouji export --warehouse " + warehouse + " --out DIR";
      default -> "All done.";
    };
  }
}
