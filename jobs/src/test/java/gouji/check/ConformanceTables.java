package gouji.check;

import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.OwnTable;
import gouji.contract.Rule;
import gouji.contract.Written;
import gouji.store.Schemas;
import gouji.testkit.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The figures of many examples as tables of a warehouse, each example a unit of its own. */
final class ConformanceTables {
  private static final Pattern KEY =
      Pattern.compile(
          "(?:(own|consolidated|child\\w+)\\()?(?:(reported|computed)\\.)?([^@()]+)(@-1)?\\)?");

  /** The columns of what was filed. */
  static final String REPORTED =
      "year INT, unit_id STRING, scope STRING, form STRING, cell STRING, value STRING,"
          + " file STRING, line BIGINT";

  private final Declarations declared;
  private final Examples examples;
  private final List<String> units = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private final List<String> indicators = new ArrayList<>();
  private final List<String> reported = new ArrayList<>();

  ConformanceTables(Declarations declared, Examples examples) {
    this.declared = declared;
    this.examples = examples;
  }

  /** The report year that an example is put into. */
  int year(Rule rule, Rule.Example example) {
    Form form = examples.form(rule, example);
    boolean same = example.lastForm() == null || example.lastForm().equals(form.id());
    return form.firstYear() + (same ? 1 : 0);
  }

  /** Adds an example as a unit of that id. */
  void add(String unit, Rule rule, Rule.Example example) {
    int year = year(rule, example);
    String source = Examples.source(rule, example).name().toLowerCase(Locale.ROOT);
    Form form = examples.form(rule, example);
    String scope = examples.scope(rule, example, form).name().toLowerCase(Locale.ROOT);
    Set<String> children = new TreeSet<>(example.silent());
    Map<String, BigDecimal> ownBefore = new TreeMap<>();
    Map<String, BigDecimal> areaBefore = new TreeMap<>();
    example
        .cells()
        .forEach(
            (key, raw) -> {
              Matcher m = KEY.matcher(key);
              if (!m.matches()) {
                throw new IllegalArgumentException(key);
              }
              String where = m.group(1) == null ? scope : m.group(1);
              String from = m.group(2) == null ? source : m.group(2);
              boolean last = m.group(4) != null;
              boolean child = where.startsWith("child");
              if (child) {
                children.add(where);
              }
              String whose = child ? unit + "-" + where : unit;
              String what = child ? "consolidated" : where;
              if (from.equals("reported")) {
                reported(last ? year - 1 : year, whose, what, m.group(3), raw);
              } else if (!last) {
                computed(year, whose, what, m.group(3), number(m.group(3), raw));
              } else if (number(m.group(3), raw) != null) {
                (what.equals("own") ? ownBefore : areaBefore)
                    .put(m.group(3), number(m.group(3), raw));
              }
            });
    boolean isNew = "none".equals(example.lastForm());
    ownBefore.forEach((name, value) -> computed(year - 1, unit, "own", name, value));
    // What the unit's area had besides its own last year was that of a unit that it followed.
    areaBefore.forEach(
        (name, value) -> {
          BigDecimal own = ownBefore.getOrDefault(name, BigDecimal.ZERO);
          computed(year - 1, unit + "-old", "own", name, value.subtract(own));
        });
    Set<String> supplied = new TreeSet<>(declared.dataSets().keySet());
    declared.facts().stream().map(Indicator::code).forEach(supplied::add);
    supplied.removeAll(example.notSupplied());
    Set<String> delivered = new TreeSet<>(supplied);
    delivered.removeAll(example.notDelivered());
    String level = example.level() == null ? "county" : example.level();
    for (int of : isNew ? List.of(year) : List.of(year - 1, year)) {
      unit(of, unit, level, "", supplied, delivered, unit);
      children.forEach(c -> unit(of, unit + "-" + c, "town", unit, supplied, delivered, ""));
      unit(of, unit + "-old", level, "", supplied, delivered, unit);
    }
    if (example.areaChanged()) {
      unit(year - 1, unit + "-gone", "town", unit, supplied, delivered, "");
    }
  }

  private void unit(
      int year,
      String unit,
      String level,
      String parent,
      Set<String> supplied,
      Set<String> delivered,
      String heir) {
    String above = parent.isEmpty() ? unit : unit + ";" + parent;
    units.add(
        String.join(
            "|",
            String.valueOf(year),
            unit,
            "名",
            level,
            parent,
            parent.isEmpty() ? unit : parent,
            above,
            heir.isEmpty() ? above : heir,
            "",
            parent.isEmpty() ? "none" : "found",
            "true",
            "true",
            String.join(";", supplied),
            String.join(";", delivered)));
  }

  private void reported(int year, String unit, String scope, String name, String raw) {
    String form = declared.formOf(year).orElseThrow().id();
    reported.add(
        String.join("|", String.valueOf(year), unit, scope, form, name, raw, "filed.csv", "2"));
  }

  private void computed(int year, String unit, String scope, String name, BigDecimal value) {
    if (value == null) {
      return;
    }
    String figure = value.toPlainString();
    if (name.contains(".")) {
      String form = declared.formOf(year).orElseThrow().id();
      cells.add(String.join("|", String.valueOf(year), unit, scope, form, name, figure));
    } else {
      indicators.add(String.join("|", String.valueOf(year), unit, scope, name, "", "", figure));
    }
  }

  private BigDecimal number(String name, String raw) {
    Indicator indicator = declared.indicators().get(name);
    String unit =
        indicator != null
            ? indicator.unit()
            : declared.forms().values().stream()
                .flatMap(f -> f.cells().stream())
                .filter(c -> c.address().equals(name))
                .findFirst()
                .map(c -> c.column().unit())
                .orElse(null);
    BigDecimal number = Written.of(raw, unit).number();
    return number == null || number.signum() == 0 ? number : number.stripTrailingZeros();
  }

  /** The tables in an order that the seed gives, in so many partitions. */
  Findings.Figures tables(SparkSession spark, long seed, int partitions) {
    Random random = new Random(seed);
    return new Findings.Figures(
        table(spark, OwnTable.CELLS, cells, random, partitions),
        table(spark, OwnTable.INDICATORS, indicators, random, partitions),
        table(spark, OwnTable.UNITS_BY_YEAR, units, random, partitions),
        table(spark, OwnTable.COVERAGE, List.of(), random, partitions),
        table(spark, OwnTable.FILES, List.of(), random, partitions),
        Rows.of(spark, REPORTED, shuffled(reported, random)).repartition(partitions));
  }

  private static Dataset<Row> table(
      SparkSession spark, OwnTable table, List<String> lines, Random random, int partitions) {
    return Rows.of(spark, Schemas.of(table), shuffled(lines, random)).repartition(partitions);
  }

  private static String[] shuffled(List<String> lines, Random random) {
    List<String> some = new ArrayList<>(lines);
    Collections.shuffle(some, random);
    return some.toArray(String[]::new);
  }
}
