package gouji.job;

import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.store.Lock;
import gouji.store.Needed;
import gouji.store.Needed.Why;
import gouji.store.Tables;
import gouji.store.Upkeep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps the warehouse tidy: brings small files together and deletes files of versions that nobody
 * reads any more. No row changes. Files go after the run was written down, since until then those
 * that read the warehouse read what the last run left.
 *
 * @param tables the warehouse
 * @param declared the declarations, whose data sets are tables of ours
 * @param read tells which versions are read again, by table, each with why
 * @param since moment from which on every version stays; null for none
 * @param trial whether it is only told what would be done
 * @param runs takes the lock on the list of runs, which those that only read add to
 * @param note writes down what is done, before files are deleted
 * @param progress told how far it is
 */
public record MaintainJob(
    Tables tables,
    Declarations declared,
    Supplier<Map<String, SortedMap<Long, Why>>> read,
    Instant since,
    boolean trial,
    Supplier<Lock> runs,
    Consumer<Map<String, Long>> note,
    Progress progress)
    implements Job {
  private static final String RUNS = OwnTable.RUNS.tableName();

  @Override
  public Outcome run() {
    Set<String> names = new TreeSet<>(declared.dataSets().keySet());
    Stream.of(OwnTable.values()).map(OwnTable::tableName).forEach(names::add);
    if (names.stream().noneMatch(tables::has)) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the warehouse holds no table yet. Run gouji ingest on an input folder with files"
              + " first.");
    }
    names.remove(RUNS);
    progress.stage("tidying", names.size() + 1);
    Map<String, TidiedTable> tidied = new TreeMap<>();
    names.forEach(table -> tidied.put(table, tidy(table)));
    Map<String, SortedMap<Long, Why>> again = read.get();
    Map<String, Long> counted = tables.findNote(OwnTable.COVERAGE).orElse(Map.of());
    tidied.replaceAll(
        (table, one) ->
            one.with(
                new Needed(
                    again.getOrDefault(table, new TreeMap<>()),
                    declared.dataSets().containsKey(table) ? counted.get(table) : null,
                    since)));
    tidied.put(RUNS, trial ? tidyRuns() : tidyRunsAlone());
    Map<String, Long> counts = counts(tidied);
    if (!trial) {
      if (tidied.values().stream().anyMatch(TidiedTable::isChanged)) {
        note.accept(counts);
      }
      tidied.values().forEach(TidiedTable::delete);
    }
    return new Outcome(counts, warnings(tidied), notes(tidied), false);
  }

  /** Those that only read add to the list of runs, whoever writes: it is theirs for a moment. */
  private TidiedTable tidyRunsAlone() {
    Lock lock = runs.get();
    try {
      return tidyRuns();
    } finally {
      lock.close();
    }
  }

  private TidiedTable tidyRuns() {
    return tidy(RUNS).with(Needed.newest(since));
  }

  private TidiedTable tidy(String table) {
    Upkeep upkeep = tables.upkeep(table);
    TidiedTable tidied = trial ? TidiedTable.untouched(upkeep) : TidiedTable.tidied(upkeep);
    progress.step(table, 0);
    return tidied;
  }

  private static Map<String, Long> counts(Map<String, TidiedTable> tidied) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (TidiedTable one : tidied.values()) {
      counts.merge("files in use", one.after().files(), Long::sum);
      counts.merge("files in use before", one.before().files(), Long::sum);
      counts.merge("files no longer needed", one.files(), Long::sum);
      counts.merge("bytes of these", one.bytes(), Long::sum);
    }
    return counts;
  }

  private static List<String> warnings(Map<String, TidiedTable> tidied) {
    return tidied.entrySet().stream()
        .filter(one -> one.getValue().unneeded() == null)
        .map(
            one ->
                "%s: no file is deleted, for its log has lost commits or is not understood"
                    .formatted(one.getKey()))
        .toList();
  }

  private List<String> notes(Map<String, TidiedTable> tidied) {
    List<String> notes = new ArrayList<>();
    tidied.forEach((table, one) -> one.line().ifPresent(line -> notes.add(table + ": " + line)));
    if (trial) {
      notes.add("This was a trial: nothing has been changed.");
    } else if (tidied.values().stream().noneMatch(TidiedTable::isChanged)) {
      notes.add("All is tidy: there was nothing to do.");
    }
    return notes;
  }
}
