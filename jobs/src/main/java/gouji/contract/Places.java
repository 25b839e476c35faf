package gouji.contract;

import java.util.IdentityHashMap;

/** Where the records of declarations and their properties were written. */
final class Places {
  private final IdentityHashMap<Object, Json> written = new IdentityHashMap<>();

  void put(Object declared, Json json) {
    written.put(declared, json);
  }

  /** Notes that a record was made of one that was written. */
  void putLike(Object declared, Object made) {
    written.put(made, written.get(declared));
  }

  /** Where the record begins. */
  Place of(Object declared) {
    Json json = written.get(declared);
    if (json == null) {
      throw new IllegalStateException("nothing was written for " + declared);
    }
    return json.place();
  }

  /** Where the value of a property begins; the record's place when it is not given. */
  Place of(Object declared, String property) {
    Json.Property found = property(declared, property);
    return found == null ? of(declared) : found.value().place();
  }

  /** Where a value in a list begins. */
  Place of(Object declared, String property, int index) {
    Json.Property found = property(declared, property);
    return found != null && found.value() instanceof Json.Items list
        ? list.values().get(index).place()
        : of(declared, property);
  }

  private Json.Property property(Object declared, String property) {
    return written.get(declared) instanceof Json.Properties p ? p.values().get(property) : null;
  }
}
