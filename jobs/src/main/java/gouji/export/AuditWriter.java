package gouji.export;

import gouji.report.AuditedReport;
import java.io.IOException;

/** Writes what an audit found, report by report, so that any number of them can be written. */
public interface AuditWriter {

  /** Writes a report, or keeps what of it has to be written at the end. */
  void add(AuditedReport report) throws IOException;

  /** Writes what stands at the end, and flushes; the stream stays open. */
  void end() throws IOException;
}
