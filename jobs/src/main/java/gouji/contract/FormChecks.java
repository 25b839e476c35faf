package gouji.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a form: its names, and that every cell has one source. */
final class FormChecks {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  private final Checked checked;
  private final MeasureChecks measures;
  private final Form form;

  FormChecks(Checked checked, MeasureChecks measures, Form form) {
    this.checked = checked;
    this.measures = measures;
    this.form = form;
  }

  void run() {
    if (!ID.matcher(form.id()).matches()) {
      checked.wrong(form, "id", "the id %s must be letters, digits, - and _".formatted(form.id()));
    }
    if (form.lastYear() != null && form.lastYear() < form.firstYear()) {
      checked.wrong(form, "lastYear", "lastYear is before firstYear; swap or mend them");
    }
    form.tables().forEach(this::table);
    Set<String> addresses = new HashSet<>();
    for (Form.Cell cell : form.cells()) {
      if (!addresses.add(cell.address())) {
        checked.wrong(
            cell.row(), "id", "cell %s is there twice; name it once".formatted(cell.address()));
      }
    }
    new FormSumChecks(checked, form).run();
  }

  private void table(Form.Table table) {
    checked.name(table, "id", table.id());
    for (int i = 0; i < table.comparableWith().size(); i++) {
      if (table.comparableWith().get(i).equals(form.id())) {
        checked.wrong(table, "comparableWith", i, "a form is not compared with itself");
      }
    }
    checked.allKnown(
        table, "comparableWith", "there is no form", table.comparableWith(), checked.forms());
    for (Form.Row row : table.rows()) {
      List<Form.Column> columns = table.columnsOf(row);
      if (columns.isEmpty()) {
        checked.wrong(row, "id", "row %s has no columns; give its table some".formatted(row.id()));
      }
      checked.name(row, "id", row.id());
      columns.forEach(c -> checked.name(c, "id", c.id()));
      row(row, columns);
    }
  }

  private void row(Form.Row row, List<Form.Column> columns) {
    if (!row.sumOf().isEmpty() && (row.measure() != null || !row.cells().isEmpty())) {
      checked.wrong(
          row, "sumOf", "row %s is a sum; it has no measure or cells".formatted(row.id()));
    }
    List<String> names = columns.stream().map(Form.Column::id).toList();
    row.cells()
        .keySet()
        .forEach(
            c -> checked.known(row, "cells", "row %s has no column".formatted(row.id()), c, names));
    if (row.measure() != null) {
      measures.run(row.measure());
    }
    for (Form.Source source : row.cells().values()) {
      if (source.fact() == null) {
        measures.run(source.measure());
      } else {
        fact(source);
      }
    }
    if (row.sumOf().isEmpty()) {
      columns.stream().filter(c -> c.sumOf().isEmpty()).forEach(c -> cell(row, c));
    }
  }

  private void cell(Form.Row row, Form.Column column) {
    if (row.cells().containsKey(column.id())) {
      return;
    }
    if (row.measure() == null) {
      checked.wrong(
          row,
          "id",
          "the cell in row %s, column %s has no source; give the row a measure, or the cell one"
                  .formatted(row.id(), column.id())
              + " under cells");
    } else {
      measures.added(row.measure(), column.where());
    }
  }

  private void fact(Form.Source source) {
    checked.known(source, "fact", "there is no fact", source.fact(), checked.facts());
    Indicator found = checked.declared().indicators().get(source.fact());
    if (found != null && found.isRate()) {
      checked.wrong(
          source,
          "fact",
          "%s is a rate, which no cell can sum; name a fact".formatted(source.fact()));
    }
  }
}
