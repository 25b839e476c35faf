package gouji.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes records of JSON values: property names are component names, nothing is guessed. */
final class Binder {
  /** Files name their JSON Schema for editors; the program has no use for it. */
  private static final String SCHEMA = "$schema";

  private final Mistakes mistakes;
  private final Places places;

  Binder(Mistakes mistakes, Places places) {
    this.mistakes = mistakes;
    this.places = places;
  }

  /** The declaration of a whole file; null, with the mistakes noted, when it has some. */
  <T> T declaration(Json json, Class<T> type) {
    if (json instanceof Json.Properties whole && whole.values().containsKey(SCHEMA)) {
      Map<String, Json.Property> rest = new LinkedHashMap<>(whole.values());
      rest.remove(SCHEMA);
      return type.cast(record(new Json.Properties(whole.place(), rest), type, Words.one(type)));
    }
    return type.cast(record(json, type, Words.one(type)));
  }

  private Object value(Json json, Type type, String where, boolean emptyAllowed) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? items(json, of[0], where, emptyAllowed)
          : named(json, of[1], where, emptyAllowed);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(json, plain, where);
    }
    if (plain.isEnum()) {
      return choice(json, plain, where);
    }
    if (plain == String.class) {
      return text(json, where, emptyAllowed);
    }
    if (plain == boolean.class) {
      return json instanceof Json.Truth t ? t.value() : wrong(json, where, "true or false");
    }
    return number(json, plain, where);
  }

  private Object number(Json json, Class<?> type, String where) {
    boolean whole = type == int.class || type == Integer.class;
    if (!whole && type != BigDecimal.class) {
      throw new IllegalStateException("no way to read a " + type);
    }
    if (json instanceof Json.Digits digits) {
      if (!whole) {
        return digits.value();
      }
      try {
        return digits.value().intValueExact();
      } catch (ArithmeticException e) {
        return wrong(json, where, "a whole number of at most nine digits");
      }
    }
    return wrong(json, where, whole ? "a whole number" : "a number");
  }

  private Object text(Json json, String where, boolean emptyAllowed) {
    if (!(json instanceof Json.Text text)) {
      return wrong(json, where, "text in quotation marks");
    }
    if (!emptyAllowed && text.value().isBlank()) {
      mistakes.add(json.place(), where + " is empty; fill it, or leave it out");
      return null;
    }
    return text.value();
  }

  private Object choice(Json json, Class<?> type, String where) {
    if (!(json instanceof Json.Text text)) {
      return wrong(json, where, "text in quotation marks");
    }
    List<String> known = Words.all(type);
    int place = known.indexOf(text.value());
    if (place < 0) {
      mistakes.add(
          json.place(),
          "%s must be one of %s, not %s.%s"
              .formatted(
                  where,
                  String.join(", ", known),
                  text.value(),
                  Nearest.hint(text.value(), known)));
      return null;
    }
    return type.getEnumConstants()[place];
  }

  private Object items(Json json, Type of, String where, boolean emptyAllowed) {
    if (!(json instanceof Json.Items list)) {
      return wrong(json, where, "a list in square brackets");
    }
    List<Object> values = new ArrayList<>();
    String each = where.startsWith("an entry of ") ? where : "an entry of " + where;
    list.values().forEach(v -> values.add(value(v, of, each, emptyAllowed)));
    return values.contains(null) ? null : values;
  }

  private Object named(Json json, Type of, String where, boolean emptyAllowed) {
    if (!(json instanceof Json.Properties properties)) {
      return wrong(json, where, "properties in curly brackets");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    properties
        .values()
        .forEach((n, p) -> values.put(n, value(p.value(), of, where + "." + n, emptyAllowed)));
    return values.containsValue(null) ? null : values;
  }

  private Object record(Json json, Class<?> type, String where) {
    if (!(json instanceof Json.Properties properties)) {
      return wrong(json, where, "properties in curly brackets");
    }
    Map<String, Json.Property> given = properties.values();
    int before = mistakes.count();
    unknown(given, type);
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      Json.Property property = given.get(parts[i].getName());
      values[i] = property == null ? missing(json, type, parts[i]) : value(property, parts[i]);
    }
    return mistakes.count() > before ? null : made(json, type, values);
  }

  private Object value(Json.Property property, RecordComponent part) {
    boolean emptyAllowed = part.isAnnotationPresent(EmptyAllowed.class);
    Object value = value(property.value(), part.getGenericType(), part.getName(), emptyAllowed);
    boolean nothing =
        (value instanceof List<?> list && list.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    if (nothing && part.isAnnotationPresent(Required.class)) {
      mistakes.add(property.value().place(), part.getName() + " is empty; fill it");
    }
    return value;
  }

  private void unknown(Map<String, Json.Property> given, Class<?> type) {
    List<String> known =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    given.forEach(
        (name, property) -> {
          if (!known.contains(name)) {
            mistakes.add(
                property.name(),
                "%s has no property %s; leave it out or mend it.%s"
                    .formatted(Words.one(type), name, Nearest.hint(name, known)));
          }
        });
  }

  private Object missing(Json json, Class<?> type, RecordComponent part) {
    if (part.isAnnotationPresent(Required.class)) {
      mistakes.add(
          json.place(),
          "%s must have the property %s; add it".formatted(Words.one(type), part.getName()));
    }
    if (part.getType() == boolean.class) {
      return false;
    }
    return part.getType() == int.class ? 0 : null;
  }

  private Object made(Json json, Class<?> type, Object[] values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Object made = type.getDeclaredConstructor(types).newInstance(values);
      places.put(made, json);
      return made;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        mistakes.add(json.place(), refused.getMessage());
        return null;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object wrong(Json json, String where, String wanted) {
    String instead =
        json instanceof Json.Nothing ? "null; leave it out when there is none" : json.words();
    mistakes.add(json.place(), "%s must be %s, not %s".formatted(where, wanted, instead));
    return null;
  }
}
