package gouji.ingest;

import gouji.contract.Condition;
import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.Field;
import gouji.contract.FieldType;
import gouji.contract.Form;
import gouji.contract.RowRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the cells of a row into typed values, with every problem that the declaration sees. */
final class RowTyping {
  /** Separates the values of a key; occurs in no text that a person types. */
  static final String KEY_SEPARATOR = "\u001f";

  private static final Pattern SEPARATORS = Pattern.compile("[、,;]");

  private final DataSet set;
  private final Declarations declared;
  private final List<Field> fields;
  private final Codes[] codes;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Set<String>> cellsOfForm = new HashMap<>();
  private final PartyKeys parties;

  RowTyping(DataSet set, Declarations declared, Masking masking) {
    this.set = set;
    this.declared = declared;
    this.fields = set.fields();
    codes = new Codes[fields.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Codes.of(fields.get(i), declared);
      places.put(fields.get(i).name(), i);
    }
    for (Form form : declared.forms().values()) {
      Set<String> cells = new HashSet<>();
      form.cells().forEach(c -> cells.add(c.address()));
      cellsOfForm.put(form.id(), cells);
    }
    parties = new PartyKeys(set, places, masking);
  }

  /** The typed row; personal values are masked in it. */
  TypedRow typed(RawRow raw, Binding binding) {
    TypedRow row = new TypedRow(fields.size());
    String[] written = new String[fields.size()];
    for (int i = 0; i < raw.cells().size() && i < binding.size(); i++) {
      Binding.Target target = binding.at(i);
      if (target != null) {
        written[target.field()] = raw.cells().get(i).text();
        value(row, target, raw.cells().get(i));
      }
    }
    boolean withdrawn = Boolean.TRUE.equals(valueOf(row, "withdrawn"));
    required(row, withdrawn);
    defaults(row);
    codesOfForm(row, written);
    for (RowRule rule : set.rowRules()) {
      rule(row, rule, withdrawn, written);
    }
    parties.finish(row);
    return row;
  }

  private Object valueOf(TypedRow row, String column) {
    Integer place = places.get(column);
    return place == null ? null : row.values[place];
  }

  private void value(TypedRow row, Binding.Target target, RawCell cell) {
    if (Texts.isEmpty(cell.text())) {
      if (fields.get(target.field()).type() == FieldType.VERBATIM) {
        row.values[target.field()] = cell.text();
      }
      return;
    }
    Field field = fields.get(target.field());
    Parsed parsed = parsed(field, target, cell);
    if (parsed.reason() == null) {
      row.values[target.field()] = parsed.value();
    } else if (field.lenient()) {
      row.keptRaw.put(field.name(), cell.text());
    } else {
      row.problems.add(new Problem(field.name(), parsed.reason(), cell.text()));
    }
  }

  private Parsed parsed(Field field, Binding.Target target, RawCell cell) {
    return switch (field.type()) {
      case STRING -> Values.text(cell);
      case VERBATIM -> new Parsed(cell.text(), null);
      case CODE -> code(field, target.field(), cell);
      case INTEGER -> bounded(field, Values.integer(cell));
      case YEAR -> year(bounded(field, Values.integer(cell)));
      case NUMBER -> bounded(field, Values.number(cell, field.decimals(), target.factor()));
      case BOOLEAN -> Values.bool(cell);
      case DATE ->
          field.openEnd() && Values.isOpenEnd(cell) ? new Parsed(null, null) : Values.date(cell);
      case DATETIME -> Values.dateTime(cell);
    };
  }

  private Parsed code(Field field, int place, RawCell cell) {
    if (codes[place] == null) {
      return Values.code(cell);
    }
    if (!field.several()) {
      return coded(field, place, cell.text());
    }
    List<String> found = new ArrayList<>();
    for (String part : SEPARATORS.split(Texts.nfkc(cell.text()), -1)) {
      if (!Texts.isEmpty(part)) {
        Parsed one = coded(field, place, part);
        if (one.reason() != null) {
          return one;
        }
        if (!found.contains(one.value())) {
          found.add((String) one.value());
        }
      }
    }
    return new Parsed(String.join(",", found), null);
  }

  private Parsed coded(Field field, int place, String text) {
    String code = codes[place].find(Texts.trim(text));
    if (code != null) {
      return new Parsed(code, null);
    }
    if (field.codes() == null || field.codes() == Field.CodeList.FORMS) {
      return new Parsed(null, "unknown_code");
    }
    return new Parsed(
        null, field.codes() == Field.CodeList.FACTS ? "undeclared_fact" : "undeclared_cell");
  }

  private static Parsed bounded(Field field, Parsed parsed) {
    if (parsed.reason() != null) {
      return parsed;
    }
    BigDecimal value =
        parsed.value() instanceof BigDecimal decimal
            ? decimal
            : BigDecimal.valueOf((Long) parsed.value());
    BigDecimal minimum = field.constraints().minimum();
    BigDecimal maximum = field.constraints().maximum();
    boolean outside =
        (minimum != null && value.compareTo(minimum) < 0)
            || (maximum != null && value.compareTo(maximum) > 0);
    return outside ? new Parsed(null, "out_of_range") : parsed;
  }

  private static Parsed year(Parsed parsed) {
    return parsed.reason() != null
        ? parsed
        : new Parsed(Math.toIntExact((Long) parsed.value()), null);
  }

  private void required(TypedRow row, boolean withdrawn) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      boolean needed = field.required() && (!withdrawn || set.primaryKey().contains(field.name()));
      if (needed && row.values[i] == null && row.isSound(field.name())) {
        row.problems.add(new Problem(field.name(), "missing_value", ""));
      }
    }
  }

  private void defaults(TypedRow row) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (row.values[i] != null || !row.isSound(field.name())) {
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

  private boolean holds(TypedRow row, List<Condition> where) {
    for (Condition condition : where) {
      Object value = valueOf(row, condition.field());
      boolean holds =
          condition.is() == Condition.Is.PRESENT
              ? value != null
              : condition.is() == Condition.Is.MISSING
                  ? value == null
                  : condition.in().isEmpty()
                      ? !condition.notIn().contains(Objects.toString(value))
                      : value != null && condition.in().contains(value.toString());
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private void codesOfForm(TypedRow row, String[] written) {
    for (Field field : fields) {
      if (field.codes() != Field.CodeList.CELLS) {
        continue;
      }
      Object year = valueOf(row, "year");
      Integer form = places.get("form");
      if (year == null || !row.isSound("form")) {
        continue;
      }
      if (row.values[form] == null) {
        row.values[form] = declared.formOf((Integer) year).map(Form::id).orElse(null);
      }
      Object cell = valueOf(row, field.name());
      if (cell != null
          && !declared.indicators().containsKey(cell)
          && !cellsOfForm.getOrDefault(row.values[form], Set.of()).contains(cell)) {
        String raw = written[places.get(field.name())];
        row.problems.add(new Problem(field.name(), "undeclared_cell", raw));
      }
    }
  }

  private void rule(TypedRow row, RowRule rule, boolean withdrawn, String[] written) {
    boolean sound =
        rule.fields().stream().allMatch(row::isSound)
            && rule.where().stream().allMatch(c -> row.isSound(c.field()));
    if (!sound || !holds(row, rule.where())) {
      return;
    }
    String first = rule.fields().get(0);
    switch (rule.check()) {
      case ORDER -> order(row, first, rule.fields().get(1), written);
      case TOGETHER -> {
        String second = rule.fields().get(1);
        boolean has = valueOf(row, first) != null;
        if (!withdrawn && has != (valueOf(row, second) != null)) {
          row.problems.add(new Problem(has ? second : first, "incomplete_pair", ""));
        }
      }
      case REQUIRED -> {
        if (!withdrawn && valueOf(row, first) == null) {
          row.problems.add(new Problem(first, "missing_value", ""));
        }
      }
      case FORBIDDEN -> {
        if (valueOf(row, first) != null) {
          row.problems.add(new Problem(first, "incomplete_pair", written[places.get(first)]));
        }
      }
    }
  }

  private void order(TypedRow row, String earlier, String later, String[] written) {
    Object from = valueOf(row, earlier);
    Object to = valueOf(row, later);
    if (from != null && to != null && ((LocalDate) to).isBefore((LocalDate) from)) {
      row.problems.add(new Problem(later, "dates_out_of_order", written[places.get(later)]));
    }
  }
}
