package gouji.report;

import gouji.contract.Form;
import java.math.BigDecimal;
import java.util.Map;

/** The cells' values as a form prints them. */
record FormNumbers(Map<String, BigDecimal> values) {

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
