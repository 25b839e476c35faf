package gouji.cli;

import gouji.contract.Form;
import gouji.export.AuditCsv;
import gouji.export.AuditPage;
import gouji.export.AuditWriter;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.report.AuditedReport;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files that an audit writes into a folder: two tables, and a page for each report. */
final class AuditOutputs implements AuditWriter, Closeable {
  private final Path folder;
  private final Map<String, Form> forms;
  private final Writer cellFile;
  private final Writer findingFile;
  private final AuditWriter cells;
  private final AuditWriter findings;
  private int number;

  private AuditOutputs(Path folder, Map<String, Form> forms) throws IOException {
    this.folder = folder;
    this.forms = forms;
    Files.createDirectories(folder);
    cellFile = Files.newBufferedWriter(folder.resolve("audit-cells.csv"));
    findingFile = Files.newBufferedWriter(folder.resolve("audit-findings.csv"));
    cells = AuditCsv.cells(cellFile);
    findings = AuditCsv.findings(findingFile);
  }

  /** The files of a folder, which is made when it is not there. */
  static AuditOutputs of(Path folder, Map<String, Form> forms) {
    try {
      return new AuditOutputs(folder, forms);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static Failure unusable(Path folder, IOException cause) {
    return new Failure(
        FailureCode.UNUSABLE,
        "the folder %s cannot be written. Look at its rights and its disk.".formatted(folder),
        cause);
  }

  @Override
  public void add(AuditedReport report) {
    number++;
    try {
      cells.add(report);
      findings.add(report);
      if (report.isReport()) {
        page(report);
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private void page(AuditedReport report) throws IOException {
    String name = Path.of(report.file()).getFileName() + "-" + number + ".html";
    try (Writer page = Files.newBufferedWriter(folder.resolve(name))) {
      AuditPage one = new AuditPage(page, forms);
      one.add(report);
      one.end();
    }
  }

  @Override
  public void end() {
    try {
      cells.end();
      findings.end();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  @Override
  public void close() throws IOException {
    cellFile.close();
    findingFile.close();
  }
}
