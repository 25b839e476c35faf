package gouji.ledger;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.job.Standing;
import gouji.store.Entry;
import gouji.store.Tables;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The runs of a warehouse.
 *
 * @param tables the warehouse
 * @param clock tells when a run begins and ends
 */
public record Ledger(Tables tables, Clock clock) {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The command that changes no table. */
  private static final String EXPORT = "export";

  /** The commands that write reports. */
  private static final Set<String> REPORTING = Set.of("run", EXPORT);

  /** The commands that neither take files in nor change findings, and may read old ones. */
  private static final Set<String> FINDING_NOTHING = Set.of(EXPORT, "maintain");

  /** A run that has begun. */
  public record Begun(String id, String command, Instant startedAt) {}

  /** Begins a run. */
  public Begun begin(String command) {
    Instant now = clock.instant();
    return new Begun(ID.format(now), command, now);
  }

  /**
   * Writes down how a run ended.
   *
   * @param basis digest of all that its figures depend on beside the tables
   * @param rules digest of forms and rules
   * @param counts how many of what it told of
   * @param versions the versions of all tables that it left, or read
   */
  public void end(
      Begun run,
      int status,
      String basis,
      String rules,
      Map<String, Long> counts,
      Map<String, Long> versions) {
    Row row =
        RowFactory.create(
            run.id(),
            run.command(),
            run.startedAt(),
            clock.instant(),
            status,
            new HashMap<>(stateOf(versions)),
            basis,
            new HashMap<>(counts),
            rules);
    tables.append(OwnTable.RUNS.tableName(), tables.rows(OwnTable.RUNS, List.of(row)));
  }

  /**
   * The run that computed the figures as they are now: the first that ended with this version of
   * their table; the one under way when none did.
   */
  public Begun computedBy(Begun now) {
    String cells = OwnTable.CELLS.tableName();
    Long version = tables.versions().get(cells);
    if (version == null) {
      return now;
    }
    // One row for each run: a few hundred in the life of a warehouse.
    return tables.list(OwnTable.RUNS).stream()
        .filter(
            r -> tables.origins().isSame(cells, version, r.numbers(Columns.VERSIONS).get(cells)))
        .min(Comparator.comparing(r -> r.text(Columns.RUN)))
        .map(
            r ->
                new Begun(
                    r.text(Columns.RUN), r.text(Columns.COMMAND), r.moment(Columns.STARTED_AT)))
        .orElse(now);
  }

  /**
   * The versions of all tables when the last command ended that changed the warehouse and did not
   * break off; none when there was no such command.
   */
  private Map<String, Long> sound() {
    return endedWell()
        .filter(r -> !EXPORT.equals(r.text(Columns.COMMAND)))
        .max(Comparator.comparing(r -> r.moment(Columns.FINISHED_AT)))
        .map(r -> r.numbers(Columns.VERSIONS))
        .orElse(Map.of());
  }

  private Stream<Entry> endedWell() {
    return tables.list(OwnTable.RUNS).stream().filter(r -> r.number(Columns.STATUS) <= 1);
  }

  /** The tables as they were then, to be read whoever writes meanwhile; with all runs so far. */
  public Tables view() {
    return view(sound());
  }

  /** The tables as an earlier run left or read them, with all runs so far. */
  public Tables viewOf(String run) {
    Map<String, Long> versions = reconciled("--as-of", run);
    List<OwnTable> read = new ArrayList<>(List.of(OwnTable.values()));
    read.removeIf(t -> !versions.containsKey(t.tableName()));
    checkReadable("--as-of", run, versions, read);
    return view(versions);
  }

  /** Fails where the files of a version have been tidied away. */
  private void checkReadable(
      String option, String run, Map<String, Long> versions, List<OwnTable> read) {
    for (OwnTable table : read) {
      String name = table.tableName();
      if (!tables.upkeep(name).isReadable(versions.get(name))) {
        throw new Failure(
            FailureCode.UNUSABLE,
            "%s is %s, whose table %s is not kept any more at version %d: gouji maintain keeps what reports were made from and what is younger than its --keep-days. The table runs lists other runs."
                .formatted(option, run, name, versions.get(name)));
      }
    }
  }

  /** The versions of all tables at the end of a run that was named. */
  private Map<String, Long> reconciled(String option, String run) {
    return endedWell()
        .filter(r -> r.text(Columns.RUN).equals(run))
        .map(r -> r.numbers(Columns.VERSIONS))
        .filter(v -> v.containsKey(OwnTable.FINDINGS.tableName()))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    FailureCode.UNUSABLE,
                    "%s is %s, which is no run with findings that ended well. The table runs lists them."
                        .formatted(option, run)));
  }

  private Tables view(Map<String, Long> state) {
    String runs = OwnTable.RUNS.tableName();
    Map<String, Long> versions = new TreeMap<>(state);
    Optional.ofNullable(tables.versions().get(runs)).ifPresent(v -> versions.put(runs, v));
    return tables.at(versions);
  }

  /**
   * Undoes what commands left that broke off, so that repeating them finds what they found; files
   * that had been taken in to the last of them stay so. Tables of others are let be.
   *
   * @param ours names of the tables that Gouji may have written
   * @return the tables that were put back
   */
  public List<String> undo(Set<String> ours) {
    String files = OwnTable.FILES.tableName();
    Map<String, Long> now = stateOf(tables.versions());
    Map<String, Long> sound = sound();
    if (!tables.origins().isSame(files, now.get(files), sound.get(files))) {
      // A warehouse of an earlier version has no such mark: there is nothing to go by.
      sound = tables.findMarked(OwnTable.FILES).orElse(now.containsKey(files) ? now : sound);
    }
    List<String> undone = new ArrayList<>();
    for (Map.Entry<String, Long> table : now.entrySet()) {
      Long before = sound.get(table.getKey());
      boolean isOurs = before != null || ours.contains(table.getKey());
      if (isOurs && tables.isChanged(table.getKey(), before == null ? -1 : before)) {
        tables.restore(table.getKey(), before);
        undone.add(table.getKey());
      }
    }
    return undone;
  }

  /** Versions of all tables that a run's result depends on; the ledger itself is none. */
  private static Map<String, Long> stateOf(Map<String, Long> versions) {
    Map<String, Long> state = new TreeMap<>(versions);
    state.remove(OwnTable.RUNS.tableName());
    return state;
  }

  /**
   * The run that left the warehouse as it is now, figures and findings included; empty when there
   * is none, or when declarations, years or program have changed since.
   */
  public Optional<Standing> findCurrent(String basis) {
    Map<String, Long> now = stateOf(tables.versions());
    return tables.list(OwnTable.RUNS).stream()
        .filter(r -> basis.equals(r.text(Columns.BASIS)) && r.number(Columns.STATUS) <= 1)
        .filter(r -> isSame(r.numbers(Columns.VERSIONS), now) && r.numbers(Columns.COUNTS) != null)
        .max(Comparator.comparing(r -> r.text(Columns.RUN)))
        .map(r -> new Standing(r.text(Columns.RUN), r.numbers(Columns.COUNTS)));
  }

  /**
   * The version of the findings that new ones are told against: those of the last run that took in
   * other files or had other rules; empty when there is none.
   *
   * @param rules digest of forms and rules
   * @param since id of the run to take instead; null for none
   */
  public Optional<Long> before(String rules, String since) {
    if (since != null) {
      Map<String, Long> versions = reconciled("--since", since);
      checkReadable("--since", since, versions, List.of(OwnTable.FINDINGS));
      return Optional.of(findings(versions));
    }
    Long files = tables.versions().get(OwnTable.FILES.tableName());
    return withFindings().stream()
        .filter(r -> differs(r, files, rules))
        .findFirst()
        .map(r -> findings(r.numbers(Columns.VERSIONS)));
  }

  /**
   * The versions of the findings that the next ones may be told against, whatever files and rules
   * are then: those of the last run, and of the last before it with other files or rules.
   */
  Set<Long> compared() {
    List<Entry> runs = withFindings();
    Set<Long> compared = new TreeSet<>();
    runs.stream()
        .limit(1)
        .forEach(
            last -> {
              Long files = last.numbers(Columns.VERSIONS).get(OwnTable.FILES.tableName());
              compared.add(findings(last.numbers(Columns.VERSIONS)));
              runs.stream()
                  .filter(r -> differs(r, files, last.text(Columns.RULES)))
                  .findFirst()
                  .ifPresent(r -> compared.add(findings(r.numbers(Columns.VERSIONS))));
            });
    return compared;
  }

  /** The runs that left findings, the last one first. */
  private List<Entry> withFindings() {
    return endedWell()
        .filter(r -> !FINDING_NOTHING.contains(r.text(Columns.COMMAND)))
        .filter(r -> findings(r.numbers(Columns.VERSIONS)) != null)
        .sorted(Comparator.comparing((Entry r) -> r.text(Columns.RUN)).reversed())
        .toList();
  }

  private static Long findings(Map<String, Long> versions) {
    return versions.get(OwnTable.FINDINGS.tableName());
  }

  private boolean differs(Entry run, Long files, String rules) {
    String table = OwnTable.FILES.tableName();
    return !Objects.equals(rules, run.text(Columns.RULES))
        || !tables.origins().isSame(table, files, run.numbers(Columns.VERSIONS).get(table));
  }

  /** The runs that wrote reports and ended well. */
  List<Entry> reports() {
    return endedWell().filter(r -> REPORTING.contains(r.text(Columns.COMMAND))).toList();
  }

  /** Whether the tables had the same rows at these versions. */
  private boolean isSame(Map<String, Long> then, Map<String, Long> now) {
    return then.keySet().equals(now.keySet())
        && now.keySet().stream().allMatch(t -> tables.origins().isSame(t, now.get(t), then.get(t)));
  }
}
