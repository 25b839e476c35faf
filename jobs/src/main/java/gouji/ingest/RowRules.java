package gouji.ingest;

import gouji.contract.Condition;
import gouji.contract.DataSet;
import gouji.contract.Field;
import gouji.contract.RowRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a data set says of the values of one row together: defaults, then rules. */
final class RowRules {
  private final DataSet set;
  private final Map<String, Integer> places;

  RowRules(DataSet set, Map<String, Integer> places) {
    this.set = set;
    this.places = places;
  }

  /** Fills in what is missing and has a default. */
  void fill(TypedRow row) {
    for (int i = 0; i < row.values.length; i++) {
      Field field = set.fields().get(i);
      if (field.defaults().isEmpty() || row.values[i] != null || !row.isSound(i)) {
        continue;
      }
      for (Field.Default option : field.defaults()) {
        if (holds(row, option.where())) {
          row.values[i] =
              option.from() != null ? valueOf(row, option.from()) : typed(field, option);
          break;
        }
      }
    }
  }

  private static Object typed(Field field, Field.Default option) {
    return switch (field.type()) {
      case BOOLEAN -> Boolean.valueOf(option.value());
      case INTEGER -> Long.valueOf(option.value());
      case YEAR -> Integer.valueOf(option.value());
      case NUMBER -> new BigDecimal(option.value());
      case DATE -> LocalDate.parse(option.value());
      case STRING, CODE, VERBATIM, DATETIME -> option.value();
    };
  }

  /** Adds a problem for every rule that the row breaks; a withdrawn row need not be complete. */
  void check(TypedRow row, boolean withdrawn) {
    for (RowRule rule : set.rowRules()) {
      if (isSound(row, rule) && holds(row, rule.where())) {
        check(row, rule, withdrawn);
      }
    }
  }

  private boolean isSound(TypedRow row, RowRule rule) {
    for (String column : rule.fields()) {
      if (!row.isSound(places.get(column))) {
        return false;
      }
    }
    for (Condition condition : rule.where()) {
      if (!row.isSound(places.get(condition.field()))) {
        return false;
      }
    }
    return true;
  }

  private void check(TypedRow row, RowRule rule, boolean withdrawn) {
    String first = rule.fields().get(0);
    switch (rule.check()) {
      case ORDER -> order(row, first, rule.fields().get(1));
      case TOGETHER -> {
        String second = rule.fields().get(1);
        boolean has = valueOf(row, first) != null;
        if (!withdrawn && has != (valueOf(row, second) != null)) {
          tell(row, has ? second : first, "incomplete_pair");
        }
      }
      case REQUIRED -> {
        if (!withdrawn && valueOf(row, first) == null) {
          tell(row, first, "missing_value");
        }
      }
      case FORBIDDEN -> {
        if (valueOf(row, first) != null) {
          tell(row, first, "incomplete_pair");
        }
      }
    }
  }

  private void order(TypedRow row, String earlier, String later) {
    Object from = valueOf(row, earlier);
    Object to = valueOf(row, later);
    if (from != null && to != null && ((LocalDate) to).isBefore((LocalDate) from)) {
      tell(row, later, "dates_out_of_order");
    }
  }

  private void tell(TypedRow row, String column, String reason) {
    row.tell(places.get(column), column, reason);
  }

  private Object valueOf(TypedRow row, String column) {
    return row.values[places.get(column)];
  }

  private boolean holds(TypedRow row, List<Condition> where) {
    for (Condition condition : where) {
      if (!holds(condition, valueOf(row, condition.field()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Condition condition, Object value) {
    if (condition.is() == Condition.Is.PRESENT) {
      return value != null;
    }
    if (condition.is() == Condition.Is.MISSING) {
      return value == null;
    }
    return condition.in().isEmpty()
        ? !condition.notIn().contains(Objects.toString(value))
        : value != null && condition.in().contains(value.toString());
  }
}
