package gouji.job;

import static org.apache.spark.sql.functions.col;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.export.HtmlReport;
import gouji.export.XlsxReport;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.report.AnnualReport;
import gouji.store.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes the bulk files and the report documents.
 *
 * @param tables the warehouse
 * @param declared the declarations
 * @param years which years; all computed ones unless named
 * @param units units whose documents are written; the roots when empty
 * @param formats what is written
 * @param out the folder to write into
 * @param made what the documents say of their origin
 * @param progress told how far it is
 */
public record ExportJob(
    Tables tables,
    Declarations declared,
    ReportYears years,
    List<String> units,
    Set<ExportFormat> formats,
    String out,
    Supplier<List<AnnualReport.FactLine>> made,
    Progress progress)
    implements Job {
  private static final List<OwnTable> BULK =
      List.of(
          OwnTable.CELLS,
          OwnTable.INDICATORS,
          OwnTable.FINDINGS,
          OwnTable.REJECTS,
          OwnTable.COVERAGE,
          OwnTable.UNITS_BY_YEAR);

  @Override
  public Outcome run() {
    Configuration conf = tables.spark().sparkContext().hadoopConfiguration();
    Path folder = new Path(out);
    progress.stage("writing", 0);
    long files = 0;
    try {
      List<Callable<Long>> work = new ArrayList<>();
      for (OwnTable table : BULK) {
        work.add(() -> bulk(table, rows(table), folder, conf));
      }
      work.add(() -> documents(folder, conf));
      for (long written : new Together(tables.keeps()).all(work)) {
        files += written;
      }
    } catch (UncheckedIOException e) {
      throw new Failure(
          FailureCode.INTERRUPTED,
          "the folder %s cannot be written: %s. Name another (--out), or mend its rights or space."
              .formatted(out, e.getMessage()),
          e);
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files written", files);
    return new Outcome(counts, List.of(), false);
  }

  private long bulk(OwnTable table, Dataset<Row> rows, Path folder, Configuration conf) {
    long files = 0;
    BulkTable bulk = new BulkTable(table, rows, declared, tables.keeps());
    for (ExportFormat format : formats) {
      if (!format.isDocument()) {
        try {
          bulk.write(format, folder, conf);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        files++;
      }
    }
    progress.step(table.tableName(), 0);
    return files;
  }

  private Dataset<Row> rows(OwnTable table) {
    Dataset<Row> rows =
        switch (table) {
          case CELLS, INDICATORS, COVERAGE, UNITS_BY_YEAR -> tables.need(table, "aggregate");
          case FINDINGS -> tables.need(table, "reconcile");
          case REJECTS, FILES, RUNS -> tables.read(table);
        };
    if (table == OwnTable.COVERAGE) {
      rows = rows.where(col(Columns.IN_REGISTER));
    }
    if (years.areNamed() && table != OwnTable.REJECTS) {
      rows =
          rows.where(
              col(Columns.YEAR)
                  .isNull()
                  .or(col(Columns.YEAR).between(years.first(), years.last())));
    }
    return rows;
  }

  private long documents(Path folder, Configuration conf) {
    List<ExportFormat> asked = formats.stream().filter(ExportFormat::isDocument).toList();
    if (asked.isEmpty()) {
      return 0;
    }
    long files = 0;
    List<AnnualReport> reports = new ArrayList<>();
    new ReportData(tables, declared, years, units, made.get()).reports().forEach(reports::add);
    for (AnnualReport report : reports) {
      for (ExportFormat format : asked) {
        String name =
            "%d-%s.%s"
                .formatted(
                    report.year(),
                    report.unitId().replaceAll("[^\\p{L}\\p{N}._-]", "_"),
                    format.name().toLowerCase(Locale.ROOT));
        Path path = new Path(new Path(folder, "reports"), name);
        try (OutputStream stream = path.getFileSystem(conf).create(path, true)) {
          if (format == ExportFormat.XLSX) {
            new XlsxReport().write(report, stream);
          } else {
            new HtmlReport().write(report, stream);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        files++;
        progress.step(name, 0);
      }
    }
    return files;
  }
}
