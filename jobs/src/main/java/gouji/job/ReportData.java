package gouji.job;

import static org.apache.spark.sql.functions.col;

import gouji.contract.Columns;
import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Operands;
import gouji.contract.OwnTable;
import gouji.report.AnnualReport;
import gouji.store.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Gathers what the documents of some units say. Holds in memory what these documents print, and the
 * figures of the year before: bounded by how many are written and how long their lists are.
 */
final class ReportData {
  /** Figures behind a finding that a document lists; the table has more. */
  private static final int MOST_FIGURES = 12;

  private static final List<String> WORST_FIRST = List.of("error", "warning", "info");

  private final Tables tables;
  private final Declarations declared;
  private final ReportYears years;
  private final List<String> units;
  private final List<AnnualReport.FactLine> made;

  ReportData(
      Tables tables,
      Declarations declared,
      ReportYears years,
      List<String> units,
      List<AnnualReport.FactLine> made) {
    this.tables = tables;
    this.declared = declared;
    this.years = years;
    this.units = units;
    this.made = made;
  }

  /** A unit in a year. */
  record Key(int year, String unit) {}

  /** What is gathered for a document. */
  private static final class Gathered {
    private String name;
    private boolean isDocument;
    private Set<String> supplied = Set.of();
    private final Map<String, BigDecimal> cells = new HashMap<>();
    private final Map<String, Row> indicators = new HashMap<>();
    private final List<AnnualReport.CoverageLine> coverage = new ArrayList<>();
    private final List<AnnualReport.FindingLine> findings = new ArrayList<>();
  }

  /** The reports, by year and unit; years without a form have none. */
  Stream<AnnualReport> reports() {
    Map<Key, Gathered> all = documents();
    cells(all);
    indicators(all);
    List<Key> written = all.keySet().stream().filter(k -> isWritten(k, all.get(k))).toList();
    AreaRows areas = new AreaRows(tables, written);
    coverage(all, areas);
    findings(all, areas);
    return written.stream().map(k -> report(k, all.get(k), all));
  }

  private boolean isWritten(Key key, Gathered gathered) {
    return gathered.isDocument && isAsked(key.year()) && declared.formOf(key.year()).isPresent();
  }

  private boolean isAsked(int year) {
    return !years.areNamed() || (year >= years.first() && year <= years.last());
  }

  private Map<Key, Gathered> documents() {
    Dataset<Row> register = tables.read(OwnTable.UNITS_BY_YEAR);
    Set<String> ids = new TreeSet<>(units);
    if (units.isEmpty()) {
      register
          .where(col(Columns.UNIT_ID).equalTo(col(Columns.ROOT_ID)))
          .select(Columns.UNIT_ID)
          .distinct()
          .collectAsList()
          .forEach(r -> ids.add(r.getString(0)));
    }
    Map<Key, Gathered> all =
        new TreeMap<>(Comparator.comparing(Key::year).thenComparing(Key::unit));
    for (Row row : register.where(col(Columns.UNIT_ID).isin(ids.toArray())).collectAsList()) {
      Gathered gathered = new Gathered();
      gathered.name = row.getAs(Columns.NAME);
      gathered.isDocument =
          !units.isEmpty() || row.<String>getAs(Columns.UNIT_ID).equals(row.getAs(Columns.ROOT_ID));
      gathered.supplied = new TreeSet<>(row.getList(row.fieldIndex(Columns.SUPPLIED)));
      all.put(key(row), gathered);
    }
    return all;
  }

  private Dataset<Row> consolidated(OwnTable table, Map<Key, Gathered> all) {
    Object[] ids = all.keySet().stream().map(Key::unit).distinct().toArray();
    return tables
        .read(table)
        .where(col(Columns.UNIT_ID).isin(ids).and(col(Columns.SCOPE).equalTo("consolidated")));
  }

  private void cells(Map<Key, Gathered> all) {
    for (Row row : consolidated(OwnTable.CELLS, all).collectAsList()) {
      Gathered one = all.get(key(row));
      if (one != null) {
        one.cells.put(row.getAs(Columns.CELL), row.getAs(Columns.VALUE));
      }
    }
  }

  private void indicators(Map<Key, Gathered> all) {
    for (Row row : consolidated(OwnTable.INDICATORS, all).collectAsList()) {
      Gathered one = all.get(key(row));
      if (one != null) {
        one.indicators.put(row.getAs(Columns.INDICATOR), row);
      }
    }
  }

  private static Key key(Row row) {
    return new Key(row.<Integer>getAs(Columns.YEAR), row.getAs(Columns.UNIT_ID));
  }

  private void coverage(Map<Key, Gathered> all, AreaRows areas) {
    // The lines that the documents list, and no others.
    List<Row> rows =
        areas
            .of(OwnTable.COVERAGE)
            .where(col(Columns.IN_REGISTER))
            .orderBy(Columns.UNIT_ID, Columns.DATA_SET)
            .collectAsList();
    for (Row row : rows) {
      String set = row.getAs(Columns.DATA_SET);
      DataSet dataSet = declared.dataSets().get(set);
      all.get(document(row))
          .coverage
          .add(
              new AnnualReport.CoverageLine(
                  row.getAs(Columns.UNIT_ID),
                  row.getAs(Columns.NAME),
                  set,
                  dataSet == null ? set : dataSet.title(),
                  row.<Long>getAs(Columns.RECORDS)));
    }
  }

  private void findings(Map<Key, Gathered> all, AreaRows areas) {
    // The lines that the documents list, and no others.
    List<Row> rows =
        areas
            .of(OwnTable.FINDINGS)
            .orderBy(
                Columns.UNIT_ID,
                Columns.SCOPE,
                Columns.RULE,
                Columns.CELL,
                Columns.SOURCE,
                Columns.STATE,
                Columns.IDENTITY)
            .collectAsList();
    for (Row row : rows) {
      all.get(document(row)).findings.add(line(row));
    }
    all.values()
        .forEach(
            g -> g.findings.sort(Comparator.comparingInt(f -> WORST_FIRST.indexOf(f.severity()))));
  }

  private static Key document(Row row) {
    return new Key(row.<Integer>getAs(Columns.YEAR), row.getAs(AreaRows.DOCUMENT));
  }

  private static AnnualReport.FindingLine line(Row row) {
    return new AnnualReport.FindingLine(
        row.getAs(Columns.SEVERITY),
        row.getAs(Columns.RULE),
        row.getAs(Columns.UNIT_ID),
        row.getAs(Columns.NAME),
        row.getAs(Columns.CELL),
        row.getAs(Columns.LEFT),
        row.getAs(Columns.RIGHT),
        row.getAs(Columns.DIFFERENCE),
        message(row),
        row.getAs(Columns.STATE));
  }

  /** What a finding says, then the figures behind it, the likely culprit and the hints. */
  private static String message(Row row) {
    List<String> lines = new ArrayList<>();
    lines.add(row.getAs(Columns.MESSAGE));
    List<String> evidence = texts(row, Columns.EVIDENCE);
    if (!evidence.isEmpty()) {
      lines.add(
          String.join(" | ", evidence.subList(0, Math.min(MOST_FIGURES, evidence.size())))
              + (evidence.size() > MOST_FIGURES ? " | …" : ""));
    }
    if (row.getAs(Columns.CULPRIT) != null) {
      lines.add(row.getAs(Columns.CULPRIT));
    }
    lines.addAll(texts(row, Columns.HINTS));
    return String.join("\n", lines);
  }

  private static List<String> texts(Row row, String column) {
    int at = row.fieldIndex(column);
    return row.isNullAt(at) ? List.of() : row.getList(at);
  }

  private AnnualReport report(Key key, Gathered gathered, Map<Key, Gathered> all) {
    Form form = declared.formOf(key.year()).orElseThrow();
    Gathered last = all.get(new Key(key.year() - 1, key.unit()));
    Form lastForm = declared.formOf(key.year() - 1).orElse(null);
    Map<String, BigDecimal> before =
        last == null || lastForm == null ? Map.of() : cells(lastForm, last);
    before = new LinkedHashMap<>(before);
    before.keySet().removeIf(a -> !isComparable(form, lastForm, a));
    List<AnnualReport.IndicatorLine> lines =
        declared.indicatorsInOrder().stream().map(i -> indicatorLine(i, gathered, last)).toList();
    return new AnnualReport(
        key.year(),
        key.unit(),
        gathered.name,
        form,
        cells(form, gathered),
        before,
        lines,
        gathered.coverage,
        gathered.findings,
        made);
  }

  private static boolean isComparable(Form form, Form lastForm, String address) {
    return form.cells().stream()
        .filter(c -> c.address().equals(address))
        .anyMatch(
            c ->
                form.id().equals(lastForm.id())
                    || c.table().comparableWith().contains(lastForm.id()));
  }

  /** Every cell that was supplied, zeros included. */
  private static Map<String, BigDecimal> cells(Form form, Gathered gathered) {
    Map<String, BigDecimal> cells = new LinkedHashMap<>();
    for (Form.Cell cell : form.cells()) {
      if (gathered.supplied.containsAll(Operands.of(form, cell))) {
        BigDecimal value = gathered.cells.getOrDefault(cell.address(), BigDecimal.ZERO);
        cells.put(cell.address(), value);
      }
    }
    return cells;
  }

  private AnnualReport.IndicatorLine indicatorLine(
      Indicator indicator, Gathered now, Gathered last) {
    Row row = now.indicators.get(indicator.code());
    return new AnnualReport.IndicatorLine(
        indicator,
        value(indicator, now),
        row == null ? null : row.getAs(Columns.NUMERATOR),
        row == null ? null : row.getAs(Columns.DENOMINATOR),
        last == null ? null : value(indicator, last));
  }

  private BigDecimal value(Indicator indicator, Gathered gathered) {
    Row row = gathered.indicators.get(indicator.code());
    if (row != null) {
      return row.getAs(Columns.VALUE);
    }
    boolean isCount =
        indicator.kind() == Indicator.Kind.COUNT || indicator.kind() == Indicator.Kind.FACT;
    boolean supplied = gathered.supplied.containsAll(Operands.of(declared, indicator));
    return isCount && supplied ? BigDecimal.ZERO : null;
  }
}
