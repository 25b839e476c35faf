package gouji.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Indicator;
import gouji.contract.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * All findings over the computed figures, the register and the files.
 *
 * @param declared the declarations
 * @param assertions their rules, compiled
 * @param years the years under check
 */
public record Findings(Declarations declared, Assertions assertions, Set<Integer> years) {
  /** The columns of findings. */
  static final StructType SHAPE =
      new StructType()
          .add(Columns.YEAR, DataTypes.IntegerType)
          .add(Columns.UNIT_ID, DataTypes.StringType)
          .add(Columns.SCOPE, DataTypes.StringType)
          .add(Columns.SOURCE, DataTypes.StringType)
          .add(Columns.RULE, DataTypes.StringType)
          .add(Columns.SEVERITY, DataTypes.StringType)
          .add(Columns.CELL, DataTypes.StringType)
          .add(Columns.LEFT, DataTypes.StringType)
          .add(Columns.RIGHT, DataTypes.StringType)
          .add(Columns.DIFFERENCE, DataTypes.StringType)
          .add(Columns.MESSAGE, DataTypes.StringType);

  /** What a row of a vector is. */
  static final String PART = "part";

  /** The unit is in the register of the year. */
  static final int UNIT = 0;

  /** The unit was in the register of the year before. */
  static final int WAS_THERE = 1;

  /** A cell of scope own. */
  static final int OWN_CELL = 2;

  /** A cell of scope consolidated. */
  static final int CONSOLIDATED_CELL = 3;

  /** Last year's cell of scope own. */
  static final int LAST_OWN = 4;

  /** Last year's own cell of a unit in this year's area. */
  static final int LAST_IN_AREA = 5;

  /**
   * The findings.
   *
   * @param figures tables of this warehouse
   */
  public Dataset<Row> of(Figures figures) {
    return overCells(figures)
        .unionByName(parts(figures.indicators()))
        .unionByName(unknownUnits(figures.coverage()))
        .unionByName(invalidUnits(figures))
        .unionByName(parents(figures.units()))
        .unionByName(conservation(figures.files()));
  }

  /**
   * The tables that are held against the rules.
   *
   * @param cells as {@code cells}
   * @param indicators as {@code indicators}
   * @param units as {@code units_by_year}
   * @param coverage as {@code coverage}
   * @param files as {@code files}
   */
  public record Figures(
      Dataset<Row> cells,
      Dataset<Row> indicators,
      Dataset<Row> units,
      Dataset<Row> coverage,
      Dataset<Row> files) {}

  private Dataset<Row> overCells(Figures figures) {
    // Compiled rules are large: every node gets them once, not every task.
    Broadcast<VectorChecks> checks =
        JavaSparkContext.fromSparkContext(figures.cells().sparkSession().sparkContext())
            .broadcast(new VectorChecks(declared, assertions));
    MapPartitionsFunction<Row, Row> evaluate = rows -> new VectorRows(rows, checks.value());
    return vectors(figures)
        .where(isUnderCheck())
        .repartition(col(Columns.YEAR), col(Columns.UNIT_ID))
        .sortWithinPartitions(Columns.YEAR, Columns.UNIT_ID)
        .mapPartitions(evaluate, Encoders.row(SHAPE));
  }

  private Column isUnderCheck() {
    return col(Columns.YEAR).isin(new TreeSet<>(years).toArray());
  }

  private Dataset<Row> vectors(Figures figures) {
    Column nextYear = col(Columns.YEAR).plus(1).as(Columns.YEAR);
    Dataset<Row> lastYears =
        figures
            .cells()
            .where(
                col(Columns.SCOPE)
                    .equalTo("own")
                    .and(col(Columns.CELL).isin(assertions.lookedBackAt().toArray())))
            .select(nextYear, col(Columns.UNIT_ID), col(Columns.CELL), col(Columns.VALUE));
    Dataset<Row> heirs = figures.units().select(Columns.YEAR, Columns.UNIT_ID, Columns.HEIRS);
    Dataset<Row> inAreas =
        lastYears
            .join(heirs, new String[] {Columns.YEAR, Columns.UNIT_ID}, "inner")
            .select(
                col(Columns.YEAR),
                explode(col(Columns.HEIRS)).as(Columns.UNIT_ID),
                col(Columns.CELL),
                col(Columns.VALUE));
    Column unit = col(Columns.UNIT_ID);
    return part(figures.units(), UNIT, col(Columns.YEAR), unit, null)
        .unionByName(part(figures.units(), WAS_THERE, nextYear, unit, null))
        .unionByName(cells(figures.cells(), OWN_CELL, "own"))
        .unionByName(cells(figures.cells(), CONSOLIDATED_CELL, "consolidated"))
        .unionByName(part(lastYears, LAST_OWN, col(Columns.YEAR), unit, col(Columns.VALUE)))
        .unionByName(part(inAreas, LAST_IN_AREA, col(Columns.YEAR), unit, col(Columns.VALUE)));
  }

  private static Dataset<Row> cells(Dataset<Row> cells, int part, String scope) {
    Dataset<Row> ofScope = cells.where(col(Columns.SCOPE).equalTo(scope));
    return part(ofScope, part, col(Columns.YEAR), col(Columns.UNIT_ID), col(Columns.VALUE));
  }

  private static Dataset<Row> part(
      Dataset<Row> rows, int part, Column year, Column unit, Column value) {
    boolean isUnit = value == null;
    return rows.select(
        year,
        unit,
        lit(part).as(PART),
        (isUnit ? lit(null).cast("string") : col(Columns.CELL)).as(Columns.CELL),
        (isUnit ? lit(null) : value).cast("decimal(24,6)").as(Columns.VALUE),
        (isUnit ? col(Columns.SUPPLIED) : lit(null).cast("array<string>")).as(Columns.SUPPLIED));
  }

  private Rule rule(String id) {
    Rule rule = declared.rules().get(id);
    if (rule == null) {
      throw new IllegalStateException("no rule " + id);
    }
    return rule;
  }

  private static Column[] finding(
      Rule rule, Column scope, Column source, Column cell, Column left, Column right) {
    Column difference = right == null ? lit(null).cast("string") : plain(left.minus(right));
    return new Column[] {
      col(Columns.YEAR).cast("int").as(Columns.YEAR),
      col(Columns.UNIT_ID).cast("string").as(Columns.UNIT_ID),
      scope.cast("string").as(Columns.SCOPE),
      source.cast("string").as(Columns.SOURCE),
      lit(rule.id()).as(Columns.RULE),
      lit(rule.severity().name().toLowerCase(Locale.ROOT)).as(Columns.SEVERITY),
      cell.cast("string").as(Columns.CELL),
      (left == null ? lit(null).cast("string") : plain(left)).as(Columns.LEFT),
      (right == null ? lit(null).cast("string") : plain(right)).as(Columns.RIGHT),
      difference.as(Columns.DIFFERENCE),
      lit(rule.message().getOrDefault("zh", "")).as(Columns.MESSAGE)
    };
  }

  /** A number as text, plain and without trailing zeros. */
  private static Column plain(Column number) {
    Column text = number.cast("decimal(30,6)").cast("string");
    Column bare = org.apache.spark.sql.functions.regexp_replace(text, "\\.?0+$", "");
    return bare;
  }

  private Dataset<Row> parts(Dataset<Row> indicators) {
    List<String> rates =
        declared.indicators().values().stream()
            .filter(i -> i.kind() == Indicator.Kind.RATE)
            .map(Indicator::code)
            .toList();
    Column above = col(Columns.NUMERATOR);
    Column below = col(Columns.DENOMINATOR);
    return indicators
        .where(isUnderCheck().and(col(Columns.INDICATOR).isin(rates.toArray())))
        .where(above.gt(below).or(above.lt(0)))
        .select(
            finding(
                rule("indicators.part"),
                col(Columns.SCOPE),
                lit("computed"),
                col(Columns.INDICATOR),
                above,
                below));
  }

  private Dataset<Row> unknownUnits(Dataset<Row> coverage) {
    Column none = lit(null);
    return coverage
        .where(isUnderCheck().and(col(Columns.IN_REGISTER).equalTo(false)))
        .groupBy(Columns.YEAR, Columns.UNIT_ID)
        .agg(sum(Columns.RECORDS).as(Columns.RECORDS))
        .select(
            finding(rule("register.unknown_unit"), none, none, none, col(Columns.RECORDS), null));
  }

  private Dataset<Row> invalidUnits(Figures figures) {
    Column none = lit(null);
    Dataset<Row> invalid =
        figures
            .units()
            .where(isUnderCheck().and(col(Columns.VALID_IN_YEAR).equalTo(false)))
            .select(Columns.YEAR, Columns.UNIT_ID);
    return figures
        .coverage()
        .join(invalid, new String[] {Columns.YEAR, Columns.UNIT_ID}, "inner")
        .groupBy(Columns.YEAR, Columns.UNIT_ID)
        .agg(sum(Columns.RECORDS).as(Columns.RECORDS))
        .select(finding(rule("register.validity"), none, none, none, col(Columns.RECORDS), null));
  }

  private Dataset<Row> parents(Dataset<Row> units) {
    Column none = lit(null);
    return units
        .where(isUnderCheck().and(col(Columns.PARENT_STATE).isin("missing", "circle")))
        .select(finding(rule("register.parent"), none, none, none, null, null));
  }

  private Dataset<Row> conservation(Dataset<Row> files) {
    Column none = lit(null);
    Column kept = col(Columns.ROWS_ACCEPTED).plus(col(Columns.ROWS_REJECTED));
    return files
        .withColumn(Columns.ROWS_READ, coalesce(col(Columns.ROWS_READ), lit(0L)))
        .where(col(Columns.ROWS_READ).notEqual(kept))
        .withColumn(Columns.YEAR, lit(null))
        .withColumn(Columns.UNIT_ID, lit(null))
        .select(
            finding(
                rule("ingest.conservation"),
                none,
                none,
                col(Columns.FILE),
                col(Columns.ROWS_READ),
                kept));
  }
}
