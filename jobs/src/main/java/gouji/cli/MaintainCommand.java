package gouji.cli;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.job.Job;
import gouji.job.MaintainJob;
import gouji.ledger.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gouji maintain}: keeps the files of a warehouse tidy. */
@Command(
    name = "maintain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Brings small files of the tables together, and deletes files that no version needs which is"
          + " still read: the newest, those that reports of gouji run and gouji export were made"
          + " from, and all of the last days.",
      "No row changes, and a report can be made again by gouji export --as-of."
    },
    footer = {
      "",
      "Examples:",
      "  gouji maintain --warehouse target/warehouse",
      "  gouji maintain --warehouse wh --keep-days 90 --keep-report-days 3650 --dry-run"
    })
final class MaintainCommand implements Callable<Integer> {
  private static final long MOST_DAYS = 36_500;

  @Mixin private Common common;

  @Option(
      names = "--keep-days",
      paramLabel = "N",
      description =
          "Versions stay that were the newest ones within so many days; ${DEFAULT-VALUE} unless"
              + " named. With 0, whoever reads meanwhile may fail and has to begin again.")
  private long days = 30;

  @Option(
      names = "--keep-report-days",
      paramLabel = "N",
      description =
          "Versions stay that reports of the last so many days were made from; all reports unless"
              + " named.")
  private Long reportDays;

  @Option(names = "--dry-run", description = "Tell what would be done, and change nothing.")
  private boolean trial;

  @Override
  public Integer call() {
    check("--keep-days", days);
    if (reportDays != null) {
      check("--keep-report-days", reportDays);
    }
    Warehouse warehouse = new Warehouse(common, "maintain");
    return trial ? warehouse.look(w -> job(warehouse, w)) : warehouse.note(w -> job(warehouse, w));
  }

  private static void check(String option, long days) {
    if (days < 0 || days > MOST_DAYS) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "%s is %d. Name a number of days from 0 to %d.".formatted(option, days, MOST_DAYS));
    }
  }

  private Job job(Warehouse warehouse, Warehouse.Work work) {
    Instant now = work.run().startedAt();
    Retention retention =
        new Retention(
            work.ledger(), reportDays == null ? null : now.minus(Duration.ofDays(reportDays)));
    return new MaintainJob(
        work.tables(),
        work.declared(),
        retention::kept,
        days == 0 ? null : now.minus(Duration.ofDays(days)),
        trial,
        () -> warehouse.runs(work),
        counts -> warehouse.note(work, counts),
        work.progress());
  }
}
