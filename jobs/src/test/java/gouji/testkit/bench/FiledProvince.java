package gouji.testkit.bench;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.OwnTable;
import gouji.ingest.StagedRows;
import gouji.store.Schemas;
import gouji.store.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A province of which every unit has computed figures of both scopes and has filed them, too: the
 * own ones, and those of its area where it has units below it. They agree, but for one figure of a
 * hundredth of the reports.
 */
final class FiledProvince {
  private static final int FIRST_YEAR = 2019;
  private static final int YEARS = 6;
  private static final int CHILDREN = 20;
  private static final int SLIPS = 100;
  private static final StructType REPORTED =
      new StructType()
          .add(Columns.YEAR, DataTypes.IntegerType)
          .add(Columns.UNIT_ID, DataTypes.StringType)
          .add(Columns.SCOPE, DataTypes.StringType)
          .add(Columns.FORM, DataTypes.StringType)
          .add(Columns.CELL, DataTypes.StringType)
          .add(Columns.VALUE, DataTypes.StringType)
          .add(Columns.FILE, DataTypes.StringType)
          .add(Columns.LINE, DataTypes.LongType)
          .add(StagedRows.IN_FORCE, DataTypes.BooleanType);

  private final Declarations declared;
  private final int units;
  private final Map<Integer, String> forms = new TreeMap<>();

  FiledProvince(Declarations declared, int units) {
    this.declared = declared;
    this.units = units;
    for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
      forms.put(year, declared.formOf(year).map(Form::id).orElseThrow());
    }
  }

  /** Writes the tables that reconciling reads. */
  void fill(Tables tables) {
    Map<String, Indicator.Kind> indicators = new TreeMap<>();
    declared.indicators().forEach((code, indicator) -> indicators.put(code, indicator.kind()));
    Object[] supplied =
        Stream.concat(
                declared.dataSets().keySet().stream(), declared.facts().stream().map(f -> f.code()))
            .toArray();
    int of = units;
    Map<Integer, String> formOf = forms;
    Dataset<Long> ids = tables.spark().range(0, (long) units * YEARS, 1, 8).as(Encoders.LONG());
    FlatMapFunction<Long, Row> register = id -> List.of(unit(id, supplied)).iterator();
    FlatMapFunction<Long, Row> cells = id -> cells(id, of, formOf);
    FlatMapFunction<Long, Row> rates = id -> indicators(id, of, indicators);
    FlatMapFunction<Long, Row> filed = id -> filed(id, of, formOf, indicators);
    write(tables, OwnTable.UNITS_BY_YEAR, ids, register);
    write(tables, OwnTable.CELLS, ids, cells);
    write(tables, OwnTable.INDICATORS, ids, rates);
    tables.replace("reported", ids.flatMap(filed, Encoders.row(REPORTED)));
    tables.replace(
        OwnTable.COVERAGE.tableName(),
        tables.spark().createDataFrame(List.of(), Schemas.of(OwnTable.COVERAGE)));
  }

  private static void write(
      Tables tables, OwnTable table, Dataset<Long> ids, FlatMapFunction<Long, Row> rows) {
    tables.replace(table.tableName(), ids.flatMap(rows, Encoders.row(Schemas.of(table))));
  }

  private static int year(long id) {
    return FIRST_YEAR + (int) (id % YEARS);
  }

  private static String unit(long id) {
    return "u" + id / YEARS;
  }

  private static Row unit(long id, Object[] supplied) {
    int unit = (int) (id / YEARS);
    List<String> path = new ArrayList<>();
    for (int at = unit; ; at = (at - 1) / CHILDREN) {
      path.add("u" + at);
      if (at == 0) {
        break;
      }
    }
    Object[] ancestors = path.toArray();
    boolean isRoot = path.size() == 1;
    return RowFactory.create(
        year(id),
        "u" + unit,
        "单位" + unit,
        path.size() > 3 ? "town" : "county",
        isRoot ? null : path.get(1),
        "u0",
        ancestors,
        ancestors,
        null,
        isRoot ? "none" : "found",
        true,
        true,
        supplied,
        supplied);
  }

  /** How many units are in the area of a unit, itself counted. */
  private static long area(long unit, int units) {
    long size = 0;
    for (long low = unit, high = unit; low < units; low = low * CHILDREN + 1) {
      size += Math.min(high, units - 1) - low + 1;
      high = high * CHILDREN + CHILDREN;
    }
    return size;
  }

  private static Map<String, Long> figures(long id, String form) {
    Map<String, Long> cells = new TreeMap<>();
    for (String row : List.of("received", "result_total")) {
      cells.put("requests." + row + ":natural", 3L);
      cells.put("requests." + row + ":enterprise", 2L);
      cells.put("requests." + row + ":total", 5L);
    }
    cells.put("requests.open:natural", 3L);
    cells.put("requests.open:total", 3L);
    cells.put("requests.refuse_third_party:enterprise", 2L);
    cells.put("requests.refuse_third_party:total", 2L);
    for (String row : List.of("reconsideration", "litigation_direct")) {
      cells.put("disputes." + row + ":upheld", 1L);
      cells.put("disputes." + row + ":pending", 1L);
      cells.put("disputes." + row + ":total", 2L);
    }
    cells.put("proactive.normative:issued", 1L);
    cells.put("proactive.licence:decisions", 40L);
    cells.put("proactive.penalty:decisions", 9L);
    cells.put("proactive.enforcement:decisions", 3L);
    if (form.equals("2019-60")) {
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
      cells.put("proactive.fee:amount_10k", 4L);
    }
    if (id % SLIPS == 0) {
      cells.merge("requests.received:natural", 1L, Long::sum);
    }
    return cells;
  }

  /** An indicator's number for one unit; of a rate what stands above its line. */
  private static long number(String code) {
    return switch (code) {
      case "approval_items" -> 5;
      case "request_items" -> 4;
      case "normative_kept", "normative_abolished" -> 1;
      case "normative_reviewed", "normative_review_rate" -> 1;
      case "run_once_share" -> 4;
      default -> 2;
    };
  }

  private static long base(String code) {
    return switch (code) {
      case "approval_onboarding_rate" -> 5;
      case "request_onboarding_rate", "run_once_share", "proposal_reply_rate" -> 4;
      case "normative_review_rate" -> 1;
      default -> 2;
    };
  }

  private static BigDecimal value(String code, Indicator.Kind kind, long times) {
    return switch (kind) {
      case RATE -> BigDecimal.valueOf(number(code) * 100).divide(BigDecimal.valueOf(base(code)));
      case RATE_FACT -> BigDecimal.valueOf(100);
      default -> BigDecimal.valueOf(number(code) * times);
    };
  }

  private static Iterator<Row> cells(long id, int units, Map<Integer, String> forms) {
    List<Row> rows = new ArrayList<>();
    for (String scope : List.of("own", "consolidated")) {
      long times = scope.equals("own") ? 1 : area(id / YEARS, units);
      figures(id, forms.get(year(id)))
          .forEach(
              (cell, value) ->
                  rows.add(
                      RowFactory.create(
                          year(id),
                          unit(id),
                          scope,
                          forms.get(year(id)),
                          cell,
                          new BigDecimal(value * times))));
    }
    return rows.iterator();
  }

  private static Iterator<Row> indicators(
      long id, int units, Map<String, Indicator.Kind> indicators) {
    List<Row> rows = new ArrayList<>();
    for (String scope : List.of("own", "consolidated")) {
      long times = scope.equals("own") ? 1 : area(id / YEARS, units);
      indicators.forEach(
          (code, kind) -> {
            boolean isRate = kind == Indicator.Kind.RATE;
            rows.add(
                RowFactory.create(
                    year(id),
                    unit(id),
                    scope,
                    code,
                    isRate ? BigDecimal.valueOf(number(code) * times) : null,
                    isRate ? BigDecimal.valueOf(base(code) * times) : null,
                    value(code, kind, times)));
          });
    }
    return rows.iterator();
  }

  private static Iterator<Row> filed(
      long id, int units, Map<Integer, String> forms, Map<String, Indicator.Kind> indicators) {
    List<Row> rows = new ArrayList<>();
    long area = area(id / YEARS, units);
    for (String scope : area == 1 ? List.of("own") : List.of("own", "consolidated")) {
      long times = scope.equals("own") ? 1 : area;
      Map<String, String> all = new TreeMap<>();
      figures(id, forms.get(year(id)))
          .forEach((cell, value) -> all.put(cell, Long.toString(value * times)));
      indicators.forEach((code, kind) -> all.put(code, value(code, kind, times).toPlainString()));
      all.forEach(
          (cell, value) ->
              rows.add(
                  RowFactory.create(
                      year(id),
                      unit(id),
                      scope,
                      forms.get(year(id)),
                      cell,
                      value,
                      "reported/" + unit(id) + ".csv",
                      rows.size() + 2L,
                      true)));
    }
    return rows.iterator();
  }
}
