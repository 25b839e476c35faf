package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

  private final DataSet set;
  private final FileTask task;
  private final RowTyping typing;
  private final Binding.Names names;
  private final RawRows rows;
  private final Set<String> unknown = new TreeSet<>();
  private final Map<String, Long> kept = new TreeMap<>();
  private final int columns;
  private Binding binding;
  private List<String> boundNames;
  private Problem fileProblem;
  private long read;
  private Row next;

  FileParser(DataSet set, Declarations declared, Masking masking, FileTask task, RawRows rows)
      throws IOException {
    this.set = set;
    this.task = task;
    this.rows = rows;
    typing = new RowTyping(set, declared, masking);
    names = new Binding.Names(set);
    columns = set.fields().size();
    if (rows == null) {
      fileProblem = new Problem("", "unreadable_file", "");
    } else {
      header(rows.header());
    }
    if (fileProblem == null) {
      next = read();
    } else {
      // The file is told once, with its beginning.
      next = task.piece().isFirst() ? rejected(1, List.of(fileProblem)) : close();
    }
  }

  private void header(RawRow header) {
    if (header == null) {
      return;
    }
    List<String> cells = header.cells().stream().map(RawCell::text).toList();
    binding = Binding.of(names, cells);
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

  private Row read() throws IOException {
    RawRow raw = rows.next();
    if (raw == null) {
      return close();
    }
    read++;
    Binding columnsOfRow = raw.names() == null ? binding : bindingOf(raw.names());
    if (raw.malformed() || columnsOfRow.isDoubled() || isMisshapen(raw, columnsOfRow)) {
      String text = set.party() == null ? raw.text() : "";
      return rejected(raw.line(), List.of(new Problem("", "malformed_row", text)));
    }
    TypedRow row = typing.typed(raw, columnsOfRow);
    if (!row.problems.isEmpty()) {
      return rejected(raw.line(), row.problems);
    }
    row.keptRaw.keySet().forEach(c -> kept.merge(c, 1L, Long::sum));
    return accepted(raw.line(), row);
  }

  private Binding bindingOf(List<String> rowNames) {
    if (!rowNames.equals(boundNames)) {
      binding = Binding.of(names, rowNames);
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
    Object[] row = new Object[columns + 9];
    row[columns + 2] = task.file();
    row[columns + 3] = line;
    row[columns + 4] = task.content();
    return row;
  }

  private Row accepted(long line, TypedRow typed) {
    Object[] row = blank(line);
    for (int i = 0; i < columns; i++) {
      row[i] = stored(typed.values[i], i);
    }
    row[columns] = typed.recordKey;
    row[columns + 1] = typed.entityKey;
    row[columns + 5] = kept(typed.keptRaw);
    row[columns + 6] = digest(row, typed);
    row[columns + 7] = mixed(BASIS, typed.entityKey);
    row[columns + 8] = new Object[0];
    return RowFactory.create(row);
  }

  private static Object[] kept(Map<String, String> raw) {
    return raw.entrySet().stream().map(e -> RowFactory.create(e.getKey(), e.getValue())).toArray();
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
      hash = mixed(hash, row[i] == null ? "\u0000" : row[i].toString());
    }
    return mixed(mixed(hash, typed.keptRaw.toString()), typed.hidden);
  }

  private static long mixed(long hash, String text) {
    long mixed = hash;
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * 0x100000001b3L;
    }
    return (mixed ^ 0x1f) * 0x100000001b3L;
  }

  private Row rejected(long line, List<Problem> problems) {
    Object[] row = blank(line);
    row[columns + 8] =
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
    return new FileReport(task.file(), task.piece().from(), rowsRead, unknown, kept, notes);
  }
}
