package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.Field;
import gouji.contract.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the cells of a row into typed values, with every problem that the declaration sees. */
final class RowTyping {
  /** Separates the values of a key; occurs in no text that a person types. */
  static final String KEY_SEPARATOR = "\u001f";

  private static final Pattern SEPARATORS = Pattern.compile("[、,;]");

  private final List<Field> fields;
  private final Binding.Names names;
  private final Codes[] codes;
  private final int withdrawal;
  private final boolean[] key;

  /** The columns that the key of a thing is made of, and all when some of them can be filled in. */
  private final boolean[] tells;

  private final boolean tellsAll;
  private final RowRules rules;
  private final FormCells formCells;
  private final PartyKeys parties;

  RowTyping(DataSet set, Declarations declared, Masking masking) {
    this.fields = set.fields();
    names = new Binding.Names(set);
    Map<String, Integer> places = new HashMap<>();
    codes = new Codes[fields.size()];
    key = new boolean[fields.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Codes.of(fields.get(i), declared);
      key[i] = set.primaryKey().contains(fields.get(i).name());
      places.put(fields.get(i).name(), i);
    }
    List<String> entity = set.entityKey();
    tellsAll = entity.stream().map(set::field).anyMatch(RowTyping::isFilledIn);
    tells = new boolean[fields.size()];
    for (int i = 0; i < tells.length; i++) {
      tells[i] = tellsAll || entity.contains(fields.get(i).name());
    }
    withdrawal = places.get("withdrawn");
    rules = new RowRules(set, places);
    formCells = new FormCells(set, declared, places);
    parties = new PartyKeys(set, places, masking);
  }

  /** Which of these columns of a file holds which of the data set. */
  Binding binding(List<String> headers) {
    return Binding.of(names, headers);
  }

  /** Whether its value may follow from others of its row. */
  private static boolean isFilledIn(Field field) {
    return !field.defaults().isEmpty() || field.codes() == Field.CodeList.FORMS;
  }

  /**
   * The key of the thing that a row belongs to, as it is in the typed row; any text where the typed
   * row has problems.
   */
  String entityKey(RawRow raw, Binding binding) {
    TypedRow row = new TypedRow(fields.size());
    for (int i = 0; i < raw.cells().size() && i < binding.size(); i++) {
      Binding.Target target = binding.at(i);
      if (target != null && tells[target.field()]) {
        value(row, target, raw.cells().get(i));
      }
    }
    if (tellsAll) {
      rules.fill(row);
      formCells.check(row);
    }
    return parties.entityKey(row);
  }

  /** The typed row without its keys; personal values stand in it until it is finished. */
  TypedRow typed(RawRow raw, Binding binding) {
    TypedRow row = new TypedRow(fields.size());
    for (int i = 0; i < raw.cells().size() && i < binding.size(); i++) {
      Binding.Target target = binding.at(i);
      if (target != null) {
        value(row, target, raw.cells().get(i));
      }
    }
    boolean withdrawn = Boolean.TRUE.equals(row.values[withdrawal]);
    required(row, withdrawn);
    rules.fill(row);
    formCells.check(row);
    rules.check(row, withdrawn);
    return row;
  }

  /** The key of the thing that a typed row belongs to. */
  String entityKey(TypedRow row) {
    return parties.entityKey(row);
  }

  /** Gives a typed row its keys, and masks personal values in it and its problems. */
  void finish(TypedRow row) {
    parties.finish(row);
  }

  private void value(TypedRow row, Binding.Target target, RawCell cell) {
    int place = target.field();
    Field field = fields.get(place);
    row.written[place] = cell.text();
    if (field.type() == FieldType.VERBATIM) {
      row.values[place] = cell.text();
      return;
    }
    if (Texts.isEmpty(cell.text())) {
      return;
    }
    Parsed parsed = parsed(field, target, cell);
    if (parsed.reason() == null) {
      row.values[place] = parsed.value();
    } else if (field.lenient()) {
      row.keptRaw.put(field.name(), cell.text());
    } else {
      row.refuse(place, field.name(), parsed.reason());
    }
  }

  private Parsed parsed(Field field, Binding.Target target, RawCell cell) {
    return switch (field.type()) {
      case STRING -> Values.text(cell);
      case VERBATIM -> Parsed.of(cell.text());
      case CODE -> code(field, target.field(), cell);
      case INTEGER -> bounded(field, Values.integer(cell));
      case YEAR -> year(bounded(field, Values.integer(cell)));
      case NUMBER -> bounded(field, Values.number(cell, field.decimals(), target.factor()));
      case BOOLEAN -> Values.bool(cell);
      case DATE -> field.openEnd() && Values.isOpenEnd(cell) ? Parsed.of(null) : Values.date(cell);
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
    return found.isEmpty() ? Parsed.bad("unknown_code") : Parsed.of(String.join(",", found));
  }

  private Parsed coded(Field field, int place, String text) {
    String code = codes[place].find(Texts.trim(text));
    if (code != null) {
      return Parsed.of(code);
    }
    if (field.codes() == null || field.codes() == Field.CodeList.FORMS) {
      return Parsed.bad("unknown_code");
    }
    return Parsed.bad(
        field.codes() == Field.CodeList.FACTS ? "undeclared_fact" : "undeclared_cell");
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
    return outside ? Parsed.bad("out_of_range") : parsed;
  }

  private static Parsed year(Parsed parsed) {
    return parsed.reason() != null ? parsed : Parsed.of(Math.toIntExact((Long) parsed.value()));
  }

  private void required(TypedRow row, boolean withdrawn) {
    for (int i = 0; i < codes.length; i++) {
      Field field = fields.get(i);
      boolean needed = field.required() && (!withdrawn || key[i]);
      if (needed && row.values[i] == null && row.isSound(i)) {
        row.refuse(i, field.name(), "missing_value");
      }
    }
  }
}
