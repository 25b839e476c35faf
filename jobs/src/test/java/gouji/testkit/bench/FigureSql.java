package gouji.testkit.bench;

import gouji.contract.Condition;
import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Measure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL that counts cells and indicators, written from the declarations: every declared number is
 * a column, of each unit and year in its own right and of each area by adding up.
 */
final class FigureSql {
  private final Declarations declared;
  private final Dialect dialect;
  private final List<String> sets;
  private final int firstYear;
  private final int lastYear;
  private final Map<Measure, String> columns = new LinkedHashMap<>();

  /**
   * SQL over the records of some data sets, each a table of its name.
   *
   * @param sets the data sets that are there; what others feed is absent
   */
  FigureSql(
      Declarations declared,
      Dialect dialect,
      Collection<String> sets,
      int firstYear,
      int lastYear) {
    this.declared = declared;
    this.dialect = dialect;
    this.sets = List.copyOf(sets);
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    for (Declarations.Counted counted : declared.counted()) {
      if (sets.contains(counted.measure().dataset())) {
        columns.putIfAbsent(counted.measure(), "m" + columns.size());
      }
    }
  }

  private String years() {
    return IntStream.rangeClosed(firstYear, lastYear)
        .mapToObj(y -> "(" + y + ")")
        .collect(Collectors.joining(", ", "(VALUES ", ") AS years(y)"));
  }

  /** The numbers of every unit and year: unit_id, y, and a column for each number. */
  String own() {
    List<String> parts = sets.stream().map(declared::dataSet).map(this::own).toList();
    String all = String.join(" UNION ALL ", parts);
    return "SELECT unit_id, y, %s FROM (%s) WHERE y BETWEEN %d AND %d GROUP BY unit_id, y"
        .formatted(each("max(%s)"), all, firstYear, lastYear);
  }

  private String each(String pattern) {
    return columns.values().stream()
        .map(c -> pattern.formatted(c) + " AS " + c)
        .collect(Collectors.joining(", "));
  }

  private String own(DataSet set) {
    String numbers =
        columns.entrySet().stream()
            .map(
                e ->
                    "CAST(%s AS %s) AS %s"
                        .formatted(
                            e.getKey().dataset().equals(set.name())
                                ? aggregate(set, e.getKey())
                                : "NULL",
                            e.getKey().sum() == null ? "BIGINT" : "DECIMAL(24,6)",
                            e.getValue()))
            .collect(Collectors.joining(", "));
    return "SELECT unit_id, y, %s FROM (%s) GROUP BY unit_id, y".formatted(numbers, spread(set));
  }

  /** Each record once for each year it may count in: that of its one day, where all say so. */
  private String spread(DataSet set) {
    List<String> days =
        columns.keySet().stream()
            .filter(m -> m.dataset().equals(set.name()))
            .flatMap(m -> m.any().stream())
            .map(FigureSql::day)
            .distinct()
            .toList();
    return days.size() == 1 && !days.get(0).isEmpty()
        ? "SELECT *, CAST(%s AS INT) AS y FROM %s".formatted(year(set, days.get(0)), set.name())
        : "SELECT * FROM %s CROSS JOIN %s".formatted(set.name(), years());
  }

  private static String day(List<Condition> alternative) {
    return alternative.stream()
        .filter(c -> c.is() == Condition.Is.IN_YEAR)
        .map(Condition::field)
        .findFirst()
        .orElse("");
  }

  private static String year(DataSet set, String field) {
    boolean whole = set.findField(field).filter(f -> f.name().equals("year")).isPresent();
    return whole ? field : "year(%s)".formatted(field);
  }

  private static String aggregate(DataSet set, Measure measure) {
    String where = any(set, measure.any());
    if (measure.sum() != null) {
      if (measure.per() != 1) {
        throw new IllegalArgumentException("nothing delivered is divided: " + measure);
      }
      return "sum(%s) FILTER (WHERE %s)".formatted(measure.sum(), where);
    }
    if (measure.count() == Measure.Count.RECORDS) {
      String less =
          measure.less().isEmpty()
              ? ""
              : " - count(*) FILTER (WHERE %s)".formatted(any(set, measure.less()));
      return "count(*) FILTER (WHERE %s)%s".formatted(where, less);
    }
    List<String> told = measure.distinct().stream().filter(c -> !c.equals("unit_id")).toList();
    return told.isEmpty()
        ? "max(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(where)
        : "count(DISTINCT %s) FILTER (WHERE %s)".formatted(String.join(", ", told), where);
  }

  private static String any(DataSet set, List<List<Condition>> alternatives) {
    return alternatives.stream()
        .map(a -> a.stream().map(c -> holds(set, c)).collect(Collectors.joining(" AND ", "(", ")")))
        .collect(Collectors.joining(" OR "));
  }

  private static String holds(DataSet set, Condition c) {
    String field = c.field();
    if (c.notAfter() != null) {
      return "coalesce(%s <= %s, false)".formatted(field, c.notAfter());
    }
    if (c.is() == null) {
      return c.in().isEmpty()
          ? "coalesce(CAST(%s AS STRING) NOT IN (%s), true)"
              .formatted(field, RecordSql.list(c.notIn()))
          : "coalesce(CAST(%s AS STRING) IN (%s), false)".formatted(field, RecordSql.list(c.in()));
    }
    String year = year(set, field);
    return switch (c.is()) {
      case PRESENT -> field + " IS NOT NULL";
      case MISSING -> field + " IS NULL";
      case IN_YEAR -> "coalesce(%s = y, false)".formatted(year);
      case BY_END -> "coalesce(%s <= y, false)".formatted(year);
      case NOT_BY_END -> "coalesce(%s > y, true)".formatted(year);
      case BEFORE_YEAR -> "coalesce(%s < y, false)".formatted(year);
      case NOT_BEFORE_YEAR -> "coalesce(%s >= y, true)".formatted(year);
    };
  }

  /** Every unit with every area it belongs to, four levels up. */
  static String closure() {
    String self = "SELECT unit_id, unit_id AS area, parent_id AS above FROM units";
    List<String> levels = new ArrayList<>();
    String level = self;
    for (int i = 0; i < 4; i++) {
      levels.add(level);
      level =
          "SELECT l%d.unit_id, u.unit_id AS area, u.parent_id AS above FROM (%s) AS l%d JOIN units AS u ON u.unit_id = l%d.above"
              .formatted(i, level, i, i);
    }
    return String.join(" UNION ALL ", levels);
  }

  /**
   * The numbers of both scopes, from the tables {@code own} and {@code closure}: scope, unit_id, y
   * and the numbers.
   */
  String vectors() {
    List<Measure> overArea = columns.keySet().stream().filter(Measure::overArea).toList();
    String sums =
        columns.entrySet().stream()
            .map(e -> sum(e.getKey(), e.getValue()))
            .collect(Collectors.joining(", "));
    String areas =
        "SELECT area, y AS year_, %s FROM own JOIN closure ON own.unit_id = closure.unit_id GROUP BY area, y"
            .formatted(sums);
    StringBuilder joined = new StringBuilder("(%s) AS sums".formatted(areas));
    for (Measure measure : overArea) {
      String name = columns.get(measure);
      joined.append(
          " LEFT JOIN (%s) AS over_%s ON over_%s.area = sums.area AND over_%s.y = year_"
              .formatted(overArea(measure), name, name, name));
    }
    String numbers =
        columns.entrySet().stream()
            .map(
                e ->
                    (e.getKey().overArea() ? "over_%s.told" : "sums.%s").formatted(e.getValue())
                        + " AS "
                        + e.getValue())
            .collect(Collectors.joining(", "));
    return """
    SELECT 'own' AS scope, own.unit_id, CAST(y AS INT) AS y, %s FROM own JOIN units ON units.unit_id = own.unit_id
    UNION ALL
    SELECT 'consolidated' AS scope, sums.area AS unit_id, CAST(year_ AS INT) AS y, %s FROM %s\
    """
        .formatted(each("CAST(%s AS DECIMAL(24,6))"), cast(numbers), joined);
  }

  private static String cast(String numbers) {
    return java.util.Arrays.stream(numbers.split(", ", -1))
        .map(n -> n.split(" AS ", -1))
        .map(n -> "CAST(%s AS DECIMAL(24,6)) AS %s".formatted(n[0], n[1]))
        .collect(Collectors.joining(", "));
  }

  /** What a number of an area adds up to; a rate as written stands for its own unit only. */
  private String sum(Measure measure, String name) {
    boolean asWritten =
        declared.facts().stream()
            .filter(f -> f.kind() == Indicator.Kind.RATE_FACT)
            .anyMatch(f -> Declarations.factMeasure(f.code()).equals(measure));
    return (asWritten ? "max(CASE WHEN own.unit_id = area THEN %s END) AS %s" : "sum(%s) AS %s")
        .formatted(name, name);
  }

  private String overArea(Measure measure) {
    DataSet set = declared.dataSet(measure.dataset());
    return "SELECT area, y, count(DISTINCT %s) AS told FROM (%s) AS r JOIN closure ON r.unit_id = closure.unit_id WHERE %s GROUP BY area, y"
        .formatted(String.join(", ", measure.distinct()), spread(set), any(set, measure.any()));
  }

  /** The table of cells, from the table {@code vectors}. */
  String cells() {
    return declared.forms().values().stream()
        .map(this::cells)
        .collect(Collectors.joining(" UNION ALL "));
  }

  private String cells(Form form) {
    Map<String, Form.Cell> all = new LinkedHashMap<>();
    form.cells().forEach(c -> all.put(c.address(), c));
    Map<String, String> numbers = new LinkedHashMap<>();
    all.forEach((address, cell) -> numbers.put(address, cell(all, cell)));
    String last = form.lastYear() == null ? "" : " AND y <= " + form.lastYear();
    return "SELECT y AS year, unit_id, scope, '%s' AS form, name AS cell, value FROM (%s) WHERE value <> 0"
        .formatted(
            form.id(),
            dialect.unpivoted(
                numbers, "y, unit_id, scope", "vectors WHERE y >= " + form.firstYear() + last));
  }

  private String cell(Map<String, Form.Cell> all, Form.Cell cell) {
    return cell.findSource()
        .map(s -> s.fact() == null ? s.measure() : Declarations.factMeasure(s.fact()))
        .map(this::number)
        .orElseGet(
            () ->
                cell.parts().stream()
                    .map(p -> cell(all, all.get(p)))
                    .collect(Collectors.joining(" + ", "(", ")")));
  }

  private String number(Measure measure) {
    return columns.containsKey(measure) ? "coalesce(%s, 0)".formatted(columns.get(measure)) : "0";
  }

  /** The table of indicators, from the table {@code vectors}. */
  String indicators() {
    Map<String, String> counts = new LinkedHashMap<>();
    Map<String, String> written = new LinkedHashMap<>();
    List<String> parts = new ArrayList<>();
    for (Indicator one : declared.indicators().values()) {
      switch (one.kind()) {
        case COUNT -> counts.put(one.code(), number(one.measure()));
        case FACT -> counts.put(one.code(), number(Declarations.factMeasure(one.code())));
        case RATE_FACT ->
            written.put(one.code(), columns.get(Declarations.factMeasure(one.code())));
        case RATE -> parts.add(rate(one));
      }
    }
    String none = "CAST(NULL AS DECIMAL(24,6))";
    parts.add(plain(counts, "value", none) + " WHERE value <> 0");
    parts.add(plain(written, none, none) + " WHERE value IS NOT NULL");
    return String.join(" UNION ALL ", parts);
  }

  private String plain(Map<String, String> numbers, String above, String below) {
    return "SELECT y AS year, unit_id, scope, name AS indicator, %s AS numerator, %s AS denominator, value FROM (%s)"
        .formatted(above, below, dialect.unpivoted(numbers, "y, unit_id, scope", "vectors"));
  }

  private String rate(Indicator rate) {
    String above = side(rate.numerator());
    String below = side(rate.denominator());
    String whole = "CAST(%s AS BIGINT)";
    String twice =
        dialect.divided(
            whole.formatted(above) + " * 20000 + " + whole.formatted(below),
            whole.formatted(below) + " * 2");
    return "SELECT y AS year, unit_id, scope, '%s' AS indicator, CAST(%s AS DECIMAL(24,6)) AS numerator, CAST(%s AS DECIMAL(24,6)) AS denominator, CAST(CAST(%s AS DECIMAL(18,0)) * CAST(0.01 AS DECIMAL(3,2)) AS DECIMAL(24,6)) AS value FROM vectors WHERE (%s) <> 0"
        .formatted(rate.code(), above, below, twice, below);
  }

  private String side(List<Indicator.Term> terms) {
    return terms.stream()
        .map(t -> t.measure() != null ? t.measure() : named(t.indicator()))
        .map(this::number)
        .collect(Collectors.joining(" + ", "(", ")"));
  }

  private Measure named(String code) {
    Indicator indicator = declared.indicators().get(code);
    return indicator.kind() == Indicator.Kind.COUNT
        ? indicator.measure()
        : Declarations.factMeasure(code);
  }
}
