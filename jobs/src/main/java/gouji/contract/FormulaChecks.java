package gouji.contract;

import gouji.contract.Formula.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the formulas of a rule: their words, their names, and that they bind to something. */
final class FormulaChecks {
  private static final Set<String> VARIABLES = Set.of("$row", "$col", Name.CELL);
  private static final Pattern YEARS = Pattern.compile("\\d{4}([.][.]\\d{4})?");

  private final Checked checked;
  private final Rule rule;
  private final Function<Form, Map<String, Figure>> figures;
  private final List<Form> forms = new ArrayList<>();
  private boolean isSound = true;

  /**
   * Checks a rule.
   *
   * @param figures the figures of a form, indicators included, by address
   */
  FormulaChecks(Checked checked, Rule rule, Function<Form, Map<String, Figure>> figures) {
    this.checked = checked;
    this.rule = rule;
    this.figures = figures;
    checked.declared().forms().values().stream()
        .filter(f -> rule.forms().isEmpty() || rule.forms().contains(f.id()))
        .forEach(forms::add);
  }

  void run() {
    if (rule.years() != null && !YEARS.matcher(rule.years()).matches()) {
      checked.wrong(
          rule,
          "years",
          "years is %s; write a year or a span such as 2019..2020".formatted(rule.years()));
    }
    for (String year : rule.severityIn().keySet()) {
      if (!year.matches("\\d{4}")) {
        checked.wrong(rule, "severityIn", "%s is no report year".formatted(year));
      }
    }
    checked.allKnown(
        rule, "over", "there is no variable", List.copyOf(rule.over().keySet()), VARIABLES);
    if (rule.formula() == null) {
      return;
    }
    check("formula", -1, rule.formula());
    for (int i = 0; i < rule.when().size(); i++) {
      condition(i, rule.when().get(i));
    }
    if (rule.otherwise() != null) {
      check("otherwise", -1, rule.otherwise());
    }
    if (isSound) {
      bind();
    }
  }

  private void condition(int index, String text) {
    try {
      FormulaParser.Level level = FormulaParser.level(text);
      if (level == null) {
        check("when", index, text);
      } else if (!levels().isEmpty() && !levels().contains(level.level())) {
        wrong(
            "when",
            index,
            new FormulaException(
                text,
                level.at(),
                "there is no level %s.%s"
                    .formatted(level.level(), Nearest.hint(level.level(), levels()))));
      }
    } catch (FormulaException e) {
      wrong("when", index, e);
    }
  }

  private List<String> levels() {
    DataSet units = checked.declared().dataSets().get("units");
    return units == null
        ? List.of()
        : units.fields().stream()
            .filter(f -> f.name().equals("level"))
            .flatMap(f -> f.categories().stream())
            .map(c -> c.value())
            .toList();
  }

  private void check(String property, int index, String text) {
    try {
      Formula formula = FormulaParser.parse(text);
      List<Name> names =
          Stream.concat(formula.left().stream(), formula.right().stream())
              .map(Formula.Term::figure)
              .filter(n -> n != null)
              .toList();
      if (names.isEmpty()) {
        throw new FormulaException(text, 0, "a formula must name a figure");
      }
      for (Name name : names) {
        check(text, name);
      }
    } catch (FormulaException e) {
      wrong(property, index, e);
    }
  }

  private void check(String text, Name name) throws FormulaException {
    if (name.isIndicator()) {
      if (!checked.indicators().contains(name.column())) {
        throw new FormulaException(
            text,
            name.at(),
            "there is no indicator %s.%s"
                .formatted(name.column(), Nearest.hint(name.column(), checked.indicators())));
      }
      Indicator indicator = checked.declared().indicators().get(name.column());
      if (name.area() == Formula.Area.CHILDREN && indicator != null && indicator.isRate()) {
        throw new FormulaException(
            text, name.at(), "%s is a rate, and rates are not added up".formatted(name.column()));
      }
      return;
    }
    if (name.isCellVariable()) {
      rateOverChildren(text, name);
      return;
    }
    for (Form form : forms) {
      cell(text, name, form);
    }
  }

  private void rateOverChildren(String text, Name name) throws FormulaException {
    boolean hasRates =
        rule.over().getOrDefault(Name.CELL, List.of()).stream()
            .anyMatch(
                c ->
                    c.equals("indicators")
                        || (checked.declared().indicators().containsKey(c)
                            && checked.declared().indicators().get(c).isRate()));
    if (name.area() == Formula.Area.CHILDREN && hasRates) {
      throw new FormulaException(
          text, name.at(), "$cell ranges over rates, too, and rates are not added up");
    }
  }

  private void cell(String text, Name name, Form form) throws FormulaException {
    List<String> tables = form.tables().stream().map(Form.Table::id).toList();
    known(text, name, "form %s has no table".formatted(form.id()), name.table(), tables);
    List<Form.Cell> cells =
        form.cells().stream().filter(c -> c.table().id().equals(name.table())).toList();
    Set<String> rows = new TreeSet<>();
    Set<String> columns = new TreeSet<>();
    for (Form.Cell cell : cells) {
      rows.add(cell.row().id());
      if (isOpen(name.row()) || cell.row().id().equals(name.row())) {
        columns.add(cell.column().id());
      }
    }
    String none = "table %s of form %s has no".formatted(name.table(), form.id());
    if (!isOpen(name.row())) {
      known(text, name, none + " row", name.row(), rows);
    }
    if (!isOpen(name.column())) {
      known(
          text,
          name,
          isOpen(name.row()) ? none + " column" : none + " cell " + name.row() + ":",
          name.column(),
          columns);
    }
  }

  /** Whether a part of a name is filled later. */
  private boolean isOpen(String part) throws FormulaException {
    return part.startsWith("$") || part.equals("*");
  }

  private static void known(
      String text, Name name, String none, String typed, Collection<String> known)
      throws FormulaException {
    if (!known.contains(typed)) {
      String space = none.endsWith(":") ? "" : " ";
      throw new FormulaException(
          text, name.at(), none + space + typed + "." + Nearest.hint(typed, known));
    }
  }

  private void bind() {
    for (Form form : forms) {
      try {
        Map<String, Figure> known = figures.apply(form);
        if (new Binding(checked.declared(), form, known, rule).assertions().isEmpty()) {
          checked.wrong(
              rule,
              "formula",
              "the formula finds nothing to check in form %s; mend it or its over, or leave the form"
                      .formatted(form.id())
                  + " out of forms");
        }
      } catch (FormulaException e) {
        wrong("formula", -1, e);
      } catch (RuntimeException e) {
        // What is wrong with the form or an indicator is told there.
        if (checked.mistakes().isEmpty()) {
          throw e;
        }
      }
    }
  }

  private void wrong(String property, int index, FormulaException e) {
    isSound = false;
    if (index < 0) {
      checked.wrong(rule, property, e.told());
    } else {
      checked.wrong(rule, property, index, e.told());
    }
  }
}
