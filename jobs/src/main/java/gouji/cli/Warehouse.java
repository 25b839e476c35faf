package gouji.cli;

import gouji.contract.Declarations;
import gouji.contract.OwnTable;
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
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** One command at work on a warehouse: the session, the run, its end and its summary. */
final class Warehouse {
  /** How long another command may take to add its line to the list of runs. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Common options;
  private final Declarations declared;
  private final String command;
  private final TerminalProgress progress = TerminalProgress.standard();
  private final CompletableFuture<SparkSession> session;

  Warehouse(Common options, String command) {
    this.options = options;
    this.command = command;
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
    // A run that found nothing new changes nothing, the ledger included.
    return write(jobOf, basis, work -> basis == null || work.ledger().findCurrent(basis).isEmpty());
  }

  /** The same of a job that writes the run down by itself, before its work is done. */
  int note(Function<Work, Job> jobOf) {
    return write(jobOf, null, work -> false);
  }

  /** Writes down that a run is as good as done. */
  void note(Work work, Map<String, Long> counts) {
    end(work, 0, null, counts);
  }

  private int write(Function<Work, Job> jobOf, String basis, Predicate<Work> isNoted) {
    Tables tables = tables();
    Ledger ledger = new Ledger(tables, options.clock);
    Ledger.Begun run = ledger.begin(command);
    Lock lock = Lock.take(options.warehouse, run.id(), run.startedAt(), conf(tables));
    try {
      undo(ledger);
      return run(jobOf, new Work(tables, declared, ledger, run, progress), basis, isNoted);
    } finally {
      progress.finish();
      lock.close();
    }
  }

  /** Runs a job that only looks at the tables as they are just now; nothing is written down. */
  int look(Function<Work, Job> jobOf) {
    Tables tables = tables();
    Ledger ledger = new Ledger(tables, options.clock);
    Work work = new Work(tables, declared, ledger, ledger.begin(command), progress);
    try {
      return told(jobOf.apply(work).run());
    } finally {
      progress.finish();
    }
  }

  /**
   * The same of a job that only reads the tables: as the last command left them, whoever writes
   * meanwhile, or as an earlier run did.
   *
   * @param asOf id of that run; null for the last command
   */
  int read(String asOf, Function<Work, Job> jobOf) {
    Ledger now = new Ledger(tables(), options.clock);
    Ledger ledger = new Ledger(asOf == null ? now.view() : now.viewOf(asOf), options.clock);
    Ledger.Begun run = ledger.begin(command);
    try {
      Work work = new Work(ledger.tables(), declared, ledger, run, progress);
      return run(jobOf, work, null, w -> true);
    } finally {
      progress.finish();
    }
  }

  private Tables tables() {
    SparkSession spark = session();
    // Its settings hold in threads that know it, of which this is the first.
    SparkSession.setActiveSession(spark);
    return new Tables(spark, options.warehouse, Sessions.isSmall(options));
  }

  private static Configuration conf(Tables tables) {
    return tables.spark().sparkContext().hadoopConfiguration();
  }

  private void undo(Ledger ledger) {
    Set<String> ours = new TreeSet<>(declared.dataSets().keySet());
    Stream.of(OwnTable.values()).map(OwnTable::tableName).forEach(ours::add);
    List<String> undone = ledger.undo(ours);
    if (!undone.isEmpty()) {
      System.err.printf(
          "gouji: an earlier command broke off; these tables are again as it found them: %s. Repeat"
              + " it if it is still wanted.%n",
          String.join(", ", undone));
    }
  }

  private int run(Function<Work, Job> jobOf, Work work, String basis, Predicate<Work> isNoted) {
    Outcome outcome;
    try {
      outcome = jobOf.apply(work).run();
      work.tables().flush();
    } catch (RuntimeException failure) {
      progress.breakOff();
      end(work, basis, failure);
      throw failure;
    }
    if (isNoted.test(work)) {
      end(work, status(outcome), basis, outcome.counts());
    }
    return told(outcome);
  }

  private int told(Outcome outcome) {
    progress.finish();
    new Summary(System.out).tell(command, options.warehouse, outcome);
    return status(outcome);
  }

  private static int status(Outcome outcome) {
    return outcome.wrong() ? 1 : 0;
  }

  /** Takes the lock on the list of runs. */
  Lock runs(Work work) {
    Ledger.Begun run = work.run();
    return Lock.ofRuns(options.warehouse, run.id(), run.startedAt(), PATIENCE, conf(work.tables()));
  }

  private void end(Work work, int status, String basis, Map<String, Long> counts) {
    Lock runs = runs(work);
    try {
      work.ledger().end(work.run(), status, basis, rules(), counts, work.tables().versions());
    } finally {
      runs.close();
    }
  }

  /** Writes a failed run down, where anything was done at all. */
  private void end(Work work, String basis, RuntimeException failure) {
    int status =
        failure instanceof Failure known
            ? known.code().exitStatus()
            : FailureCode.INTERRUPTED.exitStatus();
    if (status != FailureCode.UNUSABLE.exitStatus()) {
      try {
        end(work, status, basis, Map.of());
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
