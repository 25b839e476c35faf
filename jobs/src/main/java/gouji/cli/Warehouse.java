package gouji.cli;

import gouji.contract.Declarations;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.job.Job;
import gouji.job.Outcome;
import gouji.job.ReportYears;
import gouji.ledger.Ledger;
import gouji.store.Lock;
import gouji.store.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
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
    session = new CompletableFuture<>();
    // A thread of its own: it hands the caller's class loader on to Spark, other pools do not.
    new Thread(this::open, "session").start();
    declared = options.declarations();
  }

  /** What a command needs to make its job. */
  record Work(
      Tables tables,
      Declarations declared,
      Ledger ledger,
      Ledger.Begun run,
      TerminalProgress progress) {}

  private void open() {
    try {
      session.complete(Sessions.open(options));
    } catch (RuntimeException | LinkageError e) {
      session.completeExceptionally(e);
    }
  }

  private SparkSession session() {
    try {
      return session.join();
    } catch (CompletionException e) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "Spark does not start: %s. Look at --master and --conf, if you set them."
              .formatted(Gouji.cause(e)),
          e);
    }
  }

  /** Makes the job, runs it, writes the run down, sums up; gives the exit status. */
  int run(String basis, Function<Work, Job> jobOf) {
    SparkSession spark = session();
    // Its settings hold in threads that know it, of which this is the first.
    SparkSession.setActiveSession(spark);
    Tables tables = new Tables(spark, options.warehouse, Sessions.isSmall(options));
    Ledger ledger = new Ledger(tables, clock);
    Ledger.Begun run = ledger.begin(command);
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    Lock lock = Lock.take(options.warehouse, run.id(), run.startedAt(), conf);
    try {
      Job job = jobOf.apply(new Work(tables, declared, ledger, run, progress));
      return run(job, tables, ledger, run, basis);
    } finally {
      progress.finish();
      lock.close();
    }
  }

  private int run(Job job, Tables tables, Ledger ledger, Ledger.Begun run, String basis) {
    Outcome outcome;
    try {
      outcome = job.run();
      tables.flush();
    } catch (RuntimeException failure) {
      progress.breakOff();
      end(ledger, run, basis, failure);
      throw failure;
    }
    int status = outcome.wrong() ? 1 : 0;
    if (basis == null || ledger.findCurrent(basis).isEmpty()) {
      // A run that found nothing new changes nothing, the ledger included.
      ledger.end(run, status, basis, rules(), outcome.counts());
    }
    progress.finish();
    new Summary(System.out).tell(command, options.warehouse, outcome);
    return status;
  }

  /** Writes a failed run down, where anything was done at all. */
  private void end(Ledger ledger, Ledger.Begun run, String basis, RuntimeException failure) {
    int status =
        failure instanceof Failure known
            ? known.code().exitStatus()
            : FailureCode.INTERRUPTED.exitStatus();
    if (status != FailureCode.UNUSABLE.exitStatus()) {
      try {
        ledger.end(run, status, basis, rules(), Map.of());
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
  }

  /** Digest of declarations, years and program: what figures depend on beside the tables. */
  String basis(ReportYears years) {
    String text = Version.of() + "\n" + years.first() + ".." + years.last() + "\n" + declared;
    if (!years.areNamed()) {
      text += "\n" + years.today().getYear();
    }
    return digest(text);
  }

  /** Digest of forms and rules. */
  String rules() {
    return digest(declared.forms() + "\n" + declared.rules() + "\n" + declared.indicators());
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
