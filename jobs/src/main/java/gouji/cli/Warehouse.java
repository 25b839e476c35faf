package gouji.cli;

import gouji.contract.Declarations;
import gouji.failure.FailureCode;
import gouji.job.Job;
import gouji.job.Outcome;
import gouji.job.ReportYears;
import gouji.ledger.Ledger;
import gouji.store.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** One command at work on a warehouse: the session, the run, its end and its summary. */
final class Warehouse {
  private final Common options;
  private final Declarations declared;
  private final Clock clock;
  private final String command;
  private final TerminalProgress progress = TerminalProgress.standard();
  private final CompletableFuture<SparkSession> session;

  Warehouse(Common options, String command, Clock clock) {
    this.options = options;
    this.command = command;
    this.clock = clock;
    // Spark takes seconds to start: the declarations are read meanwhile.
    session = CompletableFuture.supplyAsync(() -> Sessions.open(options));
    declared = options.declarations();
  }

  /** What a command needs to make its job. */
  record Work(
      Tables tables,
      Declarations declared,
      Ledger ledger,
      Ledger.Begun run,
      TerminalProgress progress) {}

  /** Makes the job, runs it, writes the run down, sums up; gives the exit status. */
  int run(String basis, Function<Work, Job> jobOf) {
    SparkSession spark = session.join();
    // Its settings hold in threads that know it, of which this is the first.
    SparkSession.setActiveSession(spark);
    Tables tables = new Tables(spark, options.warehouse, !Sessions.isBulk());
    Ledger ledger = new Ledger(tables, clock);
    Ledger.Begun run = ledger.begin(command);
    Job job = jobOf.apply(new Work(tables, declared, ledger, run, progress));
    int status = FailureCode.INTERRUPTED.exitStatus();
    try {
      Outcome outcome = job.run();
      status = outcome.wrong() ? 1 : 0;
      progress.finish();
      new Summary(System.out).tell(command, options.warehouse, outcome);
    } catch (gouji.failure.Failure failure) {
      status = failure.code().exitStatus();
      throw failure;
    } finally {
      progress.finish();
      if (status != FailureCode.UNUSABLE.exitStatus()) {
        ledger.end(run, status, basis);
      }
    }
    return status;
  }

  /** Digest of declarations, years and program: what figures depend on beside the tables. */
  String basis(ReportYears years) {
    String text = Version.of() + "\n" + years.first() + ".." + years.last() + "\n" + declared;
    if (!years.areNamed()) {
      text += "\n" + years.today().getYear();
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
