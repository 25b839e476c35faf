package gouji.job;

import static org.apache.spark.sql.functions.col;

import gouji.check.States;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.export.HtmlReport;
import gouji.export.XlsxReport;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.report.AnnualReport;
import gouji.store.Folders;
import gouji.store.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    List<String> files = new ArrayList<>();
    checkUnits();
    try {
      List<Callable<List<String>>> work = new ArrayList<>();
      for (OwnTable table : BULK) {
        work.add(() -> bulk(table, rows(table), folder, conf));
      }
      work.add(() -> documents(folder, conf));
      new Together(tables.keeps()).all(work).forEach(files::addAll);
      Manifest.of(state(), folder, files, conf).write(folder, conf);
    } catch (IOException e) {
      throw unwritable(e);
    } catch (UncheckedIOException e) {
      throw unwritable(e.getCause());
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files written", (long) files.size());
    return new Outcome(counts, List.of(), List.of("The outputs are in " + out), false);
  }

  private Failure unwritable(IOException e) {
    return new Failure(
        FailureCode.INTERRUPTED,
        "the folder %s cannot be written: %s. Name another (--out), or mend its rights or space."
            .formatted(out, e.getMessage()),
        e);
  }

  /** Fails before anything is written when a unit or all years asked for are not there. */
  private void checkUnits() {
    Dataset<Row> register = rows(OwnTable.UNITS_BY_YEAR);
    for (String unit : units) {
      if (register.where(col(Columns.UNIT_ID).equalTo(unit)).isEmpty()) {
        throw new Failure(
            FailureCode.UNUSABLE,
            "the unit %s is in no register of the years asked for. Name a unit_id of units.csv (--unit)."
                .formatted(unit));
      }
    }
    boolean others = years.areNamed() && !tables.read(OwnTable.UNITS_BY_YEAR).isEmpty();
    if (others && register.isEmpty()) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "no year of %d..%d is computed. Run gouji aggregate and gouji reconcile with these --years first."
              .formatted(years.first(), years.last()));
    }
  }

  /** Whether the folder holds what would be written, from this very state of the warehouse. */
  boolean isDone() {
    Configuration conf = tables.spark().sparkContext().hadoopConfiguration();
    return Manifest.isCurrent(state(), new Path(out), conf);
  }

  /** Digest of all that the files depend on. */
  private String state() {
    // Where files were only tidied up, what was written is still what would be.
    Map<String, Long> versions = tables.origins().of(tables.versions());
    versions.remove(OwnTable.RUNS.tableName());
    return Manifest.digest(
        versions + "\n" + declared + "\n" + years.first() + years.last() + units + formats);
  }

  /** Whether the tables hold rejected rows or findings of severity error. */
  public boolean isWrong() {
    return !tables.read(OwnTable.REJECTS).isEmpty()
        || !rows(OwnTable.FINDINGS)
            .where(
                col(Columns.SEVERITY)
                    .equalTo("error")
                    .and(col(Columns.STATE).notEqual(States.WAIVED)))
            .isEmpty();
  }

  private List<String> bulk(OwnTable table, Dataset<Row> rows, Path folder, Configuration conf) {
    List<String> files = new ArrayList<>();
    BulkTable bulk = new BulkTable(table, rows, declared, tables.keeps());
    for (ExportFormat format : formats) {
      if (!format.isDocument()) {
        try {
          bulk.write(format, folder, conf).ifPresent(files::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    progress.step(table.tableName(), 0);
    return files;
  }

  private Dataset<Row> rows(OwnTable table) {
    Dataset<Row> rows =
        switch (table) {
          case CELLS, INDICATORS, COVERAGE, UNITS_BY_YEAR, CONTRIBUTIONS ->
              tables.need(table, "aggregate");
          case FINDINGS, VERDICTS -> tables.need(table, "reconcile");
          case REJECTS, FILES, RUNS -> tables.read(table);
        };
    if (table == OwnTable.FINDINGS) {
      rows = rows.where(col(Columns.STATE).notEqual(States.FIXED));
    }
    if (table == OwnTable.INDICATORS) {
      rows = rows.where(col(Columns.VALUE).isNotNull());
    }
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

  private List<String> documents(Path folder, Configuration conf) {
    List<ExportFormat> asked = formats.stream().filter(ExportFormat::isDocument).toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    List<String> files = new ArrayList<>();
    List<AnnualReport> reports = new ArrayList<>();
    new ReportData(tables, declared, years, units, made.get()).reports().forEach(reports::add);
    for (AnnualReport report : reports) {
      for (ExportFormat format : asked) {
        String name =
            "%d-%s.%s"
                .formatted(
                    report.year(),
                    URLEncoder.encode(report.unitId(), StandardCharsets.UTF_8),
                    format.name().toLowerCase(Locale.ROOT));
        Path path = new Path(new Path(folder, "reports"), name);
        try (OutputStream stream = Folders.create(path, conf)) {
          if (format == ExportFormat.XLSX) {
            new XlsxReport().write(report, stream);
          } else {
            new HtmlReport().write(report, stream);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        files.add("reports/" + name);
        progress.step(name, 0);
      }
    }
    return files;
  }
}
