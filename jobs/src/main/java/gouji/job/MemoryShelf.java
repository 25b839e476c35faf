package gouji.job;

import gouji.check.PublishedChecks.Filed;
import gouji.report.AuditedReport;
import java.util.ArrayList;
import java.util.List;

/** Keeps few reports as they are. */
final class MemoryShelf implements Shelf {
  private final List<ReadReport> reports = new ArrayList<>();

  @Override
  public void add(ReadReport report) {
    reports.add(report);
  }

  @Override
  public AuditedReport report(int at) {
    return reports.get(at).report();
  }

  @Override
  public Filed filed(int at) {
    return reports.get(at).filed();
  }

  @Override
  public void close() {
    reports.clear();
  }
}
