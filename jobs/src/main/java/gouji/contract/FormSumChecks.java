package gouji.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks the sums of a form: their parts, that none contains itself, and the rules they give. */
final class FormSumChecks {
  private final Checked checked;
  private final Form form;
  private final Map<String, Form.Cell> cells = new TreeMap<>();

  FormSumChecks(Checked checked, Form form) {
    this.checked = checked;
    this.form = form;
    form.cells().forEach(c -> cells.put(c.address(), c));
  }

  /** Ids of the rules that follow from sums of the form. */
  static Set<String> rules(Form form) {
    Set<String> rules = new TreeSet<>();
    for (Form.Cell cell : form.cells()) {
      rules.add(String.valueOf(cell.row().sumRule()));
      rules.add(String.valueOf(cell.column().sumRule()));
    }
    return rules;
  }

  void run() {
    for (Form.Table table : form.tables()) {
      List<String> rows = table.rows().stream().map(Form.Row::id).toList();
      for (Form.Row row : table.rows()) {
        checked.allKnown(
            row, "sumOf", "table %s has no row".formatted(table.id()), row.sumOf(), rows);
        sumRule(row, row.sumOf(), row.sumRule());
        List<Form.Column> columns = table.columnsOf(row);
        List<String> names = columns.stream().map(Form.Column::id).toList();
        for (Form.Column column : columns) {
          String what = "table %s has no column".formatted(table.id());
          checked.allKnown(column, "sumOf", what, column.sumOf(), names);
          sumRule(column, column.sumOf(), column.sumRule());
        }
      }
    }
    cells.values().forEach(this::parts);
  }

  private void sumRule(Object owner, List<String> sumOf, String id) {
    if (sumOf.isEmpty() && id == null) {
      return;
    }
    if (sumOf.isEmpty()) {
      checked.wrong(owner, "sumRule", "a sumRule belongs to a sum; add sumOf, or leave it out");
      return;
    }
    if (id == null) {
      checked.wrong(
          owner,
          "sumOf",
          "a sum must have a sumRule, the id of a rule with check form_sum; add it");
      return;
    }
    checked.known(owner, "sumRule", "there is no rule", id, checked.rules());
    Rule rule = checked.declared().rules().get(id);
    if (rule == null) {
      return;
    }
    if (rule.check() != Rule.Check.FORM_SUM) {
      checked.wrong(
          owner,
          "sumRule",
          "rule %s has check %s; a sumRule must have check form_sum"
              .formatted(id, Words.of(rule.check())));
    } else if (!rule.forms().isEmpty() && !rule.forms().contains(form.id())) {
      checked.wrong(
          owner, "sumRule", "rule %s is not for form %s; add it there".formatted(id, form.id()));
    }
  }

  private void parts(Form.Cell cell) {
    boolean across = !cell.column().sumOf().isEmpty();
    Object owner = across ? cell.column() : cell.row();
    List<String> rows = cell.table().rows().stream().map(Form.Row::id).toList();
    if (!across && rows.containsAll(cell.row().sumOf())) {
      for (String part : cell.parts()) {
        if (!cells.containsKey(part)) {
          checked.wrong(
              owner,
              "sumOf",
              "cell %s adds up %s, which is no cell".formatted(cell.address(), part));
        }
      }
    }
    List<String> circle = circle(cell.address(), new LinkedHashSet<>());
    if (!circle.isEmpty() && circle.get(0).equals(cell.address())) {
      checked.wrong(
          owner,
          "sumOf",
          "cell %s adds up itself: %s".formatted(cell.address(), String.join(" > ", circle)));
    }
  }

  /** The way from a cell back to itself; empty when there is none. */
  private List<String> circle(String address, Set<String> way) {
    Form.Cell cell = cells.get(address);
    if (cell == null) {
      return List.of();
    }
    if (!way.add(address)) {
      List<String> circle = new ArrayList<>(way);
      circle.add(address);
      return circle.subList(circle.indexOf(address), circle.size());
    }
    for (String part : cell.parts()) {
      List<String> circle = circle(part, way);
      if (!circle.isEmpty()) {
        return circle;
      }
    }
    way.remove(address);
    return List.of();
  }
}
