package gouji.testkit.bench;

import gouji.check.Findings;
import gouji.check.States;
import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.contract.Rule;
import gouji.job.Progress;
import gouji.job.ReconcileJob;
import gouji.job.ReportYears;
import gouji.store.Profile;
import gouji.store.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * Measures reconciling alone: a province of so many units over six years, both scopes. Called by
 * scripts/bench.
 */
public final class ReconcileBench {
  private ReconcileBench() {}

  /**
   * Runs the measurements.
   *
   * @param args folder to work in, units, times the rules
   */
  public static void main(String[] args) {
    int units = Integer.parseInt(args[1]);
    int times = Integer.parseInt(args[2]);
    SparkSession.Builder builder = SparkSession.builder().master("local[2]");
    Profile.common().forEach(builder::config);
    Profile.BULK.embedded().forEach(builder::config);
    SparkSession spark = builder.getOrCreate();
    Declarations declared = times(DeclarationReader.readAll(List.of()), times);
    String warehouse = args[0] + "/units-" + units;
    Tables tables = new Tables(spark, warehouse, false);
    if (!tables.has(OwnTable.COVERAGE.tableName())) {
      new FiledProvince(declared, units).fill(tables);
    }
    // A small run first: what is measured is the work, not the start.
    String small = args[0] + "/units-100";
    Tables first = new Tables(spark, small, false);
    if (!first.has(OwnTable.COVERAGE.tableName())) {
      new FiledProvince(declared, 100).fill(first);
    }
    run(first, declared);
    long start = System.nanoTime();
    Map<String, Long> counts = run(tables, declared);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "reconcile %6d units, %4d rules: %7.1f s, %s%n",
        units,
        declared.rules().size(),
        seconds,
        counts);
    spark.stop();
  }

  private static Map<String, Long> run(Tables tables, Declarations declared) {
    return new ReconcileJob(
            tables,
            declared,
            new ReportYears(null, null, LocalDate.of(2030, 1, 1)),
            Optional::empty,
            new States(List.of(), LocalDate.of(2030, 1, 1)),
            new Silent())
        .run()
        .counts();
  }

  private static Declarations times(Declarations declared, int times) {
    Map<String, Rule> rules = new TreeMap<>(declared.rules());
    for (Rule rule : declared.rules().values()) {
      for (int i = 1; i < times && Findings.OVER_FIGURES.contains(rule.check()); i++) {
        String id = rule.id() + ".copy" + i;
        rules.put(
            id,
            new Rule(
                id,
                rule.title(),
                rule.basis(),
                rule.severity(),
                rule.severityIn(),
                rule.check(),
                rule.formula(),
                rule.when(),
                rule.otherwise(),
                rule.over(),
                rule.forms(),
                rule.years(),
                rule.sources(),
                rule.scopes(),
                rule.tolerance(),
                rule.message(),
                rule.examples()));
      }
    }
    return new Declarations(declared.dataSets(), declared.forms(), declared.indicators(), rules);
  }

  /** Tells nothing. */
  private static final class Silent implements Progress {
    @Override
    public void stage(String name, int steps) {
      // Nothing is shown while it is measured.
    }

    @Override
    public void step(String what, long rows) {
      // Nothing is shown while it is measured.
    }
  }
}
