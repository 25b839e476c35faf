package gouji.job;

import gouji.check.States;
import gouji.contract.Declarations;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.report.AnnualReport;
import gouji.store.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Everything from files to documents. When no file is new and nothing else has changed, figures and
 * findings stay as they are and are only written out.
 *
 * @param tables the warehouse
 * @param warehouse its folder
 * @param declared the declarations
 * @param input the input folder
 * @param years which years
 * @param units units whose documents are written; the roots when empty
 * @param formats what is written
 * @param out the folder to write into
 * @param made what the documents say of their origin
 * @param runId id of the run
 * @param current tells the run whose result the warehouse still holds
 * @param since version of the findings that the new ones are told against; none for the first
 * @param states tells what is new, and what is waived
 * @param progress told how far it is
 */
public record YearlyRun(
    Tables tables,
    String warehouse,
    Declarations declared,
    String input,
    ReportYears years,
    List<String> units,
    Set<ExportFormat> formats,
    String out,
    Supplier<List<AnnualReport.FactLine>> made,
    String runId,
    Supplier<Optional<Standing>> current,
    Supplier<Optional<Long>> since,
    States states,
    Progress progress)
    implements Job {

  @Override
  public Outcome run() {
    Outcome outcome =
        new IngestJob(
                tables, warehouse, declared, Sources.of(input), runId, IngestJob.FEW, progress)
            .run();
    ExportJob export = new ExportJob(tables, declared, years, units, formats, out, made, progress);
    Optional<Standing> still = current.get();
    if (still.isPresent()) {
      outcome = outcome.and(unchanged(still.get()));
      return !formats.contains(ExportFormat.PARQUET) && export.isDone()
          ? outcome.and(new Outcome(Map.of("files written", 0L), List.of(), false))
          : outcome.and(exported(export));
    }
    outcome = outcome.and(new AggregateJob(tables, declared, years, false, progress).run());
    outcome = outcome.and(new ReconcileJob(tables, declared, years, since, states, progress).run());
    return outcome.and(exported(export));
  }

  private static Outcome exported(ExportJob export) {
    try {
      return export.run();
    } catch (Failure failure) {
      // By now much was done, and is kept.
      throw new Failure(FailureCode.INTERRUPTED, failure.getMessage(), failure);
    }
  }

  private static Outcome unchanged(Standing still) {
    Map<String, Long> findings = new TreeMap<>(still.counts());
    findings.keySet().removeIf(what -> !what.startsWith(ReconcileJob.FINDINGS));
    return new Outcome(
        findings,
        List.of(),
        List.of("Nothing is new: figures, findings and outputs are those of run " + still.run()),
        findings.containsKey(ReconcileJob.ERRORS));
  }
}
