package gouji.cli;

import gouji.contract.Declarations;
import gouji.export.AuditJson;
import gouji.export.AuditPage;
import gouji.export.AuditText;
import gouji.export.AuditWriter;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.job.AuditFiles;
import gouji.job.AuditJob;
import gouji.job.AuditedReports;
import gouji.report.AuditedReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
      "the rules: each by itself, against that of the same unit of the year before, and against"
          + " those of",
      "units below it. Starts no Spark."
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
      description = "Published reports of this machine, folders of them, or patterns.")
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

  private boolean isAnyError;

  @Override
  public Integer call() throws IOException {
    Declarations declared = schemas.declarations();
    if (out != null) {
      AuditFiles.checkLocal(out);
    }
    try (AuditedReports reports = new AuditJob(declared, AuditFiles.of(files)).audit()) {
      if (reports.none() != null) {
        throw new Failure(FailureCode.UNUSABLE, "no file is a published report: " + reports.none());
      }
      if (out == null) {
        write(reports, List.of(standard(declared)));
      } else {
        try (AuditOutputs outputs = AuditOutputs.of(Path.of(out), declared.forms())) {
          write(reports, List.of(outputs, standard(declared)));
        }
      }
    }
    return isAnyError ? 1 : 0;
  }

  private AuditWriter standard(Declarations declared) throws IOException {
    return switch (format) {
      case TEXT -> new AuditText(text());
      case JSON -> new AuditJson(System.out);
      case HTML -> new AuditPage(text(), declared.forms());
    };
  }

  private static Writer text() {
    return new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
  }

  private void write(AuditedReports reports, List<AuditWriter> writers) throws IOException {
    reports.forEach(r -> add(r, writers));
    for (AuditWriter writer : writers) {
      writer.end();
    }
  }

  private void add(AuditedReport report, List<AuditWriter> writers) {
    isAnyError |= report.findings().stream().anyMatch(f -> f.severity().equals("error"));
    try {
      for (AuditWriter writer : writers) {
        writer.add(report);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
