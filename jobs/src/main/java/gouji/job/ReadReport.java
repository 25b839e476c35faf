package gouji.job;

import gouji.check.PublishedChecks.Filed;
import gouji.report.AuditedReport;

/**
 * A file that was read, and held against what its own text says.
 *
 * @param report what outputs show; what the rules say is still missing
 * @param filed what the rules look at; null when it is no report
 * @param why why it is no report, in English; empty when it is one
 */
record ReadReport(AuditedReport report, Filed filed, String why) {

  AuditedUnits.Known known() {
    return filed == null
        ? AuditedUnits.Known.NONE
        : AuditedUnits.Known.of(filed.unit(), filed.year(), filed.form(), filed.level());
  }
}
