package gouji.published;

import gouji.contract.Form;
import gouji.contract.Written;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells by a printed sum whether values stand in their own columns.
 *
 * @param table the table
 * @param row the row
 */
record RowSum(Form.Table table, RowItems row) {

  /** Whether the row has a sum, and the values add up to it; marks for nothing count as 0. */
  boolean holds(List<Item> values) {
    List<Form.Column> columns = table.columnsOf(table.rows().get(row.row()));
    if (columns.size() == 1) {
      return true;
    }
    Map<String, BigDecimal> numbers = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Written written = Written.of(values.get(i).raw(), columns.get(i).unit());
      numbers.put(columns.get(i).id(), written.isNumber() ? written.number() : BigDecimal.ZERO);
    }
    return columns.stream()
        .filter(c -> !c.sumOf().isEmpty())
        .anyMatch(
            c ->
                c.sumOf().stream()
                        .map(numbers::get)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(numbers.get(c.id()))
                    == 0);
  }

  /**
   * Whether of all cells just the total behind them is empty, and the last value is no total of
   * those before it: then none of the values can stand for another column.
   */
  boolean lacksTotal(List<Item> cells) {
    List<Form.Column> columns = table.columnsOf(table.rows().get(row.row()));
    int last = columns.size() - 1;
    boolean isTotalOfAll = columns.get(last).sumOf().size() == last && last > 1;
    if (!isTotalOfAll || !cells.get(last).isEmpty() || RowItems.filled(cells) != last) {
      return false;
    }
    BigDecimal others = BigDecimal.ZERO;
    for (int i = 0; i < last; i++) {
      Written written = Written.of(cells.get(i).raw(), columns.get(i).unit());
      if (!written.isNumber()) {
        return false;
      }
      others = i < last - 1 ? others.add(written.number()) : others.subtract(written.number());
    }
    return others.signum() != 0;
  }
}
