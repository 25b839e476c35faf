package gouji.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a data set: its columns, headers, key, parties, events and row rules. */
final class DataSetChecks {
  private static final List<String> EVERYWHERE = List.of("unit_id", "submitted_at", "withdrawn");
  private static final List<FieldType> THEIR_TYPES =
      List.of(FieldType.CODE, FieldType.DATETIME, FieldType.BOOLEAN);

  private final Checked checked;
  private final ConditionChecks conditions;
  private final DataSet set;
  private final List<String> names;
  private final String noColumn;

  DataSetChecks(Checked checked, ConditionChecks conditions, DataSet set) {
    this.checked = checked;
    this.conditions = conditions;
    this.set = set;
    names = set.fields().stream().map(Field::name).toList();
    noColumn = set.name() + " has no column";
  }

  void run() {
    checked.name(set, "name", set.name());
    fields();
    headers();
    everywhere();
    key();
    if (set.version() != null) {
      version();
    }
    if (set.party() != null) {
      party(set.party());
    }
    events();
    set.rowRules().forEach(this::rowRule);
  }

  private void fields() {
    Set<String> seen = new HashSet<>();
    FieldChecks checks = new FieldChecks(checked, conditions, set);
    for (Field field : set.fields()) {
      if (!seen.add(field.name())) {
        checked.wrong(
            field, "name", "column %s is declared twice; keep one".formatted(field.name()));
      }
      checks.run(field);
    }
  }

  private void headers() {
    Map<String, Field> owners = new HashMap<>();
    for (Field field : set.fields()) {
      header(owners, field, field.name(), field, "name");
      header(owners, field, field.title(), field, "title");
      field.labels().forEach(l -> header(owners, field, l.label(), l, "label"));
    }
  }

  private void header(
      Map<String, Field> owners, Field field, String header, Object owner, String property) {
    Field before = owners.putIfAbsent(Labels.normal(header), field);
    if (before != null && !before.name().equals(field.name())) {
      checked.wrong(
          owner,
          property,
          "the header %s names both %s and %s; keep it at one of them"
              .formatted(header, before.name(), field.name()));
    }
  }

  private void everywhere() {
    for (int i = 0; i < EVERYWHERE.size(); i++) {
      String name = EVERYWHERE.get(i);
      FieldType type = THEIR_TYPES.get(i);
      if (set.findField(name).filter(f -> f.type() == type).isEmpty()) {
        checked.wrong(
            set,
            "fields",
            "every data set has a column %s of type %s; add it".formatted(name, Words.of(type)));
      }
    }
  }

  private void key() {
    checked.allKnown(set, "primaryKey", noColumn, set.primaryKey(), names);
    if (!set.primaryKey().get(0).equals("unit_id")) {
      checked.wrong(
          set,
          "primaryKey",
          "the key must begin with unit_id, since units give numbers themselves");
    }
    if (set.findField("unit_id").filter(f -> !f.required()).isPresent()) {
      checked.wrong(set.field("unit_id"), "constraints", "column unit_id must be required");
    }
  }

  private void version() {
    String version = set.version();
    checked.known(set, "version", noColumn, version, names);
    set.findField(version)
        .filter(f -> f.type() != FieldType.DATE)
        .ifPresent(
            f ->
                checked.wrong(
                    set,
                    "version",
                    "the version column %s must be of type date, not %s"
                        .formatted(version, Words.of(f.type()))));
    if (!set.primaryKey().get(set.primaryKey().size() - 1).equals(version)) {
      checked.wrong(
          set, "version", "the version column %s must be last in the key".formatted(version));
    }
    if (names.contains(DataSet.ENDS_ON)) {
      checked.wrong(
          set.field(DataSet.ENDS_ON),
          "name",
          "data sets with a version have a column %s of their own; choose another name"
              .formatted(DataSet.ENDS_ON));
    }
  }

  private void party(DataSet.Party party) {
    checked.known(party, "sequence", noColumn, party.sequence(), names);
    checked.allKnown(party, "otherwise", noColumn, party.otherwise(), names);
    boolean ordinal =
        set.findField(party.sequence()).filter(f -> f.type() != FieldType.INTEGER).isEmpty();
    if (!ordinal || !set.primaryKey().contains(party.sequence())) {
      checked.wrong(
          party,
          "sequence",
          "the party's ordinal %s must be an integer column of the key"
              .formatted(party.sequence()));
    }
  }

  private void events() {
    checked.allKnown(set, "events", noColumn, set.events(), names);
    for (int i = 0; i < set.events().size(); i++) {
      Field field = set.findField(set.events().get(i)).orElse(null);
      if (field != null && field.type() != FieldType.DATE && field.type() != FieldType.YEAR) {
        checked.wrong(
            set,
            "events",
            i,
            "an event is a date or year column; %s is of type %s"
                .formatted(field.name(), Words.of(field.type())));
      }
    }
  }

  private void rowRule(RowRule rule) {
    checked.allKnown(rule, "fields", noColumn, rule.fields(), names);
    conditions.ofRow(set, rule.where());
    boolean pair = rule.check() == RowRule.Check.ORDER || rule.check() == RowRule.Check.TOGETHER;
    if (rule.fields().size() != (pair ? 2 : 1)) {
      checked.wrong(
          rule,
          "fields",
          "check %s takes %s, not %d"
              .formatted(
                  Words.of(rule.check()),
                  pair ? "two columns" : "one column",
                  rule.fields().size()));
    }
    if (rule.check() == RowRule.Check.ORDER) {
      dates(rule);
    }
  }

  private void dates(RowRule rule) {
    for (int i = 0; i < rule.fields().size(); i++) {
      Field field = set.findField(rule.fields().get(i)).orElse(null);
      if (field != null && field.type() != FieldType.DATE) {
        checked.wrong(
            rule,
            "fields",
            i,
            "check order compares date columns; %s is of type %s"
                .formatted(field.name(), Words.of(field.type())));
      }
    }
  }
}
