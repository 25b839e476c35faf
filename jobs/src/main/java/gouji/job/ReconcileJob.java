package gouji.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import gouji.check.Assertions;
import gouji.check.Findings;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.store.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Holds the computed figures against the rules.
 *
 * @param tables the warehouse
 * @param declared the declarations
 * @param years which years; all computed ones unless named
 * @param progress told how far it is
 */
public record ReconcileJob(
    Tables tables, Declarations declared, ReportYears years, Progress progress) implements Job {
  /** What counts of findings begin with; the severity follows. */
  static final String FINDINGS = "findings of severity ";

  /** The count of findings that make a run end with status 1. */
  static final String ERRORS = FINDINGS + "error";

  @Override
  public Outcome run() {
    progress.stage("reconciling", 1);
    Dataset<Row> units = tables.need(OwnTable.UNITS_BY_YEAR, "aggregate");
    Set<Integer> asked = asked(units);
    Findings step = new Findings(declared, new Assertions(declared), asked);
    Dataset<Row> findings =
        step.of(
            new Findings.Figures(
                tables.need(OwnTable.CELLS, "aggregate"),
                tables.need(OwnTable.INDICATORS, "aggregate"),
                units,
                tables.need(OwnTable.COVERAGE, "aggregate"),
                tables.read(OwnTable.FILES)));
    if (years.areNamed()) {
      // What has no year belongs to no report; a run over all years tells it.
      tables.replaceYears(OwnTable.FINDINGS, asked, findings.where(col(Columns.YEAR).isNotNull()));
    } else {
      tables.replace(OwnTable.FINDINGS.tableName(), findings);
    }
    Map<String, Long> counts = counts(asked);
    progress.step("rules", 0);
    return new Outcome(counts, List.of(), counts.containsKey(ERRORS));
  }

  private Set<Integer> asked(Dataset<Row> units) {
    if (years.areNamed()) {
      return AggregateJob.span(years.first(), years.last());
    }
    Set<Integer> all = new TreeSet<>();
    // At most a few dozen years.
    units.select(Columns.YEAR).distinct().collectAsList().forEach(r -> all.add(r.getInt(0)));
    return all;
  }

  private Map<String, Long> counts(Set<Integer> asked) {
    Map<String, Long> counts = new LinkedHashMap<>();
    // Three rows at most.
    tables
        .read(OwnTable.FINDINGS)
        .where(col(Columns.YEAR).isNull().or(col(Columns.YEAR).isin(asked.toArray())))
        .groupBy(Columns.SEVERITY)
        .agg(count(lit(1)))
        .orderBy(Columns.SEVERITY)
        .collectAsList()
        .forEach(r -> counts.put(FINDINGS + r.getString(0), r.getLong(1)));
    return counts;
  }
}
