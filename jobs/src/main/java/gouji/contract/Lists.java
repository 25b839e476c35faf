package gouji.contract;

import java.util.List;

/** Lists of declarations: never null, never changed. */
final class Lists {
  private Lists() {}

  static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
