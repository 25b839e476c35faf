package gouji.export;

import gouji.report.AnnualReport;
import gouji.report.ReportTable;
import gouji.report.ReportTables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** An annual report as a workbook: the official tables and the lists, each on its own sheet. */
public final class XlsxReport {

  /** Writes the workbook and leaves the stream open; the same report gives the same bytes. */
  public void write(AnnualReport report, OutputStream out) throws IOException {
    Path dated = Files.createTempFile("gouji-report", ".xlsx");
    try {
      try (OutputStream file = Files.newOutputStream(dated)) {
        workbook(report, file);
      }
      StableZip.copy(dated, out);
    } finally {
      Files.delete(dated);
    }
  }

  private static void workbook(AnnualReport report, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Gouji", null)) {
      workbook.properties().setTitle(Titles.of(report));
      XlsxText.SheetNames names = new XlsxText.SheetNames();
      for (ReportTable table : tables(report)) {
        new XlsxSheet(workbook.newWorksheet(names.next(table.title())), table)
            .write(Titles.under(report));
      }
    }
  }

  private static List<ReportTable> tables(AnnualReport report) {
    List<ReportTable> tables = new ArrayList<>(ReportTables.official(report));
    tables.add(ReportTables.indicators(report));
    tables.add(ReportTables.coverage(report));
    tables.add(ReportTables.findings(report));
    tables.add(ReportTables.facts(report));
    return tables;
  }
}
