package gouji.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes records of JSON values: property names are component names, nothing is guessed. */
final class Binder {
  /** Files name their JSON Schema for editors; the program has no use for it. */
  private static final String SCHEMA = "$schema";

  private final Mistakes mistakes;
  private final Places places;
  private final Map<Class<?>, Shape> shapes = new HashMap<>();

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
    Shape shape = shapes.computeIfAbsent(type, Shape::of);
    Map<String, Json.Property> given = properties.values();
    int before = mistakes.count();
    unknown(given, shape);
    Object[] values = new Object[shape.parts().size()];
    for (int i = 0; i < values.length; i++) {
      Shape.Part part = shape.parts().get(i);
      Json.Property property = given.get(part.name());
      values[i] = property == null ? missing(json, shape, part) : value(property, part);
    }
    return mistakes.count() > before ? null : made(json, shape, values);
  }

  private Object value(Json.Property property, Shape.Part part) {
    Object value = value(property.value(), part.generic(), part.name(), part.emptyAllowed());
    boolean nothing =
        (value instanceof List<?> list && list.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    if (nothing && part.required()) {
      mistakes.add(property.value().place(), part.name() + " is empty; fill it");
    }
    return value;
  }

  private void unknown(Map<String, Json.Property> given, Shape shape) {
    given.forEach(
        (name, property) -> {
          if (!shape.names().contains(name)) {
            mistakes.add(
                property.name(),
                "%s has no property %s; leave it out or mend it.%s"
                    .formatted(shape.one(), name, Nearest.hint(name, shape.names())));
          }
        });
  }

  private Object missing(Json json, Shape shape, Shape.Part part) {
    if (part.required()) {
      mistakes.add(
          json.place(), "%s must have the property %s; add it".formatted(shape.one(), part.name()));
    }
    if (part.type() == boolean.class) {
      return false;
    }
    return part.type() == int.class ? 0 : null;
  }

  private Object made(Json json, Shape shape, Object[] values) {
    try {
      Object made = shape.made(values);
      places.put(made, json);
      return made;
    } catch (IllegalArgumentException refused) {
      mistakes.add(json.place(), refused.getMessage());
      return null;
    }
  }

  private Object wrong(Json json, String where, String wanted) {
    String instead =
        json instanceof Json.Nothing ? "null; leave it out when there is none" : json.words();
    mistakes.add(json.place(), "%s must be %s, not %s".formatted(where, wanted, instead));
    return null;
  }
}
