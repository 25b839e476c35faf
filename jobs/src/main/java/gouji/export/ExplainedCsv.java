package gouji.export;

import gouji.report.Explained;
import gouji.report.Explained.Amount;
import gouji.report.Explained.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A figure and its records as one CSV table; the column {@code part} tells what a line is: the
 * {@code figure}, a {@code note}, the part of a {@code unit}, or a {@code record}.
 */
public final class ExplainedCsv {
  /** The columns. */
  static final List<String> COLUMNS =
      List.of(
          "part",
          "side",
          "name",
          "unit_id",
          "amount",
          "data_set",
          "key",
          "file",
          "line",
          "text",
          "further_rows");

  /** Writes the table with its heading, UTF-8; the stream stays open. */
  public void write(Explained explained, OutputStream out) throws IOException {
    Subject subject = explained.subject();
    List<List<Object>> first = new ArrayList<>();
    addSides("figure", subject, subject.unitId(), subject.unitName(), explained.total(), first);
    for (String note : explained.notes()) {
      first.add(
          row("note", null, subject.name(), subject.unitId(), null, null, null, null, null, note));
    }
    for (Explained.UnitPart unit : explained.units()) {
      addSides("unit", subject, unit.unitId(), unit.name(), unit.part(), first);
    }
    Iterable<Explained.Line> lines = explained::lines;
    Stream<List<Object>> records =
        StreamSupport.stream(lines.spliterator(), false).map(ExplainedCsv::record);
    Iterator<List<Object>> rows = Stream.concat(first.stream(), records).iterator();
    new BulkFile(COLUMNS).writeCsv(rows, out);
  }

  /** The number itself, and of a rate its two sides. */
  private static void addSides(
      String part,
      Subject subject,
      String unit,
      String unitName,
      Amount amount,
      List<List<Object>> rows) {
    String name = subject.name();
    rows.add(row(part, null, name, unit, amount.value(), null, null, null, null, unitName));
    if (subject.is(Explained.Trait.RATE)) {
      BigDecimal above = amount.numerator();
      BigDecimal below = amount.denominator();
      rows.add(row(part, "numerator", name, unit, above, null, null, null, null, unitName));
      rows.add(row(part, "denominator", name, unit, below, null, null, null, null, unitName));
    }
  }

  private static List<Object> record(Explained.Line line) {
    List<Object> row =
        row(
            "record",
            line.side(),
            line.name(),
            line.unitId(),
            line.amount(),
            line.dataSet(),
            line.key(),
            line.file(),
            line.line(),
            line.values().stream().map(String::valueOf).collect(Collectors.joining("; ")));
    row.set(COLUMNS.size() - 1, String.join(" ", line.further()));
    return row;
  }

  private static List<Object> row(Object... cells) {
    List<Object> row = new ArrayList<>(Arrays.asList(cells));
    row.add(null);
    return row;
  }
}
