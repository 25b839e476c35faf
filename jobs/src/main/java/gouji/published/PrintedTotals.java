package gouji.published;

import gouji.contract.Form;
import gouji.contract.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Totals of rows that left empty cells out. Where in every row of several values the last is the
 * sum of those before it, the last is the total, though nobody can tell of which columns the others
 * are.
 *
 * @param table the table
 * @param order where rows stand in the form
 * @param rows the rows that are there
 */
record PrintedTotals(Form.Table table, RowOrder order, List<RowItems> rows) {
  /** A sum of several other values is no chance, once another row says the same. */
  private static final int SEVERAL = 3;

  /** The rows of which the total is told; null for the others. */
  List<ReadRow> read() {
    List<Form.Column> columns = table.columns();
    int last = columns.size() - 1;
    boolean hasTotal = last > 1 && columns.get(last).sumOf().size() == last;
    List<ReadRow> read = new ArrayList<>();
    boolean isTold = hasTotal && isTold();
    for (RowItems row : rows) {
      List<BigDecimal> numbers = numbers(row).orElse(List.of());
      boolean isSure =
          isTold
              && numbers.size() > 1
              && numbers.get(numbers.size() - 1).signum() > 0
              && order.isFollowed(row);
      read.add(isSure ? of(row) : null);
    }
    return read;
  }

  private ReadRow of(RowItems row) {
    List<Item> known = new ArrayList<>(Collections.nCopies(row.columns(), null));
    List<Item> values = row.all().stream().filter(i -> !i.isEmpty()).toList();
    known.set(row.columns() - 1, values.get(values.size() - 1));
    return new ReadRow(row.row(), known);
  }

  private boolean isTold() {
    int several = 0;
    int sums = 0;
    for (RowItems row : rows) {
      Optional<List<BigDecimal>> numbers = numbers(row);
      int many = numbers.map(List::size).orElse(0);
      if (numbers.isEmpty() || (many > 1 && !isSum(numbers.get()))) {
        return false;
      }
      boolean isMore = many > 1 && numbers.get().get(many - 1).signum() > 0;
      sums += isMore ? 1 : 0;
      several += isMore && many >= SEVERAL ? 1 : 0;
    }
    return several > 0 && sums > 1;
  }

  private static boolean isSum(List<BigDecimal> numbers) {
    BigDecimal last = numbers.get(numbers.size() - 1);
    BigDecimal all = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return all.subtract(last).compareTo(last) == 0;
  }

  /** The numbers behind a label; empty where something else stands there, or too many. */
  private static Optional<List<BigDecimal>> numbers(RowItems row) {
    List<Item> values = row.all().stream().filter(i -> !i.isEmpty()).toList();
    List<BigDecimal> numbers =
        values.stream()
            .map(i -> i.isWhole() ? Written.of(i.raw(), null).number() : null)
            .filter(Objects::nonNull)
            .toList();
    boolean isSound = numbers.size() == values.size() && values.size() <= row.columns();
    return isSound ? Optional.of(numbers) : Optional.empty();
  }
}
