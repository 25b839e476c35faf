package gouji.testkit.bench;

import gouji.check.States;
import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.OwnTable;
import gouji.contract.Rule;
import gouji.job.Progress;
import gouji.job.ReconcileJob;
import gouji.job.ReportYears;
import gouji.store.Schemas;
import gouji.store.Tables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Measures reconciling alone: a province of so many units over six years, both scopes. Called by
 * scripts/bench.
 */
public final class ReconcileBench {
  private static final int FIRST_YEAR = 2019;
  private static final int YEARS = 6;
  private static final int CHILDREN = 20;

  private ReconcileBench() {}

  /**
   * Runs the measurements.
   *
   * @param args folder to work in, units, times the rules
   */
  public static void main(String[] args) {
    int units = Integer.parseInt(args[1]);
    int times = Integer.parseInt(args[2]);
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.shuffle.partitions", "32")
            .getOrCreate();
    Declarations declared = times(DeclarationReader.readAll(List.of()), times);
    String warehouse = args[0] + "/units-" + units;
    Tables tables = new Tables(spark, warehouse, false);
    if (!tables.has(OwnTable.COVERAGE.tableName())) {
      fill(tables, declared, units);
    }
    // A small run first: what is measured is the work, not the start.
    String small = args[0] + "/units-100";
    Tables first = new Tables(spark, small, false);
    if (!first.has(OwnTable.COVERAGE.tableName())) {
      fill(first, declared, 100);
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
      for (int i = 1; i < times && rule.check() == Rule.Check.FORMULA; i++) {
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

  private static void fill(Tables tables, Declarations declared, int units) {
    SparkSession spark = tables.spark();
    Object[] supplied =
        java.util.stream.Stream.concat(
                declared.dataSets().keySet().stream(), declared.facts().stream().map(f -> f.code()))
            .toArray();
    Map<Integer, String> forms = new TreeMap<>();
    for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
      forms.put(year, declared.formOf(year).map(Form::id).orElseThrow());
    }
    Dataset<Long> ids = spark.range(0, (long) units * YEARS, 1, 8).as(Encoders.LONG());
    FlatMapFunction<Long, Row> register =
        id -> {
          int year = FIRST_YEAR + (int) (id % YEARS);
          int unit = (int) (id / YEARS);
          List<String> path = new ArrayList<>();
          for (int at = unit; ; at = (at - 1) / CHILDREN) {
            path.add("u" + at);
            if (at == 0) {
              break;
            }
          }
          Object[] ancestors = path.toArray();
          return List.of(
                  RowFactory.create(
                      year,
                      "u" + unit,
                      "单位" + unit,
                      path.size() > 3 ? "town" : "county",
                      path.size() > 1 ? path.get(1) : null,
                      "u0",
                      ancestors,
                      ancestors,
                      null,
                      path.size() > 1 ? "found" : "none",
                      true,
                      true,
                      supplied,
                      supplied))
              .iterator();
        };
    tables.replace(
        OwnTable.UNITS_BY_YEAR.tableName(),
        ids.flatMap(register, Encoders.row(Schemas.of(OwnTable.UNITS_BY_YEAR))));
    FlatMapFunction<Long, Row> figures = id -> cells(id, forms);
    tables.replace(
        OwnTable.CELLS.tableName(), ids.flatMap(figures, Encoders.row(Schemas.of(OwnTable.CELLS))));
    tables.replace(
        OwnTable.INDICATORS.tableName(),
        spark.createDataFrame(List.of(), Schemas.of(OwnTable.INDICATORS)));
    tables.replace(
        OwnTable.COVERAGE.tableName(),
        spark.createDataFrame(List.of(), Schemas.of(OwnTable.COVERAGE)));
  }

  /** A report whose figures agree; of a hundred reports one has a wrong figure. */
  private static Iterator<Row> cells(long id, Map<Integer, String> forms) {
    int year = FIRST_YEAR + (int) (id % YEARS);
    String unit = "u" + id / YEARS;
    long many = id / YEARS % 7 + 1;
    Map<String, Long> cells = new TreeMap<>();
    for (String row : List.of("received", "result_total")) {
      cells.put("requests." + row + ":natural", many);
      cells.put("requests." + row + ":enterprise", 2L);
      cells.put("requests." + row + ":total", many + 2);
    }
    cells.put("requests.open:natural", many);
    cells.put("requests.open:total", many);
    cells.put("requests.refuse_third_party:enterprise", 2L);
    cells.put("requests.refuse_third_party:total", 2L);
    for (String row : List.of("reconsideration", "litigation_direct")) {
      cells.put("disputes." + row + ":upheld", 1L);
      cells.put("disputes." + row + ":pending", 1L);
      cells.put("disputes." + row + ":total", 2L);
    }
    cells.put("proactive.normative:issued", 1L);
    cells.put("proactive.licence:decisions", many * 40);
    cells.put("proactive.penalty:decisions", many * 9);
    cells.put("proactive.enforcement:decisions", many);
    if (forms.get(year).equals("2019-60")) {
      cells.put("proactive.normative:published", 2L);
      cells.put("proactive.normative:public_total", 9L);
      for (String row : List.of("licence", "other_service", "penalty", "enforcement", "fee")) {
        cells.put("proactive." + row + ":items_before", 5L);
      }
      cells.put("proactive.procurement:projects", 3L);
      cells.put("proactive.procurement:amount_10k", 125L);
    } else {
      cells.put("proactive.normative:abolished", 1L);
      cells.put("proactive.normative:in_force", 9L);
      cells.put("proactive.fee:amount_10k", many);
    }
    if (id % 100 == 0) {
      cells.merge("requests.received:natural", 1L, Long::sum);
    }
    List<Row> rows = new ArrayList<>();
    for (String scope : List.of("own", "consolidated")) {
      cells.forEach(
          (cell, value) ->
              rows.add(
                  RowFactory.create(
                      year, unit, scope, forms.get(year), cell, new BigDecimal(value))));
    }
    return rows.iterator();
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
