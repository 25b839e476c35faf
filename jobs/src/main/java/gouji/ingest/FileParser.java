package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Field;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Reads one file into staged rows, accepted and rejected ones; then says what it came to. */
final class FileParser implements Iterator<Row> {
  /** How many unknown columns are named at most. */
  private static final int MOST_NAMES = 1_000;

  /** What hashes begin with. */
  private static final long BASIS = 0xcbf29ce484222325L;

  /** What they are multiplied by. */
  private static final long PRIME = 0x100000001b3L;

  private static final Object[] NOTHING = {};

  private final DataSet set;
  private final FileTask task;
  private final Sieve sieve;
  private final RowTyping typing;
  private final RawRows rows;
  private final Set<String> unknown = new TreeSet<>();
  private final Map<String, Long> kept = new TreeMap<>();
  private final int columns;
  private final int withdrawn;
  private final int ends;
  private Binding binding;
  private List<String> boundNames;
  private Problem fileProblem;
  private long read;
  private final BitSet left = new BitSet();
  private Row next;

  FileParser(DataSet set, RowTyping typing, Sieve sieve, FileTask task, RawRows rows)
      throws IOException {
    this.set = set;
    this.typing = typing;
    this.task = task;
    this.sieve = sieve;
    this.rows = rows;
    columns = set.fields().size();
    List<String> fields = set.fields().stream().map(Field::name).toList();
    withdrawn = fields.indexOf("withdrawn");
    ends = set.version() == null ? -1 : fields.indexOf("valid_to");
    if (rows == null) {
      fileProblem = Problem.UNREADABLE;
    } else {
      fileProblem = rows.findProblem().orElse(null);
    }
    if (fileProblem == null) {
      header(rows.header());
    }
    if (fileProblem == null) {
      next = read();
    } else {
      // The file is told once, with its beginning.
      if (task.piece().isFirst()) {
        left.set(0);
      }
      next = !left.isEmpty() && sieve.givesRejected() ? rejected(1, fileProblem) : close();
    }
  }

  private void header(RawRow header) {
    if (header == null) {
      return;
    }
    List<String> cells = header.cells().stream().map(RawCell::text).toList();
    binding = typing.binding(cells);
    String joined = String.join(",", cells.stream().map(c -> c == null ? "" : c).toList());
    if (header.malformed() || binding.isDoubled()) {
      String text = header.text() == null ? joined : header.text();
      fileProblem = new Problem("", "malformed_row", set.party() == null ? text : "");
      return;
    }
    for (int i = 0; i < columns; i++) {
      if (set.fields().get(i).required() && !binding.has(i)) {
        fileProblem = new Problem(set.fields().get(i).name(), "missing_column", joined);
        return;
      }
    }
    unknown.addAll(binding.unknown());
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Row current = next;
    try {
      next = fileProblem == null ? read() : close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(task.file() + " broke off while it was read", e);
    }
    return current;
  }

  /** The next row that the sieve lets through. */
  private Row read() throws IOException {
    for (RawRow raw = rows.next(); raw != null; raw = rows.next()) {
      int place = Math.toIntExact(read++);
      if (task.left() == null || task.left().get(place)) {
        Row row = row(raw);
        if (row != null) {
          return row;
        }
        left.set(place);
      }
    }
    return close();
  }

  private Row row(RawRow raw) {
    Binding columnsOfRow = raw.names() == null ? binding : bindingOf(raw.names());
    if (raw.malformed() || columnsOfRow.isDoubled() || isMisshapen(raw, columnsOfRow)) {
      String text = set.party() == null ? raw.text() : "";
      return rejected(raw.line(), new Problem("", "malformed_row", text));
    }
    if (sieve.gives() == Sieve.Gives.HASHES) {
      return RowFactory.create(hash(typing.entityKey(raw, columnsOfRow)));
    }
    TypedRow row = typing.typed(raw, columnsOfRow);
    if (!row.problems.isEmpty()) {
      return rejected(raw.line(), row);
    }
    row.keptRaw.keySet().forEach(c -> kept.merge(c, 1L, Long::sum));
    long hash = hash(typing.entityKey(row));
    if (!sieve.takes(hash)) {
      return null;
    }
    typing.finish(row);
    return accepted(raw.line(), row, hash);
  }

  private static long hash(String entityKey) {
    return mixed(BASIS, entityKey);
  }

  private Binding bindingOf(List<String> rowNames) {
    if (!rowNames.equals(boundNames)) {
      binding = typing.binding(rowNames);
      boundNames = rowNames;
      binding.unknown().stream().filter(n -> unknown.size() < MOST_NAMES).forEach(unknown::add);
    }
    return binding;
  }

  private static boolean isMisshapen(RawRow raw, Binding binding) {
    int size = raw.cells().size();
    if (size < binding.least()) {
      return true;
    }
    for (int i = binding.size(); i < size; i++) {
      if (!Texts.isEmpty(raw.cells().get(i).text())) {
        return true;
      }
    }
    return false;
  }

  private Object[] blank(long line) {
    Object[] row = new Object[columns + (sieve.gives() == Sieve.Gives.ALONE ? 10 : 8)];
    row[columns + 1] = task.file();
    row[columns + 2] = line;
    row[columns + 3] = task.content();
    return row;
  }

  private Row accepted(long line, TypedRow typed, long hash) {
    Object[] row = blank(line);
    for (int i = 0; i < columns; i++) {
      row[i] = stored(typed.values[i], i);
    }
    row[columns] = typed.recordKey;
    row[columns + 4] = kept(typed.keptRaw);
    row[columns + 5] = digest(row, typed);
    row[columns + 6] = hash;
    if (sieve.gives() == Sieve.Gives.ALONE) {
      alone(row);
    } else {
      row[columns + 7] = NOTHING;
    }
    return RowFactory.create(row);
  }

  /** What the table says of a row whose thing has no other. */
  private void alone(Object[] row) {
    boolean inForce = !Boolean.TRUE.equals(row[withdrawn]);
    row[columns + 7] = inForce;
    row[columns + 8] = inForce && ends >= 0 ? row[ends] : null;
    row[columns + 9] = true;
  }

  private static Object[] kept(Map<String, String> raw) {
    return raw.isEmpty()
        ? NOTHING
        : raw.entrySet().stream().map(e -> RowFactory.create(e.getKey(), e.getValue())).toArray();
  }

  private Object stored(Object value, int place) {
    if (value instanceof BigDecimal decimal) {
      return decimal.setScale(set.fields().get(place).decimals());
    }
    if (value instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC);
    }
    return value;
  }

  private long digest(Object[] row, TypedRow typed) {
    long hash = BASIS;
    for (int i = 0; i < columns; i++) {
      hash = digested(hash, row[i]);
    }
    for (Map.Entry<String, String> raw : typed.keptRaw.entrySet()) {
      hash = mixed(mixed(hash, raw.getKey()), raw.getValue());
    }
    return mixed(hash, typed.hidden);
  }

  private static long digested(long hash, Object value) {
    if (value instanceof String text) {
      return mixed(hash, text);
    }
    if (value instanceof Instant time) {
      return mixed(hash, time.getEpochSecond());
    }
    if (value instanceof LocalDate day) {
      return mixed(hash, day.toEpochDay());
    }
    return mixed(hash, value == null ? "\u0000" : value.toString());
  }

  private static long mixed(long hash, long number) {
    return (hash ^ number ^ (number >>> 32)) * PRIME ^ 0x1e;
  }

  private static long mixed(long hash, String text) {
    long mixed = hash;
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * PRIME;
    }
    return (mixed ^ 0x1f) * PRIME;
  }

  /** The rejected row; null where the sieve gives none. */
  private Row rejected(long line, TypedRow typed) {
    if (!sieve.givesRejected()) {
      return null;
    }
    typing.finish(typed);
    return rejected(line, typed.problems);
  }

  private Row rejected(long line, Problem problem) {
    return sieve.givesRejected() ? rejected(line, List.of(problem)) : null;
  }

  private Row rejected(long line, List<Problem> problems) {
    Object[] row = blank(line);
    row[columns + 7] =
        problems.stream().map(p -> RowFactory.create(p.column(), p.reason(), p.raw())).toArray();
    return RowFactory.create(row);
  }

  /** Closes the file: there is no further row. */
  private Row close() throws IOException {
    if (rows != null) {
      rows.close();
    }
    return null;
  }

  /** What the file came to, once all its rows were given. */
  FileReport report() {
    List<String> notes = new ArrayList<>();
    if (task.problem() != null) {
      notes.add(task.problem());
    }
    if (rows != null) {
      notes.addAll(rows.notes());
    }
    Long rowsRead = fileProblem == null ? read : null;
    return new FileReport(task.file(), task.piece().from(), rowsRead, unknown, kept, notes, left);
  }
}
