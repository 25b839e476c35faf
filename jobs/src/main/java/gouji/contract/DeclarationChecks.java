package gouji.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks the references between declarations; a mistake names file, line, value and what to do. */
final class DeclarationChecks {
  private final Declarations declared;
  private final Map<String, String> texts;
  private final List<String> mistakes = new ArrayList<>();

  DeclarationChecks(Declarations declared, Map<String, String> texts) {
    this.declared = declared;
    this.texts = texts;
  }

  List<String> mistakes() {
    declared.dataSets().values().forEach(this::dataSet);
    declared.forms().values().forEach(this::form);
    formYears();
    declared.indicators().values().forEach(this::indicator);
    declared.rules().values().forEach(this::rule);
    return mistakes;
  }

  private void known(
      String file, String what, String name, Collection<String> known, String owner) {
    if (!known.contains(name)) {
      add(
          file,
          name,
          "%s %s is not known to %s.%s".formatted(what, name, owner, Nearest.hint(name, known)));
    }
  }

  private void add(String file, String value, String message) {
    mistakes.add(
        "schemas/%s:%d: %s"
            .formatted(file, Lines.of(texts.getOrDefault(file, ""), '"' + value + '"'), message));
  }

  private void dataSet(DataSet set) {
    String file = "datasets/" + set.name() + ".json";
    Set<String> names = new TreeSet<>();
    Map<String, String> headers = new HashMap<>();
    for (Field field : set.fields()) {
      if (!names.add(field.name())) {
        add(file, field.name(), "column " + field.name() + " is declared twice; name it once");
      }
      header(file, headers, field.name(), field);
      header(file, headers, field.title(), field);
      field.labels().forEach(l -> header(file, headers, l.label(), field));
    }
    set.primaryKey().forEach(k -> known(file, "key column", k, names, set.name()));
    set.events().forEach(e -> known(file, "event column", e, names, set.name()));
    for (RowRule rule : set.rowRules()) {
      rule.fields().forEach(f -> known(file, "column", f, names, set.name()));
      rule.where().forEach(c -> condition(file, set, c));
    }
    for (Field field : set.fields()) {
      field.defaults().forEach(d -> d.where().forEach(c -> condition(file, set, c)));
    }
  }

  private void header(String file, Map<String, String> headers, String label, Field field) {
    String before = headers.put(Labels.normal(label), field.name());
    if (before != null && !before.equals(field.name())) {
      add(
          file,
          label,
          "header %s names both %s and %s; keep it at one of them"
              .formatted(label, before, field.name()));
    }
  }

  private void condition(String file, DataSet set, Condition condition) {
    Set<String> names = new TreeSet<>();
    set.fields().forEach(f -> names.add(f.name()));
    if (set.version() != null) {
      names.add(DataSet.ENDS_ON);
    }
    known(file, "column", condition.field(), names, set.name());
    if (condition.notAfter() != null) {
      String other = condition.notAfter();
      known(file, "column", /* name= */ other, names, /* owner= */ set.name());
    }
    Set<String> codes = new TreeSet<>();
    set.findField(condition.field())
        .ifPresent(f -> f.categories().forEach(c -> codes.add(c.value())));
    if (!codes.isEmpty()) {
      String owner = set.name() + "." + condition.field();
      condition.in().forEach(v -> known(file, "code", v, codes, owner));
      condition.notIn().forEach(v -> known(file, "code", v, codes, owner));
    }
  }

  private void measure(String file, Measure measure) {
    known(file, "data set", measure.dataset(), declared.dataSets().keySet(), "the data sets");
    DataSet set = declared.dataSets().get(measure.dataset());
    if (set == null) {
      return;
    }
    measure.any().forEach(a -> a.forEach(c -> condition(file, set, c)));
    measure.less().forEach(a -> a.forEach(c -> condition(file, set, c)));
    List<String> names = set.fields().stream().map(Field::name).toList();
    measure.distinct().forEach(d -> known(file, "column", d, names, set.name()));
    if (measure.sum() != null) {
      known(file, "column", measure.sum(), names, set.name());
      set.findField(measure.sum())
          .filter(f -> f.type() != FieldType.NUMBER)
          .ifPresent(f -> add(file, f.name(), "column " + f.name() + " is no number to sum"));
    }
  }

  private void form(Form form) {
    String file = "forms/" + form.id() + ".json";
    Set<String> addresses = new HashSet<>();
    List<String> facts = declared.facts().stream().map(Indicator::code).toList();
    for (Form.Cell cell : form.cells()) {
      if (!addresses.add(cell.address())) {
        add(file, cell.row().id(), "cell " + cell.address() + " occurs twice; name it once");
      }
      if (cell.row().sumOf().isEmpty()
          && cell.column().sumOf().isEmpty()
          && cell.row().measure() == null
          && !cell.row().cells().containsKey(cell.column().id())) {
        add(
            file,
            cell.row().id(),
            "cell "
                + cell.address()
                + " has no source; give the row a measure, or the cell one under cells");
        continue;
      }
      cell.findSource()
          .ifPresent(
              s -> {
                if (s.fact() != null) {
                  known(file, "fact", s.fact(), facts, "the facts");
                } else {
                  measure(file, s.measure());
                }
              });
    }
    for (Form.Cell cell : form.cells()) {
      cell.parts().forEach(p -> known(file, "summand", p, addresses, form.id()));
    }
    for (Form.Table table : form.tables()) {
      for (Form.Row row : table.rows()) {
        sumRule(file, "row " + row.id(), row.sumOf(), row.sumRule());
        table
            .columnsOf(row)
            .forEach(c -> sumRule(file, "column " + c.id(), c.sumOf(), c.sumRule()));
      }
    }
    form.tables()
        .forEach(
            t ->
                t.comparableWith()
                    .forEach(f -> known(file, "form", f, declared.forms().keySet(), "the forms")));
  }

  private void sumRule(String file, String what, List<String> sumOf, String sumRule) {
    Rule rule = sumRule == null ? null : declared.rules().get(sumRule);
    if (sumOf.isEmpty() ? sumRule != null : rule == null || rule.check() != Rule.Check.FORM_SUM) {
      add(
          file,
          String.valueOf(sumRule),
          "%s needs sumOf and, as its sumRule, the id of a rule with check form_sum; it has %s"
              .formatted(what, sumRule));
    }
  }

  private void formYears() {
    for (Form a : declared.forms().values()) {
      for (Form b : declared.forms().values()) {
        if (a.id().compareTo(b.id()) < 0 && (a.isFor(b.firstYear()) || b.isFor(a.firstYear()))) {
          add(
              "forms/" + b.id() + ".json",
              b.id(),
              "forms %s and %s share a report year; end one before the other begins"
                  .formatted(a.id(), b.id()));
        }
      }
    }
  }

  private void indicator(Indicator indicator) {
    String file = "indicators/" + indicator.code() + ".json";
    if (indicator.measure() != null) {
      measure(file, indicator.measure());
    }
    if (indicator.base() != null) {
      known(file, "indicator", indicator.base(), declared.indicators().keySet(), "the indicators");
    }
    List<Indicator.Term> terms = new ArrayList<>(indicator.numerator());
    terms.addAll(indicator.denominator());
    for (Indicator.Term term : terms) {
      if (term.measure() != null) {
        measure(file, term.measure());
      } else {
        known(
            file, "indicator", term.indicator(), declared.indicators().keySet(), "the indicators");
      }
    }
  }

  private void rule(Rule rule) {
    String file = "rules/" + rule.id() + ".json";
    rule.forms().forEach(f -> known(file, "form", f, declared.forms().keySet(), "the forms"));
    if (rule.severity() == Rule.Severity.ERROR && (rule.basis() == null)) {
      add(file, rule.id(), "rule " + rule.id() + " is an error without a basis; name the notice");
    }
    boolean fails = rule.examples().stream().anyMatch(e -> e.verdict().equals("fail"));
    if (rule.check() == Rule.Check.FORMULA && !fails) {
      add(file, rule.id(), "rule " + rule.id() + " has no example that fails it; add one");
    }
  }
}
