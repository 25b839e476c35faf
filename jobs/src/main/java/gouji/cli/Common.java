package gouji.cli;

import gouji.contract.Declarations;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.job.ReportYears;
import gouji.measure.YearWindow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class Common {
  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:\\.\\.(\\d{4}))?");
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2199;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the Delta tables; made when it is not there.")
  String warehouse;

  @Option(
      names = "--today",
      paramLabel = "yyyy-MM-dd",
      description = "Day of the run; report years that had not ended by then are left out.")
  String today;

  @Mixin private SchemasOption schemas;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master; embedded unless set.")
  String master;

  @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A setting for Spark.")
  Map<String, String> conf = new LinkedHashMap<>();

  /** Tells when a command begins and ends. */
  final Clock clock;

  Common() {
    this(Clock.systemUTC());
  }

  Common(Clock clock) {
    this.clock = clock;
  }

  /** The declarations, with the further ones. */
  Declarations declarations() {
    return schemas.declarations();
  }

  /** The years of that text; null for all. */
  ReportYears years(String text) {
    LocalDate day = day();
    if (text == null) {
      return new ReportYears(null, null, day);
    }
    Matcher matcher = YEARS.matcher(text);
    if (matcher.matches()) {
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (first >= FIRST_YEAR
          && last <= LAST_YEAR
          && first <= last
          && last - first < YearWindow.MOST) {
        return new ReportYears(first, last, day);
      }
    }
    throw new Failure(
        FailureCode.UNUSABLE,
        "--years is %s. Name a year or a span within %d..%d of at most %d years, such as 2020 or 2019..2021."
            .formatted(text, FIRST_YEAR, LAST_YEAR, YearWindow.MOST));
  }

  private LocalDate day() {
    try {
      return today == null ? LocalDate.now(clock) : LocalDate.parse(today);
    } catch (DateTimeParseException e) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "--today is %s. Name a day such as 2024-01-31.".formatted(today),
          e);
    }
  }
}
