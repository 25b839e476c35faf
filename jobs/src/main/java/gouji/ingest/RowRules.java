package gouji.ingest;

import gouji.contract.Condition;
import gouji.contract.DataSet;
import gouji.contract.Field;
import gouji.contract.RowRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a data set says of the values of one row together: defaults, then rules. */
final class RowRules {
  private final List<Filled> filled = new ArrayList<>();
  private final List<Checked> checked = new ArrayList<>();

  RowRules(DataSet set, Map<String, Integer> places) {
    for (Field field : set.fields()) {
      if (!field.defaults().isEmpty()) {
        filled.add(new Filled(field, places));
      }
    }
    set.rowRules().forEach(r -> checked.add(new Checked(r, places)));
  }

  /** Fills in what is missing and has a default. */
  void fill(TypedRow row) {
    for (Filled field : filled) {
      if (row.values[field.place] == null && row.isSound(field.place)) {
        field.fill(row);
      }
    }
  }

  /** Adds a problem for every rule that the row breaks; a withdrawn row need not be complete. */
  void check(TypedRow row, boolean withdrawn) {
    for (Checked rule : checked) {
      if (rule.isSound(row) && holds(row, rule.where)) {
        rule.check(row, withdrawn);
      }
    }
  }

  private static boolean holds(TypedRow row, List<Test> tests) {
    for (Test test : tests) {
      if (!holds(test.condition, row.values[test.place])) {
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

  /** A condition, and where the value stands that it is about. */
  private record Test(Condition condition, int place) {
    static List<Test> of(List<Condition> conditions, Map<String, Integer> places) {
      return conditions.stream().map(c -> new Test(c, places.get(c.field()))).toList();
    }
  }

  /** A field that has defaults. */
  private static final class Filled {
    private final int place;
    private final List<Choice> choices = new ArrayList<>();

    Filled(Field field, Map<String, Integer> places) {
      place = places.get(field.name());
      for (Field.Default option : field.defaults()) {
        boolean isCopied = option.from() != null;
        choices.add(
            new Choice(
                Test.of(option.where(), places),
                isCopied ? places.get(option.from()) : -1,
                isCopied ? null : typed(field, option)));
      }
    }

    void fill(TypedRow row) {
      for (Choice choice : choices) {
        if (holds(row, choice.where)) {
          row.values[place] = choice.from >= 0 ? row.values[choice.from] : choice.value;
          break;
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
  }

  /** A default: another column's value, or one of its own. */
  private record Choice(List<Test> where, int from, Object value) {}

  /** A rule, and where the values stand that it is about. */
  private static final class Checked {
    private final RowRule rule;
    private final List<Integer> fields;
    private final List<Test> where;

    Checked(RowRule rule, Map<String, Integer> places) {
      this.rule = rule;
      fields = rule.fields().stream().map(places::get).toList();
      where = Test.of(rule.where(), places);
    }

    boolean isSound(TypedRow row) {
      if (row.problems.isEmpty()) {
        return true;
      }
      return fields.stream().allMatch(row::isSound)
          && where.stream().allMatch(t -> row.isSound(t.place));
    }

    void check(TypedRow row, boolean withdrawn) {
      Object first = row.values[fields.get(0)];
      switch (rule.check()) {
        case ORDER -> {
          Object later = row.values[fields.get(1)];
          if (first != null && later != null && ((LocalDate) later).isBefore((LocalDate) first)) {
            tell(row, 1, "dates_out_of_order");
          }
        }
        case TOGETHER -> {
          boolean has = first != null;
          if (!withdrawn && has != (row.values[fields.get(1)] != null)) {
            tell(row, has ? 1 : 0, "incomplete_pair");
          }
        }
        case REQUIRED -> {
          if (!withdrawn && first == null) {
            tell(row, 0, "missing_value");
          }
        }
        case FORBIDDEN -> {
          if (first != null) {
            tell(row, 0, "incomplete_pair");
          }
        }
      }
    }

    private void tell(TypedRow row, int field, String reason) {
      row.tell(fields.get(field), rule.fields().get(field), reason);
    }
  }
}
