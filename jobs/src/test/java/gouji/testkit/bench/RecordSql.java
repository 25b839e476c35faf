package gouji.testkit.bench;

import gouji.contract.Condition;
import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.Field;
import gouji.contract.FieldType;
import gouji.contract.Indicator;
import gouji.contract.RowRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL that makes of a data set's files its records in force, written from its declaration. */
record RecordSql(Declarations declared, Dialect dialect) {
  private static final String ORDER = "submitted_at DESC NULLS LAST, path DESC";

  /**
   * The records in force: read, checked, the newest of each key, missing values filled in.
   *
   * @param names the columns of the files, in their order
   * @param folders the input folders
   */
  String records(DataSet set, List<String> names, List<Path> folders) {
    List<Field> fields = fields(set, names);
    String typed =
        fields.stream()
            .map(f -> "%s AS %s".formatted(dialect.typed(f), value(f)))
            .collect(Collectors.joining(", "));
    String sound =
        fields.stream().map(f -> value(f) + " AS " + f.name()).collect(Collectors.joining(", "));
    String order = names.contains("submitted_at") ? ORDER : "path DESC";
    String newest =
        """
        SELECT *, row_number() OVER (PARTITION BY %s ORDER BY %s) AS place
        FROM (
          SELECT %s, substr(filename, instr(filename, '/%s/')) AS path
          FROM (SELECT %s, %s, filename FROM %s)
          WHERE %s)
        WHERE %s\
        """
            .formatted(
                key(set),
                order,
                sound,
                set.name(),
                String.join(", ", names),
                typed,
                dialect.raw(set, names, folders),
                checks(fields),
                rules(set, names));
    String inForce = names.contains("withdrawn") ? " AND NOT coalesce(withdrawn, false)" : "";
    return "SELECT %s FROM (%s) WHERE place = 1%s".formatted(filled(set, fields), newest, inForce);
  }

  private static List<Field> fields(DataSet set, List<String> names) {
    return names.stream().map(set::field).toList();
  }

  private static String value(Field field) {
    return field.name() + "_";
  }

  private static String key(DataSet set) {
    return set.primaryKey().stream()
        .map(
            k ->
                set.party() != null && set.party().sequence().equals(k)
                    ? "coalesce(CAST(party_seq AS STRING), 'i' || party_id, 'n' || party_name, '1')"
                    : k)
        .collect(Collectors.joining(", "));
  }

  private String checks(List<Field> fields) {
    List<String> checks = new ArrayList<>();
    for (Field field : fields) {
      String value = value(field);
      if (field.required()) {
        checks.add(value + " IS NOT NULL");
      } else if (dialect == Dialect.DUCKDB && !dialect.type(field).equals("STRING")) {
        checks.add("(%s IS NULL OR %s IS NOT NULL)".formatted(field.name(), value));
      }
      bounds(field).forEach(b -> checks.add("(%s IS NULL OR %s)".formatted(value, b)));
    }
    return String.join(" AND ", checks);
  }

  private List<String> bounds(Field field) {
    String value = value(field);
    List<String> bounds = new ArrayList<>();
    if (field.type() == FieldType.DATE) {
      bounds.add(value + " BETWEEN DATE '1900-01-01' AND DATE '2199-12-31'");
    }
    if (field.type() == FieldType.NUMBER) {
      bounds.add("%s = round(%s, %d)".formatted(value, value, field.decimals()));
    }
    if (!field.lenient()) {
      if (field.constraints().minimum() != null) {
        bounds.add(value + " >= " + field.constraints().minimum().toPlainString());
      }
      if (field.constraints().maximum() != null) {
        bounds.add(value + " <= " + field.constraints().maximum().toPlainString());
      }
      List<String> codes = codes(field);
      if (!codes.isEmpty()) {
        bounds.add("%s IN (%s)".formatted(value, list(codes)));
      }
    }
    return bounds;
  }

  private List<String> codes(Field field) {
    return field.codes() == Field.CodeList.FACTS
        ? declared.facts().stream().map(Indicator::code).toList()
        : field.categories().stream().map(Field.Category::value).toList();
  }

  static String list(List<String> texts) {
    return texts.stream().map(t -> "'" + t + "'").collect(Collectors.joining(", "));
  }

  private static String rules(DataSet set, List<String> names) {
    return Stream.concat(
            Stream.of("true"),
            set.rowRules().stream().filter(r -> names.containsAll(r.fields())).map(RecordSql::rule))
        .collect(Collectors.joining(" AND "));
  }

  private static String rule(RowRule rule) {
    String first = rule.fields().get(0);
    String last = rule.fields().get(rule.fields().size() - 1);
    String other = "NOT (%s)".formatted(holds(rule.where(), Map.of()));
    return switch (rule.check()) {
      case ORDER -> "(%s IS NULL OR %s IS NULL OR %s <= %s)".formatted(first, last, first, last);
      case TOGETHER -> "((%s IS NULL) = (%s IS NULL))".formatted(first, last);
      case REQUIRED -> "(%s OR %s IS NOT NULL)".formatted(other, first);
      case FORBIDDEN -> "(%s OR %s IS NULL)".formatted(other, first);
    };
  }

  /** Whether conditions that know no year hold, over columns or what stands in their place. */
  private static String holds(List<Condition> conditions, Map<String, String> values) {
    return Stream.concat(
            Stream.of("true"),
            conditions.stream().map(c -> holds(c, values.getOrDefault(c.field(), c.field()))))
        .collect(Collectors.joining(" AND "));
  }

  private static String holds(Condition condition, String value) {
    if (condition.is() != null) {
      return switch (condition.is()) {
        case PRESENT -> value + " IS NOT NULL";
        case MISSING -> value + " IS NULL";
        default -> throw new IllegalArgumentException(condition.toString());
      };
    }
    return condition.in().isEmpty()
        ? "coalesce(CAST(%s AS STRING) NOT IN (%s), true)".formatted(value, list(condition.notIn()))
        : "coalesce(CAST(%s AS STRING) IN (%s), false)".formatted(value, list(condition.in()));
  }

  private static String filled(DataSet set, List<Field> fields) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : fields) {
      StringBuilder value = new StringBuilder();
      for (Field.Default one : field.defaults()) {
        value
            .append(" WHEN ")
            .append(holds(one.where(), values))
            .append(" THEN ")
            .append(one.from() == null ? one.value() : one.from());
      }
      String name = field.name();
      values.put(name, value.isEmpty() ? name : "coalesce(%s, CASE%s END)".formatted(name, value));
    }
    List<String> columns = new ArrayList<>();
    values.forEach((name, value) -> columns.add(value + " AS " + name));
    if (set.version() != null) {
      String thing = String.join(", ", set.primaryKey().subList(0, set.primaryKey().size() - 1));
      columns.add(
          "least(valid_to, lead(valid_from) OVER (PARTITION BY %s ORDER BY valid_from)) AS %s"
              .formatted(thing, DataSet.ENDS_ON));
    }
    return String.join(", ", columns);
  }
}
