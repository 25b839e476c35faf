package gouji.check;

import static gouji.check.ReferenceFigures.inColumn;
import static gouji.check.ReferenceFigures.inRow;
import static gouji.check.ReferenceFigures.texts;
import static java.math.RoundingMode.HALF_UP;

import com.fasterxml.jackson.databind.JsonNode;
import gouji.check.ReferenceFormula.Operand;
import gouji.check.ReferenceFormula.Term;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * The verdicts of one conformance case, found the slow and plain way: variables are put in as text,
 * every instance is read on its own, and every operand is looked up when it is needed.
 */
final class ReferenceEvaluator {
  private final Declarations declared;
  private final JsonNode rule;
  private final JsonNode given;
  private final Form form;
  private final Operand here;
  private final ReferenceFigures figures;
  private final ReferenceFormula formula;

  /** The four verdicts. */
  enum Verdict {
    PASS,
    FAIL,
    UNKNOWN,
    NOT_APPLICABLE
  }

  /** What is said of one instance, and the first cell or indicator of its left side. */
  record Result(Verdict verdict, String cell) {}

  private ReferenceEvaluator(Declarations declared, JsonNode rule, JsonNode given) {
    this.declared = declared;
    this.rule = rule;
    this.given = given;
    String first = rule.path("forms").path(0).asText("2021-30");
    form = declared.forms().get(given.path("form").asText(first));
    String source = given.path("source").asText(rule.path("sources").path(0).asText("computed"));
    boolean whole = namesScope();
    String scope = given.path("scope").asText(whole ? "consolidated" : "own");
    here = new Operand("unit", scope, source, "", false);
    figures = new ReferenceFigures(declared, given, form, here);
    formula = new ReferenceFormula(form, here, figures.children());
  }

  /**
   * The verdict of every instance of the rule, for the unit, year, scope and source of the case.
   */
  static List<Result> results(Declarations declared, JsonNode rule, JsonNode given) {
    ReferenceEvaluator one = new ReferenceEvaluator(declared, rule, given);
    boolean nothing = one.here.reported() && !one.figures.any(one.namesScope());
    return nothing || !one.isValid() ? List.of() : one.instances().toList();
  }

  private boolean namesScope() {
    return rule.path("formula").asText().matches(".*(consolidated|children\\.sum)\\(.*");
  }

  private Stream<Result> instances() {
    ReferenceRates shares = new ReferenceRates(figures, here);
    Stream<Indicator> rates = declared.indicators().values().stream().filter(Indicator::isRate);
    return switch (rule.path("check").asText()) {
      case "formula" -> formulas().map(this::formula);
      case "form_sum" -> form.cells().stream().flatMap(this::printedSums).map(this::formula);
      case "whole_number" ->
          form.cells().stream()
              .filter(c -> !figures.isAmount(here.named(c.address())))
              .map(c -> result(c.address(), wholeNumber(c)));
      case "part" -> rates.filter(r -> r.base() == null).map(r -> result(r.code(), shares.part(r)));
      case "rate" ->
          rates
              .filter(r -> r.base() == null && shares.counted(r))
              .map(r -> result(r.code(), shares.rate(r)));
      case "feasible" ->
          rates.filter(shares::hasWhole).map(r -> result(r.code(), shares.feasible(r)));
      default -> throw new IllegalArgumentException(rule.path("check").asText());
    };
  }

  private static Result result(String cell, Verdict verdict) {
    return new Result(verdict, cell);
  }

  private boolean isValid() {
    boolean later = given.path("lastForm").asText(form.id()).equals(form.id());
    int year = form.firstYear() + (later ? 1 : 0);
    String years = rule.path("years").asText("0000..9999");
    return isListed("forms", form.id())
        && isListed("scopes", here.scope())
        && year >= Integer.parseInt(years.substring(0, 4))
        && year <= Integer.parseInt(years.substring(6));
  }

  private boolean isListed(String list, String name) {
    return !rule.has(list) || texts(rule.path(list)).contains(name);
  }

  /** The instances of the formula, each as its text, that of {@code otherwise} and of each when. */
  private Stream<List<String>> formulas() {
    List<String> lines =
        new ArrayList<>(List.of(rule.path("formula").asText(), rule.path("otherwise").asText()));
    lines.addAll(texts(rule.path("when")));
    Stream<List<String>> all = Stream.of(lines);
    for (String variable : List.of("$cell", "$row", "$col")) {
      if (String.join(" ", lines).contains(variable)) {
        all = all.flatMap(l -> names(variable).map(n -> put(l, variable, n)));
      }
    }
    return all.filter(
        l -> l.stream().flatMap(t -> formula.operands(t).stream()).allMatch(figures::exists));
  }

  private static List<String> put(List<String> lines, String variable, String name) {
    return lines.stream().map(l -> l.replace(variable, name)).toList();
  }

  private Stream<String> names(String variable) {
    List<String> said = texts(rule.path("over").path(variable));
    List<String> over = said.isEmpty() ? List.of(variable) : said;
    return over.stream()
        .flatMap(
            o ->
                switch (o) {
                  case "cells", "$cell" -> form.cells().stream().map(Form.Cell::address);
                  case "$row" -> form.cells().stream().map(c -> c.row().id()).distinct();
                  case "$col" -> form.cells().stream().map(c -> c.column().id()).distinct();
                  case "indicators" -> declared.indicators().keySet().stream();
                  default -> Stream.of(o);
                });
  }

  private Stream<List<String>> printedSums(Form.Cell c) {
    Map<List<String>, String> sums = new HashMap<>();
    sums.put(inRow(c), c.column().sumRule());
    sums.put(inColumn(c), c.row().sumRule());
    return sums.keySet().stream()
        .filter(parts -> rule.path("id").asText().equals(sums.get(parts)))
        .map(parts -> List.of(c.address() + " = " + String.join(" + ", parts), ""));
  }

  private Result formula(List<String> lines) {
    Operand first = formula.operands(lines.get(0)).get(0);
    boolean named = rule.path("formula").asText().matches("[a-z.(]*\\$cell.*");
    if (named && first.reported() && !figures.has(first)) {
      return result(first.name(), Verdict.NOT_APPLICABLE);
    }
    List<Verdict> when = lines.stream().skip(2).map(this::holds).toList();
    String otherwise = lines.get(1);
    Verdict verdict;
    if (when.contains(Verdict.FAIL)) {
      verdict = otherwise.isEmpty() ? Verdict.NOT_APPLICABLE : holds(otherwise);
    } else if (when.contains(Verdict.NOT_APPLICABLE)) {
      verdict = Verdict.NOT_APPLICABLE;
    } else {
      verdict = when.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : holds(lines.get(0));
    }
    return result(first.name(), verdict);
  }

  /** Whether a comparison holds. */
  private Verdict holds(String line) {
    Matcher m = ReferenceFormula.COMPARISON.matcher(line);
    if (!m.matches()) {
      throw new IllegalArgumentException(line);
    }
    if (m.group(1).strip().equals("unit.level")) {
      boolean same = given.path("level").asText("county").equals(m.group(3).strip());
      return verdict(same == m.group(2).equals("="));
    }
    List<Operand> all = formula.operands(line);
    if (!all.stream().allMatch(figures::applies)) {
      return Verdict.NOT_APPLICABLE;
    }
    boolean missing = all.stream().anyMatch(o -> figures.number(o) == null);
    if (missing || (m.group(2).equals("=") && undelivered(all))) {
      return Verdict.UNKNOWN;
    }
    BigDecimal[] left = interval(m.group(1), all);
    BigDecimal[] right = interval(m.group(3), all);
    boolean notAbove = left[0].compareTo(right[1]) <= 0;
    boolean notBelow = left[1].compareTo(right[0]) >= 0;
    return verdict(
        switch (m.group(2)) {
          case "=" -> notAbove && notBelow;
          case "!=" -> !(notAbove && notBelow);
          case "<=" -> notAbove;
          case ">=" -> notBelow;
          case "<" -> left[0].compareTo(right[1]) < 0;
          default -> left[1].compareTo(right[0]) > 0;
        });
  }

  /** Both ends of what a side of a comparison stands for; all are the operands of both sides. */
  private BigDecimal[] interval(String side, List<Operand> all) {
    List<Term> terms = formula.terms(side);
    boolean amounts = all.stream().anyMatch(figures::isAmount);
    String tolerance = amounts ? rule.path("tolerance").asText() : "exact";
    BigDecimal half = BigDecimal.ZERO;
    if (tolerance.equals("interval")) {
      half = terms.stream().map(this::half).reduce(half, BigDecimal::add);
    }
    BigDecimal total = figures.sum(terms);
    List<Operand> these = terms.stream().map(Term::operand).filter(Objects::nonNull).toList();
    if (tolerance.equals("rounded")
        && !these.isEmpty()
        && these.stream().noneMatch(Operand::reported)) {
      Stream<BigDecimal> written = all.stream().map(figures::written).filter(Objects::nonNull);
      OptionalInt decimals = written.mapToInt(BigDecimal::scale).max();
      total = decimals.isEmpty() ? total : total.setScale(decimals.getAsInt(), HALF_UP);
    }
    return new BigDecimal[] {total.subtract(half), total.add(half)};
  }

  /** Half a unit of the last decimal written, times the factor; a count has no width. */
  private BigDecimal half(Term term) {
    boolean wide = term.operand() != null && figures.isAmount(term.operand());
    BigDecimal written = wide ? figures.written(term.operand()) : null;
    return written == null
        ? BigDecimal.ZERO
        : term.factor().abs().multiply(BigDecimal.valueOf(5, written.scale() + 1));
  }

  private boolean undelivered(List<Operand> all) {
    return all.size() == 2
        && all.get(0).reported() != all.get(1).reported()
        && all.stream().allMatch(o -> o.reported() == (figures.number(o).signum() != 0))
        && all.stream().anyMatch(o -> !o.reported() && figures.listed("notDelivered", o));
  }

  private Verdict wholeNumber(Form.Cell c) {
    Operand cell = here.named(c.address());
    if (!figures.applies(cell) || (cell.reported() && figures.table(cell).isEmpty())) {
      return Verdict.NOT_APPLICABLE;
    }
    BigDecimal number = figures.number(cell);
    if (number == null) {
      return Verdict.UNKNOWN;
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return verdict(whole && (c.column().signed() || number.signum() >= 0));
  }

  static Verdict verdict(boolean holds) {
    return holds ? Verdict.PASS : Verdict.FAIL;
  }
}
