package gouji.job;

import gouji.check.LowerUnits;
import gouji.check.PublishedChecks;
import gouji.check.PublishedChecks.Checked;
import gouji.check.PublishedChecks.Filed;
import gouji.report.AuditedReport;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The reports of an audit, all of them read; each is held against the rules when it is asked for.
 */
public final class AuditedReports implements AutoCloseable {
  private static final List<String> SEVERITIES = List.of("error", "warning", "info");

  private final PublishedChecks checks;
  private final Shelf shelf;
  private final List<String> files;
  private final AuditedUnits units;
  private final String none;

  /**
   * Reports that were read.
   *
   * @param files their files
   * @param units which of them belong together
   * @param none why the first one is none, in English; null when some file is a report
   */
  AuditedReports(
      PublishedChecks checks, Shelf shelf, List<String> files, AuditedUnits units, String none) {
    this.checks = checks;
    this.shelf = shelf;
    this.files = List.copyOf(files);
    this.units = units;
    this.none = none;
  }

  /** Why none of the files is a report, in English; null when some file is one. */
  public String none() {
    return none;
  }

  /** Gives what was found in each file, in their order; holds few of them at a time. */
  public void forEach(Consumer<AuditedReport> taker) {
    for (int from = 0; from < files.size(); from += AuditJob.AT_A_TIME) {
      int to = Math.min(files.size(), from + AuditJob.AT_A_TIME);
      IntStream.range(from, to).parallel().mapToObj(this::audited).toList().forEach(taker);
    }
  }

  private AuditedReport audited(int at) {
    AuditedReport report = shelf.report(at);
    if (!report.isReport()) {
      return report;
    }
    int last = units.last(at);
    LowerUnits below = new LowerUnits();
    units.below(at).forEach(b -> below.add(shelf.filed(b)));
    Filed lastFiled = last == AuditedUnits.NONE ? null : shelf.filed(last);
    Checked checked = checks.check(shelf.filed(at), lastFiled, below);
    Map<String, Map<String, Integer>> verdicts = new TreeMap<>(checked.verdicts());
    verdicts.putAll(report.verdicts());
    List<AuditedReport.Finding> findings =
        Stream.concat(
                checked.findings().stream().map(AuditedParts::finding), report.findings().stream())
            .sorted(Comparator.comparingInt(f -> SEVERITIES.indexOf(f.severity())))
            .toList();
    return report.with(matched(at), verdicts, findings);
  }

  private AuditedReport.Matched matched(int at) {
    return new AuditedReport.Matched(
        file(units.last(at)),
        file(units.above(at)),
        units.below(at).stream().map(this::file).toList());
  }

  private String file(int at) {
    return at == AuditedUnits.NONE ? "" : files.get(at);
  }

  @Override
  public void close() {
    shelf.close();
  }
}
