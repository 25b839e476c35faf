package gouji.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * What a record asks of a file. Java works the parts of a record out anew whenever it is asked for
 * them; a declaration has thousands.
 *
 * @param one what it is, with its article
 * @param parts its properties
 * @param names their names
 * @param maker makes the record of their values
 */
record Shape(String one, List<Part> parts, List<String> names, Constructor<?> maker) {

  /**
   * A property.
   *
   * @param required whether it must be given
   * @param emptyAllowed whether the empty text is a value of its own
   */
  record Part(String name, Class<?> type, Type generic, boolean required, boolean emptyAllowed) {}

  /** The shape of a record. */
  static Shape of(Class<?> type) {
    List<Part> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      parts.add(
          new Part(
              component.getName(),
              component.getType(),
              component.getGenericType(),
              component.isAnnotationPresent(Required.class),
              component.isAnnotationPresent(EmptyAllowed.class)));
    }
    Class<?>[] types = parts.stream().map(Part::type).toArray(Class<?>[]::new);
    try {
      return new Shape(
          Words.one(type),
          List.copyOf(parts),
          parts.stream().map(Part::name).toList(),
          type.getDeclaredConstructor(types));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The record of these values; what it refuses is thrown as an illegal argument. */
  Object made(Object[] values) {
    try {
      return maker.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
