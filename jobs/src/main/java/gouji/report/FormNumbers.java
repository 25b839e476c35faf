package gouji.report;

import gouji.contract.Form;
import java.math.BigDecimal;
import java.util.Map;

/** The cells' values as a form prints them. */
record FormNumbers(Map<String, BigDecimal> values) {

  /** A cell of the form, at its place in a printed table. */
  ReportTable.Cell cell(int at, int place, Form.Table table, Form.Row row, Form.Column column) {
    return ReportTable.Cell.number(at, place, figure(table, row, column))
        .of(Form.Cell.address(table.id(), row.id(), column.id()));
  }

  /** The number of a cell; null when it is absent. */
  Figure figure(Form.Table table, Form.Row row, Form.Column column) {
    BigDecimal value = values.get(Form.Cell.address(table.id(), row.id(), column.id()));
    if (value == null) {
      return null;
    }
    Figure figure = Figure.of(value, column.unit());
    if (Figure.isMoney(column.unit()) && !column.label().contains(column.unit())) {
      figure = figure.withSuffix(column.unit());
    }
    return column.signed() ? figure.withSign() : figure;
  }
}
