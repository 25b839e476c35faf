package gouji.contract;

import gouji.contract.Assertion.Case;
import gouji.contract.Assertion.Level;
import gouji.contract.Assertion.Operand;
import gouji.contract.Assertion.Sides;
import gouji.contract.Formula.Name;
import gouji.contract.Formula.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Binds a rule to the figures of a form.
 *
 * @param figures the form's figures and the indicators, by address
 */
record Binding(Declarations declared, Form form, Map<String, Figure> figures, Rule rule) {
  /** Summands of an instance. */
  static final int MOST_TERMS = 200;

  private static final String ALL = "*";
  private static final String ROW = "$row";
  private static final String COLUMN = "$col";

  /** The instances of the rule; none where the form has no such figures. */
  List<Assertion> assertions() throws FormulaException {
    return switch (rule.check()) {
      case FORMULA -> formula();
      case FORM_SUM -> sums();
      case WHOLE_NUMBER -> single(f -> f.table() != null && !f.isMeasured());
      case RATE, PART -> rates(false);
      case FEASIBLE -> rates(true);
      case FORM_PERIOD, CONSERVATION, REGISTER, FILING, NARRATIVE -> List.of();
    };
  }

  private List<Assertion> sums() {
    List<Assertion> all = new ArrayList<>();
    for (Form.Cell cell : form.cells()) {
      boolean across = !cell.column().sumOf().isEmpty();
      if (across && rule.id().equals(cell.column().sumRule())) {
        all.add(sum(cell, cell.row().label(), cell.row().id(), cell.column().sumOf(), true));
      }
      if (!cell.row().sumOf().isEmpty() && rule.id().equals(cell.row().sumRule())) {
        all.add(sum(cell, cell.column().label(), cell.column().id(), cell.row().sumOf(), false));
      }
    }
    return all;
  }

  private Assertion sum(
      Form.Cell total, String label, String common, List<String> parts, boolean across) {
    String table = total.table().id();
    List<Operand> right =
        parts.stream()
            .map(
                p ->
                    across
                        ? Form.Cell.address(table, common, p)
                        : Form.Cell.address(table, p, common))
            .map(Operand::of)
            .toList();
    Sides sides = new Sides(List.of(Operand.of(total.address())), Formula.Comparison.EQUAL, right);
    return assertion(label, sides);
  }

  private List<Assertion> single(Predicate<Figure> isMeant) {
    List<Assertion> all = new ArrayList<>();
    figures.forEach(
        (address, figure) -> {
          if (isMeant.test(figure)) {
            Operand cell = Operand.of(address);
            Operand zero = new Operand(BigDecimal.ZERO, null, Formula.Area.CHECKED, null, false);
            Sides sides = new Sides(List.of(cell), Formula.Comparison.AT_LEAST, List.of(zero));
            all.add(assertion(figure.label(), sides));
          }
        });
    return all;
  }

  private Assertion assertion(String label, Sides sides) {
    Case only = new Case(List.of(), List.of(), sides);
    return new Assertion(rule, label, List.of(only), false);
  }

  /** Rates with the rate itself to the left, then what stands above and below its line. */
  private List<Assertion> rates(boolean withFacts) {
    List<Assertion> all = new ArrayList<>();
    for (Indicator indicator : declared.indicators().values()) {
      List<Operand> above = terms(indicator.numerator());
      List<Operand> below = terms(indicator.denominator());
      boolean isRate = indicator.kind() == Indicator.Kind.RATE;
      if (withFacts && indicator.kind() == Indicator.Kind.RATE_FACT) {
        all.add(rate(indicator, List.of(), List.of(Operand.of(indicator.base()))));
      } else if (isRate && (above != null || rule.check() != Rule.Check.RATE) && below != null) {
        all.add(rate(indicator, above == null ? List.of() : above, below));
      } else if (isRate && rule.check() == Rule.Check.PART) {
        all.add(rate(indicator, List.of(), List.of()));
      }
    }
    return all;
  }

  private Assertion rate(Indicator indicator, List<Operand> above, List<Operand> below) {
    Sides line = new Sides(above, Formula.Comparison.AT_MOST, below);
    Sides rate =
        new Sides(List.of(Operand.of(indicator.code())), Formula.Comparison.EQUAL, List.of());
    return new Assertion(
        rule, indicator.label(), List.of(new Case(List.of(), List.of(line), rate)), false);
  }

  /** The figures that are added up; null when a term is counted for the rate only. */
  private List<Operand> terms(List<Indicator.Term> terms) {
    List<Operand> operands = new ArrayList<>();
    for (Indicator.Term term : terms) {
      String figure = term.indicator() == null ? cellOf(term.measure()) : term.indicator();
      if (figure == null) {
        return null;
      }
      operands.add(Operand.of(figure));
    }
    return operands;
  }

  /** The cell of the form that is counted alike; null for none. */
  private String cellOf(Measure measure) {
    return form.cells().stream()
        .filter(c -> c.findSource().map(s -> measure.equals(s.measure())).orElse(false))
        .map(Form.Cell::address)
        .findFirst()
        .orElse(null);
  }

  private List<Assertion> formula() throws FormulaException {
    Formula formula = FormulaParser.parse(rule.formula());
    List<Level> levels = new ArrayList<>();
    List<Formula> when = new ArrayList<>();
    for (String condition : rule.when()) {
      FormulaParser.Level level = FormulaParser.level(condition);
      if (level == null) {
        when.add(FormulaParser.parse(condition));
      } else {
        levels.add(new Level(level.level(), level.equal()));
      }
    }
    Formula otherwise = rule.otherwise() == null ? null : FormulaParser.parse(rule.otherwise());
    List<Formula> all = new ArrayList<>(List.of(formula));
    all.addAll(when);
    if (otherwise != null) {
      all.add(otherwise);
    }
    List<Name> names = all.stream().flatMap(Binding::names).toList();
    List<Assertion> assertions = new ArrayList<>();
    for (Map<String, String> binding : bindings(names)) {
      assertions.add(bound(formula, levels, when, otherwise, binding));
    }
    return assertions;
  }

  private Assertion bound(
      Formula formula,
      List<Level> levels,
      List<Formula> when,
      Formula otherwise,
      Map<String, String> binding)
      throws FormulaException {
    List<Sides> conditions = new ArrayList<>();
    for (Formula condition : when) {
      conditions.add(sides(condition, binding));
    }
    List<Case> cases = new ArrayList<>();
    cases.add(new Case(levels, conditions, sides(formula, binding)));
    if (otherwise != null) {
      cases.add(new Case(List.of(), List.of(), sides(otherwise, binding)));
    }
    Name first = names(formula).findFirst().orElseThrow();
    Name leftmost = formula.left().get(0).figure();
    boolean wholeCell = leftmost != null && leftmost.isCellVariable();
    return new Assertion(rule, label(first, binding), List.copyOf(cases), wholeCell);
  }

  private String label(Name first, Map<String, String> binding) {
    Set<String> addresses = new TreeSet<>(addresses(first, binding));
    if (first.isCellVariable() || first.isIndicator()) {
      return figures.get(addresses.iterator().next()).label();
    }
    for (Form.Cell cell : form.cells()) {
      if (addresses.contains(cell.address())) {
        boolean isColumn = first.column().startsWith("$");
        boolean isRow = first.row().startsWith("$");
        return isColumn && isRow
            ? cell.label()
            : isColumn ? cell.column().label() : cell.row().label();
      }
    }
    throw new IllegalStateException("no figure " + first);
  }

  private static Stream<Name> names(Formula formula) {
    return Stream.concat(formula.left().stream(), formula.right().stream())
        .filter(t -> t.figure() != null)
        .map(Term::figure);
  }

  /** Every way to fill the variables so that all figures are there. */
  private List<Map<String, String>> bindings(List<Name> names) {
    List<Map<String, String>> bindings = List.of(Map.of());
    for (String variable : List.of(Name.CELL, ROW, COLUMN)) {
      if (names.stream().anyMatch(n -> n.parts().contains(variable))) {
        Collection<String> values = valuesOf(variable);
        bindings =
            bindings.stream().flatMap(b -> values.stream().map(v -> with(b, variable, v))).toList();
      }
    }
    return bindings.stream()
        .filter(b -> names.stream().noneMatch(n -> addresses(n, b).isEmpty()))
        .toList();
  }

  private static Map<String, String> with(
      Map<String, String> binding, String variable, String value) {
    Map<String, String> more = new TreeMap<>(binding);
    more.put(variable, value);
    return more;
  }

  private Collection<String> valuesOf(String variable) {
    if (variable.equals(Name.CELL)) {
      return cellsOver();
    }
    Set<String> all = new LinkedHashSet<>();
    form.cells().forEach(c -> all.add(variable.equals(ROW) ? c.row().id() : c.column().id()));
    if (rule.over().containsKey(variable)) {
      all.retainAll(rule.over().get(variable));
    }
    return all;
  }

  private Collection<String> cellsOver() {
    Set<String> cells = new LinkedHashSet<>();
    for (String one : rule.over().getOrDefault(Name.CELL, List.of("cells"))) {
      switch (one) {
        case "cells" -> form.cells().forEach(c -> cells.add(c.address()));
        case "indicators" -> cells.addAll(declared.indicators().keySet());
        default -> cells.add(one);
      }
    }
    cells.removeIf(c -> !figures.containsKey(c));
    return cells;
  }

  private Sides sides(Formula formula, Map<String, String> binding) throws FormulaException {
    return new Sides(
        operands(formula.left(), binding),
        formula.comparison(),
        operands(formula.right(), binding));
  }

  private List<Operand> operands(List<Term> terms, Map<String, String> binding)
      throws FormulaException {
    List<Operand> operands = new ArrayList<>();
    for (Term term : terms) {
      Name name = term.figure();
      if (name == null) {
        operands.add(new Operand(term.factor(), null, Formula.Area.CHECKED, null, false));
      } else {
        for (String address : addresses(name, binding)) {
          operands.add(
              new Operand(term.factor(), name.source(), name.area(), address, name.lastYear()));
        }
      }
    }
    if (operands.size() > MOST_TERMS) {
      throw new FormulaException(
          rule.formula(),
          0,
          "a side has %d summands for form %s, %d are allowed"
              .formatted(operands.size(), form.id(), MOST_TERMS));
    }
    return operands;
  }

  /** The figures that a name means under a binding; none when one is not there. */
  List<String> addresses(Name name, Map<String, String> binding) {
    if (name.isCellVariable() || name.isIndicator()) {
      String address = binding.getOrDefault(name.column(), name.column());
      return figures.containsKey(address) ? List.of(address) : List.of();
    }
    String row = binding.getOrDefault(name.row(), name.row());
    String column = binding.getOrDefault(name.column(), name.column());
    if (!row.equals(ALL) && !column.equals(ALL)) {
      String address = Form.Cell.address(name.table(), row, column);
      return figures.containsKey(address) ? List.of(address) : List.of();
    }
    return form.cells().stream()
        .filter(c -> c.table().id().equals(name.table()))
        .filter(c -> row.equals(ALL) ? c.row().sumOf().isEmpty() : c.row().id().equals(row))
        .filter(
            c -> column.equals(ALL) ? c.column().sumOf().isEmpty() : c.column().id().equals(column))
        .map(Form.Cell::address)
        .toList();
  }
}
