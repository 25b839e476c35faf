package gouji.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.sum;

import gouji.contract.Assertions;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Rule;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
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

  /** The data set of what units filed. */
  private static final String REPORTED = "reported";

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
   * VectorChecks#SHAPE}. To be held: {@link #findings} and {@link #verdicts} read it more than
   * once.
   *
   * @param figures tables of this warehouse
   * @param register who was above whom in each year
   * @param only the units whose figures are looked at; null for all. Files are all looked at.
   */
  public Dataset<Row> of(Figures figures, Register register, Set<String> only) {
    Rule conservation = declared.rules().get("ingest.conservation");
    if (conservation == null) {
      return overFigures(figures, register, only);
    }
    Conservation files = new Conservation(conservation);
    MapPartitionsFunction<Row, Row> check = files::check;
    return overFigures(figures, register, only)
        .union(
            figures
                .files()
                .select(
                    Columns.FILE, Columns.ROWS_READ, Columns.ROWS_ACCEPTED, Columns.ROWS_REJECTED)
                .mapPartitions(check, Encoders.row(VectorChecks.SHAPE)));
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
    return underFilingRoots(said, said.where(col(Columns.VERDICT).isNull()))
        .drop(Columns.INSTANCES, Columns.VERDICT, Columns.ROOT_ID)
        .withColumn(Columns.IDENTITY, sha2(concat_ws("\u0002", marked).cast("binary"), 256));
  }

  /** How many verdicts there were, of what {@link #of} gave. */
  public Dataset<Row> verdicts(Dataset<Row> said) {
    return underFilingRoots(said, said.where(col(Columns.INSTANCES).isNotNull()))
        .groupBy(Columns.YEAR, Columns.RULE, Columns.SOURCE, Columns.VERDICT)
        .agg(sum(Columns.INSTANCES).as(Columns.INSTANCES));
  }

  /**
   * How many verdicts there are, where those of some units were looked at again.
   *
   * @param before how many there were
   * @param then how many of them were of these units, and of files
   * @param now how many are of them now
   */
  public static Dataset<Row> verdicts(Dataset<Row> before, Dataset<Row> then, Dataset<Row> now) {
    Column[] taken =
        Stream.of(before.columns())
            .map(
                c ->
                    c.equals(Columns.INSTANCES)
                        ? functions.col(c).multiply(lit(-1)).as(c)
                        : functions.col(c))
            .toArray(Column[]::new);
    return before
        .unionByName(then.select(taken))
        .unionByName(now)
        .groupBy(Columns.YEAR, Columns.RULE, Columns.SOURCE, Columns.VERDICT)
        .agg(sum(Columns.INSTANCES).as(Columns.INSTANCES))
        .where(col(Columns.INSTANCES).gt(0));
  }

  /** Without what stands under a root under which nobody filed. */
  private static Dataset<Row> underFilingRoots(Dataset<Row> said, Dataset<Row> rows) {
    Column isUnderRoot = col(Columns.ROOT_ID).isNotNull();
    Dataset<Row> filed =
        said.where(col(Columns.VERDICT).equalTo(Tally.FILED))
            .select(Columns.YEAR, Columns.ROOT_ID)
            .distinct();
    return rows.where(not(isUnderRoot))
        .unionByName(
            rows.where(isUnderRoot)
                .join(filed, new String[] {Columns.YEAR, Columns.ROOT_ID}, "left_semi"));
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

  /** Who was above whom in each year. */
  public static final class Register {
    private final UnitYears units;

    /** From the rows of {@code units_by_year}: a few for each unit, and every node needs them. */
    public Register(Dataset<Row> units) {
      this(new UnitYears(units.collectAsList()));
    }

    private Register(UnitYears units) {
      this.units = units;
    }

    /**
     * What stands for a register where none was supplied: every unit that filed, by itself.
     *
     * @param reported as in {@link Figures}
     */
    public static Register ofFilings(Dataset<Row> reported) {
      // At most one row for each unit and year.
      return new Register(
          UnitYears.ofFilings(
              reported.select(Columns.YEAR, Columns.UNIT_ID).distinct().collectAsList()));
    }

    /** Whether a register was supplied, and nothing has to stand for it. */
    public boolean isSupplied() {
      return units.isRegister();
    }

    /** The years in which it has some unit. */
    public Set<Integer> years() {
      return units.years();
    }

    /** How many units there are in any year. */
    public int size() {
      return units.all().size();
    }

    /** Those units, and all whose checks look at a figure of one of them. */
    public Set<String> reached(Set<String> changed) {
      return units.reached(changed);
    }
  }

  private Dataset<Row> overFigures(Figures figures, Register register, Set<String> only) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(figures.cells().sparkSession().sparkContext());
    UnitYears units = register.units;
    Evaluation evaluation = new Evaluation(assertions);
    Broadcast<Packing> packing =
        context.broadcast(
            new Packing(declared, assertions, evaluation.slots(), units, years, only));
    Broadcast<VectorChecks> checks =
        context.broadcast(
            new VectorChecks(declared, assertions, evaluation, units, figures.reported() != null));
    MapPartitionsFunction<Row, Row> evaluate = rows -> new VectorRows(rows, checks.value());
    Dataset<Row> numbers =
        units.isRegister()
            ? figures.coverage()
            : figures.coverage().where(col(Columns.DATA_SET).notEqual(REPORTED));
    Dataset<Row> checked =
        packs(figures, numbers, packing)
            .repartition(col(Columns.YEAR), col(Columns.UNIT_ID))
            .sortWithinPartitions(Columns.YEAR, Columns.UNIT_ID)
            .mapPartitions(evaluate, Encoders.row(VectorChecks.SHAPE));
    return only == null || figures.reported() == null ? checked : checked.union(filed(figures));
  }

  /** Under which roots somebody filed, which is not told by some units alone. */
  private Dataset<Row> filed(Figures figures) {
    Column[] columns =
        Stream.of(VectorChecks.SHAPE.fields())
            .map(
                f ->
                    switch (f.name()) {
                      case Columns.YEAR, Columns.ROOT_ID -> col(f.name());
                      case Columns.VERDICT -> lit(Tally.FILED).as(f.name());
                      default -> lit(null).cast(f.dataType()).as(f.name());
                    })
            .toArray(Column[]::new);
    return figures
        .reported()
        .where(isUnderCheck())
        .select(Columns.YEAR, Columns.UNIT_ID)
        .distinct()
        .join(
            figures.units().select(Columns.YEAR, Columns.UNIT_ID, Columns.ROOT_ID),
            new String[] {Columns.YEAR, Columns.UNIT_ID},
            "inner")
        .select(Columns.YEAR, Columns.ROOT_ID)
        .distinct()
        .select(columns);
  }

  private Column isUnderCheck() {
    return col(Columns.YEAR).isin(new TreeSet<>(years).toArray());
  }

  private Dataset<Row> packs(Figures figures, Dataset<Row> numbers, Broadcast<Packing> packing) {
    MapPartitionsFunction<Row, Row> cells = rows -> packing.value().cells(rows);
    MapPartitionsFunction<Row, Row> indicators = rows -> packing.value().indicators(rows);
    MapPartitionsFunction<Row, Row> coverage = rows -> packing.value().coverage(rows);
    MapPartitionsFunction<Row, Row> reported = rows -> packing.value().reported(rows);
    FilterFunction<Row> wanted = row -> packing.value().wants(row.getString(1));
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
    if (packing.value().only() != null) {
      units = units.filter(wanted);
    }
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
                    indicators))
            .union(
                packed(
                    numbers
                        .where(isUnderCheck())
                        .select(
                            col(Columns.YEAR),
                            col(Columns.UNIT_ID),
                            none,
                            none,
                            col(Columns.RECORDS)),
                    coverage));
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
}
