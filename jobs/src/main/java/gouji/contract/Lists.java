package gouji.contract;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists and maps of declarations: never null, never changed, always in one order. */
final class Lists {
  private Lists() {}

  static <V> Map<String, V> sorted(Map<String, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
  }

  static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
