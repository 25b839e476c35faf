package gouji.contract;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks conditions, and values as text, against the columns that they are about. */
final class ConditionChecks {
  private static final Set<FieldType> DAYS = EnumSet.of(FieldType.DATE, FieldType.DATETIME);
  private static final Set<Condition.Is> OF_ANY_VALUE =
      EnumSet.of(Condition.Is.PRESENT, Condition.Is.MISSING);

  private final Checked checked;

  ConditionChecks(Checked checked) {
    this.checked = checked;
  }

  /** Conditions over one row as it comes in: there is no report year yet. */
  void ofRow(DataSet set, List<Condition> conditions) {
    for (Condition condition : conditions) {
      check(set, condition);
      if (condition.is() != null && !OF_ANY_VALUE.contains(condition.is())) {
        checked.wrong(
            condition,
            "is",
            "%s asks for a report year, which a row coming in does not have; ask present or missing"
                .formatted(Words.of(condition.is())));
      }
    }
  }

  /** Conditions of a measure: over records in force, in a report year. */
  void ofMeasure(DataSet set, List<Condition> conditions) {
    for (Condition condition : conditions) {
      check(set, condition);
      figure(set, condition, "field", condition.field());
    }
  }

  /** A column that a figure uses must be one whose values are all sound. */
  void figure(DataSet set, Object owner, String property, String column) {
    if (set.findField(column).filter(Field::lenient).isPresent()) {
      checked.wrong(
          owner,
          property,
          "column %s of %s is lenient, and no figure may use such a column; make it strict"
              .formatted(column, set.name()));
    }
  }

  private void check(DataSet set, Condition condition) {
    Set<String> names = columns(set);
    checked.known(condition, "field", set.name() + " has no column", condition.field(), names);
    if (condition.notAfter() != null) {
      checked.known(
          condition, "notAfter", set.name() + " has no column", condition.notAfter(), names);
      days(set, condition, "notAfter", condition.notAfter());
      days(set, condition, "field", condition.field());
    }
    if (condition.is() != null && !OF_ANY_VALUE.contains(condition.is())) {
      dayOrYear(set, condition);
    }
    set.findField(condition.field()).ifPresent(f -> values(f, condition));
  }

  private static Set<String> columns(DataSet set) {
    Set<String> names = new TreeSet<>(set.fields().stream().map(Field::name).toList());
    if (set.version() != null) {
      names.add(DataSet.ENDS_ON);
    }
    return names;
  }

  private void days(DataSet set, Condition condition, String property, String column) {
    set.findField(column)
        .filter(f -> f.type() != FieldType.DATE)
        .ifPresent(
            f ->
                checked.wrong(
                    condition,
                    property,
                    "notAfter compares date columns; %s is of type %s"
                        .formatted(column, Words.of(f.type()))));
  }

  private void dayOrYear(DataSet set, Condition condition) {
    set.findField(condition.field())
        .filter(f -> !DAYS.contains(f.type()) && f.type() != FieldType.YEAR)
        .ifPresent(
            f ->
                checked.wrong(
                    condition,
                    "is",
                    "%s asks for a date or year column; %s is of type %s"
                        .formatted(Words.of(condition.is()), f.name(), Words.of(f.type()))));
  }

  private void values(Field field, Condition condition) {
    for (int i = 0; i < condition.in().size(); i++) {
      value(field, condition, "in", i, condition.in().get(i));
    }
    for (int i = 0; i < condition.notIn().size(); i++) {
      value(field, condition, "notIn", i, condition.notIn().get(i));
    }
  }

  private void value(Field field, Condition condition, String property, int index, String value) {
    findFault(field, value).ifPresent(f -> checked.wrong(condition, property, index, f));
  }

  /** What is wrong with a value of a column, written as text; empty when it is sound. */
  Optional<String> findFault(Field field, String value) {
    Set<String> codes = codes(field);
    if (codes.contains(value)) {
      return Optional.empty();
    }
    if (!codes.isEmpty()) {
      String none = "column %s has no code".formatted(field.name());
      return Optional.of(Checked.unknown(none, value, codes));
    }
    return isSound(field.type(), value)
        ? Optional.empty()
        : Optional.of(
            "%s is no value of column %s, which is of type %s"
                .formatted(value, field.name(), Words.of(field.type())));
  }

  private Set<String> codes(Field field) {
    if (field.codes() == Field.CodeList.FACTS) {
      return checked.facts();
    }
    if (field.codes() == Field.CodeList.FORMS) {
      return checked.forms();
    }
    return new TreeSet<>(field.categories().stream().map(Field.Category::value).toList());
  }

  private static boolean isSound(FieldType type, String value) {
    return switch (type) {
      case STRING, CODE, VERBATIM, DATETIME -> true;
      case BOOLEAN -> value.equals("true") || value.equals("false");
      case INTEGER -> value.matches("-?[0-9]{1,9}");
      case NUMBER -> value.matches("-?[0-9]{1,17}([.][0-9]{1,6})?");
      case YEAR -> value.matches("[0-9]{4}");
      case DATE -> isDay(value);
    };
  }

  private static boolean isDay(String value) {
    try {
      return LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
