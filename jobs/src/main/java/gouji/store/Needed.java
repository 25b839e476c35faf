package gouji.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a table has to stay readable, beside its newest version.
 *
 * @param versions versions that are read again, each with why; may name some that are not there
 * @param changesSince version after which the changes of each commit are read; null for none
 * @param since moment from which on every version stays that was the newest one; null for none
 */
public record Needed(SortedMap<Long, Why> versions, Long changesSince, Instant since) {

  /** Why a version has to stay readable. */
  public enum Why {
    /** It is the newest one. */
    NEWEST,
    /** A report was made from it. */
    REPORT,
    /** New findings are told against it. */
    FINDINGS,
    /** It was the newest one not long ago. */
    RECENT
  }

  /** Copies what is handed in. */
  public Needed {
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
  }

  /** Only the newest version, and those that were the newest one from that moment on. */
  public static Needed newest(Instant since) {
    return new Needed(new TreeMap<>(Map.of()), null, since);
  }
}
