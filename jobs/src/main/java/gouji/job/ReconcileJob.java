package gouji.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import gouji.check.Findings;
import gouji.check.States;
import gouji.contract.Assertions;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.ingest.StagedRows;
import gouji.store.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Holds the computed figures against the rules.
 *
 * @param tables the warehouse
 * @param declared the declarations
 * @param years which years; all computed ones unless named
 * @param since version of the findings that the new ones are told against; none for the first
 * @param states tells what is new, and what is waived
 * @param progress told how far it is
 */
public record ReconcileJob(
    Tables tables,
    Declarations declared,
    ReportYears years,
    Supplier<Optional<Long>> since,
    States states,
    Progress progress)
    implements Job {
  /** What counts of findings begin with; the severity follows. */
  static final String FINDINGS = "findings of severity ";

  /** The count of findings that make a run end with status 1. */
  static final String ERRORS = FINDINGS + "error";

  @Override
  public Outcome run() {
    progress.stage("reconciling", 1);
    Dataset<Row> units = tables.need(OwnTable.UNITS_BY_YEAR, "aggregate");
    Dataset<Row> reported = reported();
    Findings.Register register =
        reported == null || hasRegister()
            ? new Findings.Register(units)
            : Findings.Register.ofFilings(reported);
    Set<Integer> asked = asked(register);
    Findings step = new Findings(declared, new Assertions(declared), asked);
    Recheck recheck = new Recheck(tables, declared, asked);
    // A small run looks at everything in less time than it takes to tell what has changed.
    boolean isWhole = years.areNamed() || tables.keeps();
    Recheck.Since again = isWhole ? null : recheck.since(register).orElse(null);
    Set<String> only = again == null ? null : again.units();
    // Used twice: findings and numbers of verdicts are two tables.
    Dataset<Row> said = tables.hold(step.of(figures(units, null), register, only));
    Dataset<Row> found = step.findings(said);
    Dataset<Row> verdicts = step.verdicts(said);
    if (again != null) {
      found = found.unionByName(recheck.standing(again));
      Dataset<Row> then = step.verdicts(step.of(figures(units, again), register, only));
      Dataset<Row> before = tables.asOf(OwnTable.VERDICTS, again.of(OwnTable.VERDICTS));
      verdicts = Findings.verdicts(before, then, verdicts);
    }
    Dataset<Row> findings = tables.hold(states.of(found, before(asked)));
    Dataset<Row> counted = tables.hold(verdicts);
    write(asked, findings, counted, recheck.note());
    Map<String, Long> counts = counts(findings, asked);
    if (again != null) {
      counts.put("units checked again", (long) only.size());
    }
    List<String> notes = unbound(counted);
    progress.step("rules", 0);
    List.of(said, findings, counted).forEach(tables::release);
    return new Outcome(counts, List.of(), notes, counts.containsKey(ERRORS));
  }

  private void write(
      Set<Integer> asked, Dataset<Row> findings, Dataset<Row> verdicts, Map<String, Long> note) {
    if (years.areNamed()) {
      // What has no year belongs to no report; a run over all years tells it.
      tables.replaceYears(OwnTable.FINDINGS, asked, findings.where(col(Columns.YEAR).isNotNull()));
      tables.replaceYears(OwnTable.VERDICTS, asked, verdicts.where(col(Columns.YEAR).isNotNull()));
    } else {
      tables.replaceHeld(OwnTable.FINDINGS.tableName(), findings);
      if (tables.keeps()) {
        tables.replaceHeld(OwnTable.VERDICTS.tableName(), verdicts);
      } else {
        tables.replaceLast(OwnTable.VERDICTS, verdicts, note);
      }
    }
  }

  /** The tables as they are, or as they were when the findings were written. */
  private Findings.Figures figures(Dataset<Row> units, Recheck.Since then) {
    return new Findings.Figures(
        figures(OwnTable.CELLS, then),
        figures(OwnTable.INDICATORS, then),
        units,
        figures(OwnTable.COVERAGE, then),
        then == null
            ? tables.read(OwnTable.FILES)
            : tables.asOf(OwnTable.FILES, then.of(OwnTable.FILES)),
        reported());
  }

  /** What is in force of what units filed; null when nothing was ever filed. */
  private Dataset<Row> reported() {
    return tables.find(Recheck.REPORTED).map(r -> r.where(col(StagedRows.IN_FORCE))).orElse(null);
  }

  /** Whether a register of units was supplied. */
  private boolean hasRegister() {
    return tables
        .find(AggregateJob.REGISTER)
        .map(units -> !units.where(col(StagedRows.IN_FORCE)).isEmpty())
        .orElse(false);
  }

  private Dataset<Row> figures(OwnTable table, Recheck.Since then) {
    return then == null ? tables.need(table, "aggregate") : tables.asOf(table, then.of(table));
  }

  /** The findings that states are told against, of the years under check; null for none. */
  private Dataset<Row> before(Set<Integer> asked) {
    Dataset<Row> all = since.get().map(v -> tables.asOf(OwnTable.FINDINGS, v)).orElse(null);
    return all == null || !years.areNamed()
        ? all
        : all.where(col(Columns.YEAR).isin(asked.toArray()));
  }

  /** Names the rules of which no instance was found. */
  private List<String> unbound(Dataset<Row> verdicts) {
    Set<String> rules = new TreeSet<>();
    declared.rules().values().stream()
        .filter(r -> Findings.OVER_FIGURES.contains(r.check()))
        .forEach(r -> rules.add(r.id()));
    // At most one row for each rule.
    verdicts
        .where(col(Columns.VERDICT).notEqual("not_applicable"))
        .select(Columns.RULE)
        .distinct()
        .collectAsList()
        .forEach(r -> rules.remove(r.getString(0)));
    return rules.isEmpty()
        ? List.of()
        : List.of("Rules that found nothing to check: " + String.join(", ", rules));
  }

  /** The years of the register, of what stands for one only those that have ended. */
  private Set<Integer> asked(Findings.Register register) {
    if (years.areNamed()) {
      return AggregateJob.span(years.first(), years.last());
    }
    Set<Integer> all = new TreeSet<>(register.years());
    if (!register.isSupplied()) {
      all.retainAll(AggregateJob.span(years.usual().first(), years.usual().last()));
    }
    return all;
  }

  private static Map<String, Long> counts(Dataset<Row> findings, Set<Integer> asked) {
    Map<String, Long> counts = new LinkedHashMap<>();
    // A handful of rows: severities and states.
    findings
        .where(col(Columns.YEAR).isNull().or(col(Columns.YEAR).isin(asked.toArray())))
        .groupBy(Columns.SEVERITY, Columns.STATE)
        .agg(count(lit(1)))
        .orderBy(Columns.SEVERITY, Columns.STATE)
        .collectAsList()
        .forEach(
            r -> {
              String state = r.getString(1);
              boolean stands = !state.equals(States.WAIVED) && !state.equals(States.FIXED);
              counts.merge(
                  stands ? FINDINGS + r.getString(0) : "findings " + state,
                  r.getLong(2),
                  Long::sum);
            });
    return counts;
  }
}
