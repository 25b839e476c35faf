package gouji.store;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongBiFunction;

/**
 * At which versions tables got the rows that they have at others: not every commit changes some.
 */
public final class Origins {
  private final ToLongBiFunction<String, Long> origin;
  private final Map<String, Long> known = new ConcurrentHashMap<>();

  /**
   * Origins, each looked up once.
   *
   * @param origin looks up the version at which a table got the rows that it has at a version
   */
  Origins(ToLongBiFunction<String, Long> origin) {
    this.origin = origin;
  }

  /** Whether a table had the same rows at two versions, null for not being there yet. */
  public boolean isSame(String table, Long one, Long other) {
    if (one == null || other == null || one.equals(other)) {
      return Objects.equals(one, other);
    }
    long earlier = Math.min(one, other);
    long later = origin(table, Math.max(one, other));
    // No origin is later than its version, and each is its own.
    return later == earlier || (later < earlier && later == origin(table, earlier));
  }

  /** The versions at which the tables got the rows that they have at these versions. */
  public Map<String, Long> of(Map<String, Long> versions) {
    Map<String, Long> origins = new TreeMap<>(versions);
    origins.replaceAll(this::origin);
    return origins;
  }

  private long origin(String table, long version) {
    return known.computeIfAbsent(table + "@" + version, t -> origin.applyAsLong(table, version));
  }
}
