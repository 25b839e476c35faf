package gouji.contract;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks one column: what its type allows, its codes and its defaults. */
final class FieldChecks {
  private static final int MOST_DECIMALS = 6;

  private final Checked checked;
  private final ConditionChecks conditions;
  private final DataSet set;

  FieldChecks(Checked checked, ConditionChecks conditions, DataSet set) {
    this.checked = checked;
    this.conditions = conditions;
    this.set = set;
  }

  void run(Field field) {
    checked.name(field, "name", field.name());
    types(field);
    if (field.decimals() < 0 || field.decimals() > MOST_DECIMALS) {
      checked.wrong(
          field, "decimals", "decimals must be 0 to 6, not %d".formatted(field.decimals()));
    }
    if (field.personal() && set.findField("party_kind").isEmpty()) {
      checked.wrong(
          field,
          "personal",
          "column %s is personal unless party_kind is organization; add the column party_kind"
              .formatted(field.name()));
    }
    bounds(field);
    categories(field);
    for (Field.Label label : field.labels()) {
      if (label.factor().signum() <= 0) {
        checked.wrong(label, "factor", "a factor must be above 0, not " + label.factor());
      }
    }
    field.defaults().forEach(d -> filledIn(field, d));
  }

  private void types(Field field) {
    boolean bounded =
        field.constraints().minimum() != null || field.constraints().maximum() != null;
    boolean scaled =
        field.labels().stream().anyMatch(l -> l.factor().compareTo(BigDecimal.ONE) != 0);
    only(field, "decimals", field.decimals() != 0, FieldType.NUMBER);
    only(field, "constraints", bounded, FieldType.NUMBER, FieldType.INTEGER, FieldType.YEAR);
    only(field, "labels", scaled, FieldType.NUMBER, FieldType.INTEGER);
    only(field, "categories", !field.categories().isEmpty(), FieldType.CODE);
    only(field, "codes", field.codes() != null, FieldType.CODE);
    only(field, "several", field.several(), FieldType.CODE);
    only(field, "openEnd", field.openEnd(), FieldType.DATE);
    only(field, "personal", field.personal(), FieldType.STRING, FieldType.CODE);
    if (field.codes() != null && !field.categories().isEmpty()) {
      checked.wrong(
          field, "codes", "a column has categories of its own or codes, not both; leave one out");
    }
    if (field.several() && field.categories().isEmpty()) {
      checked.wrong(field, "several", "several codes need categories to choose from; add them");
    }
  }

  private void only(Field field, String property, boolean used, FieldType... types) {
    if (used && !Arrays.asList(types).contains(field.type())) {
      String what =
          switch (property) {
            case "constraints" -> "minimum and maximum go";
            case "labels" -> "a factor goes";
            default -> property + " goes";
          };
      List<String> names = Arrays.stream(types).map(Words::of).toList();
      checked.wrong(
          field,
          property,
          "%s with columns of type %s only; %s is of type %s"
              .formatted(what, String.join(", ", names), field.name(), Words.of(field.type())));
    }
  }

  private void bounds(Field field) {
    Field.Constraints bounds = field.constraints();
    if (bounds.minimum() != null
        && bounds.maximum() != null
        && bounds.minimum().compareTo(bounds.maximum()) > 0) {
      checked.wrong(field, "constraints", "the minimum is above the maximum; swap or mend them");
    }
  }

  private void categories(Field field) {
    Map<String, String> owners = new HashMap<>();
    for (Field.Category category : field.categories()) {
      if (owners.containsValue(category.value())) {
        checked.wrong(
            category, "value", "code %s is declared twice; keep one".formatted(category.value()));
      }
      label(owners, category, "value", category.value());
      category.labels().forEach(l -> label(owners, category, "labels", l));
    }
  }

  private void label(
      Map<String, String> owners, Field.Category category, String property, String label) {
    String before = owners.putIfAbsent(Labels.normal(label), category.value());
    if (before != null && !before.equals(category.value())) {
      checked.wrong(
          category,
          property,
          "the label %s stands for both %s and %s; keep it at one of them"
              .formatted(label, before, category.value()));
    }
  }

  private void filledIn(Field field, Field.Default filled) {
    conditions.ofRow(set, filled.where());
    if (filled.value() != null) {
      conditions.findFault(field, filled.value()).ifPresent(f -> checked.wrong(filled, "value", f));
      return;
    }
    List<String> names = set.fields().stream().map(Field::name).toList();
    checked.known(filled, "from", set.name() + " has no column", filled.from(), names);
    set.findField(filled.from())
        .filter(f -> f.type() != field.type())
        .ifPresent(
            f ->
                checked.wrong(
                    filled,
                    "from",
                    "column %s is of type %s, %s of type %s; a default is of the same type"
                        .formatted(
                            f.name(), Words.of(f.type()), field.name(), Words.of(field.type()))));
  }
}
