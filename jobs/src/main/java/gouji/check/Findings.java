package gouji.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.sum;

import gouji.contract.Assertions;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Rule;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
  /** The checks that are asked of every vector of figures. */
  public static final Set<Rule.Check> OVER_FIGURES =
      EnumSet.of(
          Rule.Check.FORMULA,
          Rule.Check.FORM_SUM,
          Rule.Check.WHOLE_NUMBER,
          Rule.Check.PART,
          Rule.Check.RATE,
          Rule.Check.FEASIBLE,
          Rule.Check.FORM_PERIOD);

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
          .add(Columns.MESSAGE, DataTypes.StringType)
          .add(Columns.FORM, DataTypes.StringType)
          .add(Columns.INSTANCE, DataTypes.StringType)
          .add(Columns.CULPRIT, DataTypes.StringType)
          .add(Columns.HINTS, DataTypes.createArrayType(DataTypes.StringType))
          .add(Columns.EVIDENCE, DataTypes.createArrayType(DataTypes.StringType))
          .add(Columns.OPERANDS, DataTypes.createArrayType(DataTypes.StringType));

  /**
   * The findings, and behind them how many verdicts there were; columns as {@link
   * VectorChecks#SHAPE}.
   *
   * @param figures tables of this warehouse
   */
  public Dataset<Row> of(Figures figures) {
    Dataset<Row> rest =
        unknownUnits(figures.coverage())
            .unionByName(invalidUnits(figures))
            .unionByName(parents(figures.units()))
            .unionByName(conservation(figures.files()));
    if (figures.reported() != null) {
      rest = rest.unionByName(missingFilings(figures));
    }
    return overFigures(figures).unionByName(rest, true);
  }

  /** The findings of what {@link #of} gave, each with what it is known by. */
  public Dataset<Row> findings(Dataset<Row> said) {
    Column[] known = {
      col(Columns.RULE),
      col(Columns.INSTANCE),
      col(Columns.CELL),
      col(Columns.UNIT_ID),
      col(Columns.YEAR).cast("string"),
      col(Columns.SCOPE),
      col(Columns.SOURCE),
      concat_ws("\u0001", col(Columns.OPERANDS)),
      col(Columns.LEFT),
      col(Columns.RIGHT)
    };
    Column[] marked = Stream.of(known).map(c -> coalesce(c, lit(""))).toArray(Column[]::new);
    return said.where(col(Columns.INSTANCES).isNull())
        .drop(Columns.INSTANCES, Columns.VERDICT)
        .withColumn(Columns.IDENTITY, sha2(concat_ws("\u0002", marked).cast("binary"), 256));
  }

  /** How many verdicts there were, of what {@link #of} gave. */
  public Dataset<Row> verdicts(Dataset<Row> said) {
    return said.where(col(Columns.INSTANCES).isNotNull())
        .groupBy(Columns.YEAR, Columns.RULE, Columns.SOURCE, Columns.VERDICT)
        .agg(sum(Columns.INSTANCES).as(Columns.INSTANCES));
  }

  /**
   * The tables that are held against the rules.
   *
   * @param cells as {@code cells}
   * @param indicators as {@code indicators}
   * @param units as {@code units_by_year}
   * @param coverage as {@code coverage}
   * @param files as {@code files}
   * @param reported records in force of {@code reported}; null when there are none
   */
  public record Figures(
      Dataset<Row> cells,
      Dataset<Row> indicators,
      Dataset<Row> units,
      Dataset<Row> coverage,
      Dataset<Row> files,
      Dataset<Row> reported) {}

  private Dataset<Row> overFigures(Figures figures) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(figures.cells().sparkSession().sparkContext());
    // The register: a few rows for each unit and year. Every node needs it to know who is above
    // whom.
    UnitYears units = new UnitYears(figures.units().collectAsList());
    Evaluation evaluation = new Evaluation(assertions);
    Broadcast<Packing> packing =
        context.broadcast(new Packing(declared, assertions, evaluation.slots(), units, years));
    Broadcast<VectorChecks> checks =
        context.broadcast(new VectorChecks(declared, assertions, evaluation, units));
    MapPartitionsFunction<Row, Row> evaluate = rows -> new VectorRows(rows, checks.value());
    return packs(figures, packing)
        .repartition(col(Columns.YEAR), col(Columns.UNIT_ID))
        .sortWithinPartitions(Columns.YEAR, Columns.UNIT_ID)
        .mapPartitions(evaluate, Encoders.row(VectorChecks.SHAPE));
  }

  private Column isUnderCheck() {
    return col(Columns.YEAR).isin(new TreeSet<>(years).toArray());
  }

  private Dataset<Row> packs(Figures figures, Broadcast<Packing> packing) {
    MapPartitionsFunction<Row, Row> cells = rows -> packing.value().cells(rows);
    MapPartitionsFunction<Row, Row> indicators = rows -> packing.value().indicators(rows);
    MapPartitionsFunction<Row, Row> reported = rows -> packing.value().reported(rows);
    Column none = lit(null).cast("string");
    Dataset<Row> units =
        figures
            .units()
            .where(isUnderCheck())
            .select(
                col(Columns.YEAR),
                col(Columns.UNIT_ID),
                lit(Packed.Part.UNIT.name()).as("part"),
                none.as("scope"),
                none.as("form"),
                none.as("child"),
                lit(null).cast("binary").as("figures"));
    Dataset<Row> all =
        units
            .union(
                packed(
                    figures
                        .cells()
                        .select(
                            col(Columns.YEAR),
                            col(Columns.UNIT_ID),
                            col(Columns.SCOPE),
                            col(Columns.FORM),
                            col(Columns.CELL),
                            col(Columns.VALUE)),
                    cells))
            .union(
                packed(
                    figures
                        .indicators()
                        .select(
                            col(Columns.YEAR),
                            col(Columns.UNIT_ID),
                            col(Columns.SCOPE),
                            none,
                            col(Columns.INDICATOR),
                            col(Columns.VALUE),
                            col(Columns.NUMERATOR),
                            col(Columns.DENOMINATOR)),
                    indicators));
    if (figures.reported() == null) {
      return all;
    }
    return all.union(
        packed(
            figures
                .reported()
                .select(
                    col(Columns.YEAR),
                    col(Columns.UNIT_ID),
                    col(Columns.SCOPE),
                    col(Columns.FORM),
                    col(Columns.CELL),
                    col(Columns.VALUE),
                    concat_ws(":", col(Columns.FILE), col(Columns.LINE).cast("string"))),
            reported));
  }

  private static Dataset<Row> packed(Dataset<Row> rows, MapPartitionsFunction<Row, Row> packing) {
    return rows.mapPartitions(packing, Encoders.row(Packed.SHAPE));
  }

  /** Units that filed nothing where some unit under the same root did. */
  private Dataset<Row> missingFilings(Figures figures) {
    Dataset<Row> filed =
        figures.reported().where(isUnderCheck()).select(Columns.YEAR, Columns.UNIT_ID).distinct();
    Dataset<Row> units =
        figures
            .units()
            .where(isUnderCheck())
            .select(Columns.YEAR, Columns.UNIT_ID, Columns.ROOT_ID, Columns.VALID_AT_END);
    String[] key = {Columns.YEAR, Columns.UNIT_ID};
    Dataset<Row> roots =
        units.join(filed, key, "inner").select(Columns.YEAR, Columns.ROOT_ID).distinct();
    Column none = lit(null);
    return units
        .where(col(Columns.VALID_AT_END))
        .join(roots, new String[] {Columns.YEAR, Columns.ROOT_ID}, "inner")
        .join(filed, key, "left_anti")
        .select(finding(rule("filing.missing"), none, lit("reported"), none, null, null));
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
