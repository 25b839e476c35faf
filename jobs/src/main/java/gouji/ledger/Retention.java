package gouji.ledger;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import gouji.store.Entry;
import gouji.store.Needed.Why;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which versions of the tables are read again, as far as the runs tell.
 *
 * @param ledger the runs
 * @param reportsSince end of the oldest run whose reports are made again; null for all of them
 */
public record Retention(Ledger ledger, Instant reportsSince) {

  /** The versions that have to stay readable, each with why, by table. */
  public Map<String, SortedMap<Long, Why>> kept() {
    Map<String, SortedMap<Long, Why>> kept = new TreeMap<>();
    for (Entry run : ledger.reports()) {
      if (reportsSince == null || !run.moment(Columns.FINISHED_AT).isBefore(reportsSince)) {
        run.numbers(Columns.VERSIONS).forEach((table, v) -> keep(kept, table, v, Why.REPORT));
      }
    }
    ledger.compared().forEach(v -> keep(kept, OwnTable.FINDINGS.tableName(), v, Why.FINDINGS));
    return kept;
  }

  private static void keep(
      Map<String, SortedMap<Long, Why>> kept, String table, long version, Why why) {
    kept.computeIfAbsent(table, t -> new TreeMap<>()).putIfAbsent(version, why);
  }
}
