package gouji.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with the declarations, each with its place. */
final class Mistakes {
  private record Mistake(Place place, String text) {}

  private final List<Mistake> found = new ArrayList<>();

  void add(Place place, String text) {
    found.add(new Mistake(place, text));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  int count() {
    return found.size();
  }

  /** One line for each mistake, in the order of the places. */
  List<String> lines() {
    return found.stream()
        .sorted(
            Comparator.comparing((Mistake m) -> m.place().file())
                .thenComparing(m -> m.place().line())
                .thenComparing(m -> m.place().column())
                .thenComparing(Mistake::text))
        .map(m -> m.place() + ": " + m.text())
        .distinct()
        .toList();
  }
}
