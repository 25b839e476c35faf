package gouji.job;

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

/**
 * Reads the files of an audit, and holds each against what its own text says.
 *
 * @param declared the declarations
 * @param reader reads reports
 */
record ReportFiles(Declarations declared, ReportReader reader) {

  /** What a file holds, or why that is no report. */
  ReadReport read(Path file) {
    try {
      if (Files.size(file) > ReportReader.MOST_BYTES) {
        return none(file, Unreadable.TOO_LARGE);
      }
      return reader
          .read(Files.readAllBytes(file))
          .map(r -> read(file.toString(), r))
          .orElseGet(() -> none(file, Unreadable.NO_ROW));
    } catch (UnreadableFile e) {
      return none(file, e.reason());
    } catch (IOException e) {
      return none(file, Unreadable.NOT_OPENED);
    }
  }

  private static ReadReport none(Path file, Unreadable reason) {
    return new ReadReport(
        AuditedReport.none(file.toString(), reason.chinese()), null, reason.english());
  }

  private ReadReport read(String file, PublishedReport report) {
    Filed filed =
        new Filed(
            report.unit(),
            report.year(),
            report.form().id(),
            report.level(),
            AuditedParts.figures(file, report));
    Checked text =
        new TextChecks(declared, filed)
            .years(report.otherYears())
            .check(AuditedParts.stated(file, report), AuditedParts.listed(file, report));
    AuditedReport shown =
        new AuditedReport(
            file,
            null,
            report.form().id(),
            report.isFormByYear(),
            report.year(),
            report.yearFrom(),
            report.unit(),
            report.level(),
            AuditedReport.Matched.NONE,
            AuditedParts.tables(report),
            AuditedParts.cells(report),
            AuditedParts.statements(report),
            text.verdicts(),
            text.findings().stream().map(AuditedParts::finding).toList(),
            AuditedParts.lines(report));
    return new ReadReport(shown, filed, "");
  }
}
