package gouji.ingest;

import gouji.contract.DataSet;
import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * All rows of one thing (a decision with its parties, an item with its versions, else one record)
 * become one row for each key, its newest revision, with what is in force and until when.
 */
final class RevisionGroup implements Serializable {
  private static final long serialVersionUID = 1L;

  private final DataSet set;
  private final Set<String> renewed;
  private final Places places;

  /**
   * Groups of one data set.
   *
   * @param renewed paths taken in now that had another content before
   */
  RevisionGroup(DataSet set, Set<String> renewed) {
    this.set = set;
    this.renewed = Set.copyOf(renewed);
    places = new Places(set);
  }

  /** The key of the thing that a row belongs to. */
  String entityKey(Row row) {
    return places.entityKey(row);
  }

  /**
   * The rows to keep, as merged rows.
   *
   * @param rows the columns of records and whether they are new
   * @param told takes what is to be told of them
   * @param accepted takes the file of each new row that a row to keep is, or outdoes
   */
  List<Row> newest(List<Row> rows, Consumer<Remark> told, Consumer<String> accepted) {
    Map<String, List<Row>> byKey = new TreeMap<>();
    rows.forEach(r -> byKey.computeIfAbsent(places.key(r), k -> new ArrayList<>()).add(r));
    List<Revision> winners = new ArrayList<>();
    byKey.values().forEach(revisions -> winners.add(winner(revisions)));
    if (set.party() != null) {
      parties(winners, rows);
    }
    if (set.version() != null) {
      versions(winners);
    }
    boolean alone = winners.stream().filter(w -> w.inForce).count() <= 1;
    List<Row> kept = new ArrayList<>();
    for (Revision winner : winners) {
      kept.add(row(winner, alone));
      winner.remarks.forEach(told);
      winner.newFiles.forEach(accepted);
    }
    return kept;
  }

  private Revision winner(List<Row> unsorted) {
    // Of equal order the new one counts: the same row read again after an interrupted run.
    List<Row> revisions =
        unsorted.stream()
            .sorted(Comparator.comparing(places::order).thenComparing(places::isNew))
            .toList();
    Row newest = revisions.get(revisions.size() - 1);
    Revision winner = new Revision(newest, places.order(newest));
    winner.inForce = !places.isWithdrawn(newest);
    revisions.stream().filter(places::isNew).map(places::file).forEach(winner.newFiles::add);
    remarks(revisions, winner);
    return winner;
  }

  private void remarks(List<Row> revisions, Revision winner) {
    Map<Object, Row> byContent = new HashMap<>();
    for (Row row : revisions) {
      if (places.isNew(winner.row) && isOtherReport(row, winner.row)) {
        Order told = places.order(places.isNew(row) ? row : winner.row);
        winner.remarks.add(new Remark(told.file(), told.line(), Remark.Kind.OTHER_REPORT));
      }
      if (!places.isNew(row)) {
        continue;
      }
      Order order = places.order(row);
      if (!places.isNew(winner.row) && order.compareTo(winner.order) < 0) {
        winner.remarks.add(new Remark(order.file(), order.line(), Remark.Kind.STALE_REVISION));
      }
      Object same = new Order(order.submittedAt(), order.file(), order.content(), 0);
      Row before = byContent.putIfAbsent(same, row);
      if (before != null && places.digest(before) != places.digest(row)) {
        winner.remarks.add(new Remark(order.file(), order.line(), Remark.Kind.AMBIGUOUS_REVISION));
      }
    }
    lacking(revisions, winner);
  }

  /** Whether nothing but the paths of two files tells which of their figures was filed later. */
  private boolean isOtherReport(Row loser, Row winner) {
    Order lost = places.order(loser);
    Order won = places.order(winner);
    return !lost.file().equals(won.file())
        && (FileKind.isPublished(lost.file()) || FileKind.isPublished(won.file()))
        && Objects.equals(lost.submittedAt(), won.submittedAt())
        && places.digest(loser) != places.digest(winner);
  }

  /** Whether the record comes from a path that has new content, which lacks its key. */
  private void lacking(List<Row> revisions, Revision winner) {
    String file = winner.order.file();
    if (places.isNew(winner.row) || !winner.inForce || !renewed.contains(file)) {
      return;
    }
    boolean there =
        revisions.stream().anyMatch(r -> places.isNew(r) && places.order(r).file().equals(file));
    if (!there) {
      winner.remarks.add(new Remark(file, 0, Remark.Kind.LACKING));
    }
  }

  /** A withdrawal of the whole decision ends every party that is not newer. */
  private void parties(List<Revision> winners, List<Row> rows) {
    Revision all = null;
    for (Revision one : winners) {
      if (places.key(one.row).endsWith(RowTyping.KEY_SEPARATOR + PartyKeys.ALL)) {
        all = one;
        one.inForce = false;
      }
    }
    Map<String, Revision> ways = new TreeMap<>();
    for (Revision one : winners) {
      one.inForce &= all == null || one.order.compareTo(all.order) > 0;
      if (one.inForce) {
        // The earliest of each way: keys hold hashes, whose order differs between warehouses.
        ways.merge(
            PartyKeys.way(places.key(one.row)),
            one,
            (a, b) -> a.order.compareTo(b.order) <= 0 ? a : b);
      }
    }
    if (ways.size() > 1 && rows.stream().anyMatch(places::isNew)) {
      Revision first = ways.values().stream().min(Comparator.comparing(r -> r.order)).orElseThrow();
      first.remarks.add(
          new Remark(first.order.file(), first.order.line(), Remark.Kind.MIXED_PARTIES));
    }
  }

  /** A version ends where it says so, at the latest where the next one begins. */
  private void versions(List<Revision> winners) {
    List<Revision> inForce =
        winners.stream()
            .filter(r -> r.inForce)
            .sorted(Comparator.comparing(r -> places.validFrom(r.row)))
            .toList();
    for (int i = 0; i < inForce.size(); i++) {
      LocalDate end = places.validTo(inForce.get(i).row);
      if (i + 1 < inForce.size()) {
        LocalDate next = places.validFrom(inForce.get(i + 1).row);
        end = end == null || next.isBefore(end) ? next : end;
      }
      inForce.get(i).endsOn = end;
    }
  }

  private Row row(Revision revision, boolean alone) {
    int columns = places.columns();
    Object[] values = new Object[columns + 4];
    for (int i = 0; i < columns; i++) {
      values[i] = revision.row.get(i);
    }
    values[columns] = revision.inForce;
    values[columns + 1] = revision.endsOn;
    values[columns + 2] = alone;
    values[columns + 3] = new Object[0];
    return RowFactory.create(values);
  }

  /** A staged row as one that is handed in: new, its problems last. */
  Row taken(Row staged) {
    return handed(staged, true, staged.get(places.columns()));
  }

  /** A row of the table as one that is handed in. */
  Row known(Row held) {
    return handed(held, false, null);
  }

  private Row handed(Row row, boolean isNew, Object problems) {
    int columns = places.columns();
    Object[] values = new Object[columns + 2];
    for (int i = 0; i < columns; i++) {
      values[i] = row.get(i);
    }
    values[columns] = isNew;
    values[columns + 1] = problems;
    return RowFactory.create(values);
  }

  /**
   * A rejected row on its way through, as a merged row.
   *
   * @param rejected takes its file, where it says what is wrong: else no reject would tell of it
   */
  Row rejected(Row row, Consumer<String> rejected) {
    int columns = places.columns();
    Object[] values = new Object[columns + 4];
    for (int i = 0; i < columns; i++) {
      values[i] = row.get(i);
    }
    Object problems = row.get(columns + 1);
    Object[] all = problems instanceof Object[] array ? array : row.getList(columns + 1).toArray();
    values[columns + 3] = all;
    if (all.length > 0) {
      rejected.accept(places.file(row));
    }
    return RowFactory.create(values);
  }

  /** One key's newest revision, on its way to a row. */
  private static final class Revision {
    private final Row row;
    private final Order order;
    private boolean inForce;
    private LocalDate endsOn;
    private final List<Remark> remarks = new ArrayList<>();

    /** The file of each new row among its revisions, itself included. */
    private final List<String> newFiles = new ArrayList<>();

    Revision(Row row, Order order) {
      this.row = row;
      this.order = order;
    }
  }

  /** Where the columns stand. */
  private static final class Places implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int columns;
    private final int[] entity;
    private final int key;
    private final int file;
    private final int line;
    private final int content;
    private final int digest;
    private final int submittedAt;
    private final int withdrawn;
    private final int validFrom;
    private final int validTo;

    Places(DataSet set) {
      var schema = StagedRows.records(set);
      columns = schema.size();
      entity = set.entityKey().stream().mapToInt(schema::fieldIndex).toArray();
      key = schema.fieldIndex(StagedRows.RECORD_KEY);
      file = schema.fieldIndex(StagedRows.FILE);
      line = schema.fieldIndex(StagedRows.LINE);
      content = schema.fieldIndex(StagedRows.CONTENT);
      digest = schema.fieldIndex(StagedRows.DIGEST);
      submittedAt = schema.fieldIndex("submitted_at");
      withdrawn = schema.fieldIndex("withdrawn");
      validFrom = set.version() == null ? -1 : schema.fieldIndex(set.version());
      validTo = set.findField("valid_to").isEmpty() ? -1 : schema.fieldIndex("valid_to");
    }

    int columns() {
      return columns;
    }

    String entityKey(Row row) {
      return Arrays.stream(entity)
          .mapToObj(i -> Objects.toString(row.get(i), ""))
          .collect(Collectors.joining(RowTyping.KEY_SEPARATOR));
    }

    String key(Row row) {
      return row.getString(key);
    }

    String file(Row row) {
      return row.getString(file);
    }

    long digest(Row row) {
      return row.getLong(digest);
    }

    boolean isNew(Row row) {
      return row.getBoolean(columns);
    }

    boolean isWithdrawn(Row row) {
      return !row.isNullAt(withdrawn) && row.getBoolean(withdrawn);
    }

    Order order(Row row) {
      return new Order(
          Order.instant(row.get(submittedAt)),
          row.getString(file),
          row.getInt(content),
          row.getLong(line));
    }

    LocalDate validFrom(Row row) {
      return day(row.get(validFrom));
    }

    LocalDate validTo(Row row) {
      return validTo < 0 ? null : day(row.get(validTo));
    }

    private static LocalDate day(Object value) {
      return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
  }
}
