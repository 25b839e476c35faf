package gouji.cli;

import gouji.contract.Declarations;
import gouji.export.AuditCsv;
import gouji.export.AuditJson;
import gouji.export.AuditPage;
import gouji.export.AuditText;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.job.AuditFiles;
import gouji.job.AuditJob;
import gouji.report.AuditedReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gouji audit}: reads published reports and holds them against the rules. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads published annual reports (text, web pages, Word documents, PDFs with text) and holds"
          + " them against",
      "the rules, each by itself and against that of the same unit of the year before. Starts no"
          + " Spark."
    },
    footer = {
      "",
      "A number whose column cannot be told for certain is ambiguous: it is told, and never"
          + " guessed.",
      "",
      "Exit status: 0 all done; 1 there are findings of severity error; 2 a file is not there, or",
      "none is a report.",
      "",
      "Examples:",
      "  gouji audit report.html",
      "  gouji audit --out target/audit reports/*.docx",
      "  gouji audit --format json reports"
    })
final class AuditCommand implements Callable<Integer> {
  /** What is written to standard output. */
  enum Format {
    TEXT,
    JSON,
    HTML
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Published reports, folders of them, or patterns.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "text, json or html; text unless named.")
  private Format format = Format.TEXT;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for audit-cells.csv, audit-findings.csv and a page for each report.")
  private String out;

  @Mixin private SchemasOption schemas;

  @Override
  public Integer call() throws IOException {
    Declarations declared = schemas.declarations();
    if (out != null) {
      AuditFiles.checkLocal(out);
    }
    List<AuditedReport> reports = new AuditJob(declared, AuditFiles.of(files)).audit();
    if (reports.stream().noneMatch(AuditedReport::isReport)) {
      AuditedReport first = reports.get(0);
      throw new Failure(
          FailureCode.UNUSABLE,
          "no file is a published report: %s: %s.%s"
              .formatted(
                  first.file(),
                  first.reason(),
                  reports.size() > 1 ? " %d more.".formatted(reports.size() - 1) : ""));
    }
    if (out != null) {
      write(reports);
    }
    switch (format) {
      case TEXT ->
          new AuditText()
              .write(reports, new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
      case JSON -> new AuditJson().write(reports, System.out);
      case HTML ->
          new AuditPage()
              .write(reports, new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    }
    return reports.stream()
            .flatMap(r -> r.findings().stream())
            .anyMatch(f -> f.severity().equals("error"))
        ? 1
        : 0;
  }

  private void write(List<AuditedReport> reports) {
    try {
      Files.createDirectories(Path.of(out));
      try (Writer cells = Files.newBufferedWriter(Path.of(out).resolve("audit-cells.csv"))) {
        new AuditCsv().cells(reports, cells);
      }
      try (Writer findings = Files.newBufferedWriter(Path.of(out).resolve("audit-findings.csv"))) {
        new AuditCsv().findings(reports, findings);
      }
      for (int i = 0; i < reports.size(); i++) {
        AuditedReport report = reports.get(i);
        if (report.isReport()) {
          String name = Path.of(report.file()).getFileName() + "-" + (i + 1) + ".html";
          try (Writer page = Files.newBufferedWriter(Path.of(out).resolve(name))) {
            new AuditPage().write(List.of(report), page);
          }
        }
      }
    } catch (IOException e) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the folder %s cannot be written. Look at its rights and its disk.".formatted(out),
          e);
    }
  }
}
