package gouji.job;

import gouji.check.PublishedChecks.Filed;
import gouji.report.AuditedReport;

/**
 * Keeps the reports of an audit until all are read, for each may have to be held against others.
 */
interface Shelf extends AutoCloseable {

  /** Adds a report; the first one has place 0. */
  void add(ReadReport report);

  /** The report at that place, as outputs show it. */
  AuditedReport report(int at);

  /** The report at that place, as the rules look at it; null when it is none. */
  Filed filed(int at);

  @Override
  void close();
}
