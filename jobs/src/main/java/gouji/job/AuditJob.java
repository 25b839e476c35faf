package gouji.job;

import gouji.check.PublishedChecks;
import gouji.check.PublishedChecks.Checked;
import gouji.check.PublishedChecks.Filed;
import gouji.check.TextChecks;
import gouji.contract.Declarations;
import gouji.published.PublishedReport;
import gouji.published.ReportReader;
import gouji.published.Unreadable;
import gouji.published.UnreadableFile;
import gouji.report.AuditedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Reads published reports and holds them against the rules, each by itself and against that of the
 * same unit of the year before. Needs no warehouse and no Spark.
 *
 * @param declared the declarations
 * @param files the files
 */
public record AuditJob(Declarations declared, List<Path> files) {
  private static final List<String> SEVERITIES = List.of("error", "warning", "info");

  /** Copies the list. */
  public AuditJob {
    files = List.copyOf(files);
  }

  /** A file with what was read of it, or why nothing was. */
  private record Read(Path file, PublishedReport report, String reason) {}

  /** What was found in each file, in their order. */
  public List<AuditedReport> audit() {
    // The rules are compiled while the files are read: for one file both take as long.
    CompletableFuture<PublishedChecks> rules =
        CompletableFuture.supplyAsync(() -> new PublishedChecks(declared));
    ReportReader reader = new ReportReader(declared);
    List<Read> read = files.parallelStream().map(f -> read(reader, f)).toList();
    PublishedChecks checks = rules.join();
    Map<String, Read> byUnit = byUnitAndYear(read);
    return read.stream().map(r -> audited(checks, r, byUnit)).toList();
  }

  private static Read read(ReportReader reader, Path file) {
    try {
      if (Files.size(file) > ReportReader.MOST_BYTES) {
        return new Read(file, null, Unreadable.TOO_LARGE.chinese());
      }
      return reader
          .read(Files.readAllBytes(file))
          .map(r -> new Read(file, r, null))
          .orElseGet(() -> new Read(file, null, Unreadable.NO_ROW.chinese()));
    } catch (UnreadableFile e) {
      return new Read(file, null, e.reason().chinese());
    } catch (IOException e) {
      return new Read(file, null, Unreadable.NOT_OPENED.chinese());
    }
  }

  /** The reports that unit and year tell from all others. */
  private static Map<String, Read> byUnitAndYear(List<Read> read) {
    Map<String, Read> found = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    for (Read one : read) {
      PublishedReport report = one.report();
      if (report != null && report.year() != null && !report.unit().isEmpty()) {
        String key = key(report.unit(), report.year());
        if (found.put(key, one) != null) {
          twice.add(key);
        }
      }
    }
    found.keySet().removeAll(twice);
    return found;
  }

  private static String key(String unit, int year) {
    return unit + "/" + year;
  }

  private AuditedReport audited(PublishedChecks checks, Read read, Map<String, Read> byUnit) {
    PublishedReport report = read.report();
    if (report == null) {
      return AuditedReport.none(read.file().toString(), read.reason());
    }
    Read last =
        report.year() == null || report.unit().isEmpty()
            ? null
            : byUnit.get(key(report.unit(), report.year() - 1));
    String file = read.file().toString();
    Filed filed = filed(file, report);
    Filed lastFiled = last == null ? null : filed(last.file().toString(), last.report());
    Checked checked =
        checks
            .check(filed, lastFiled)
            .and(
                new TextChecks(declared, filed)
                    .years(report.otherYears())
                    .check(AuditedParts.stated(file, report), AuditedParts.listed(file, report)));
    return new AuditedReport(
        file,
        null,
        report.form().id(),
        report.isFormByYear(),
        report.year(),
        report.yearFrom(),
        report.unit(),
        report.level(),
        last == null ? "" : last.file().toString(),
        AuditedParts.tables(report),
        AuditedParts.cells(report),
        AuditedParts.statements(report),
        checked.verdicts(),
        checked.findings().stream()
            .sorted(Comparator.comparingInt(f -> SEVERITIES.indexOf(f.severity())))
            .map(AuditedParts::finding)
            .toList(),
        AuditedParts.lines(report));
  }

  private static Filed filed(String file, PublishedReport report) {
    return new Filed(
        report.unit(),
        report.year(),
        report.form().id(),
        report.level(),
        AuditedParts.figures(file, report));
  }
}
