package gouji.export;

import gouji.report.Explained;
import gouji.report.Explained.Amount;
import gouji.report.Explained.Subject;
import gouji.report.Explained.Trait;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A figure and its records as text for a terminal. */
public final class ExplainedText {
  private static final List<String> NUMBERS =
      List.of("figure", "numerator", "denominator", "amount", "lines");

  /** Writes the text, UTF-8; the stream stays open. */
  public void write(Explained explained, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    head(explained, writer);
    units(explained, writer);
    lines(explained, writer);
    writer.flush();
  }

  private static void head(Explained explained, Writer writer) throws IOException {
    Subject subject = explained.subject();
    String form = subject.form() == null ? "" : " (" + subject.form() + ")";
    writer.write(subject.name() + "  " + subject.label() + form + "\n");
    writer.write(
        "%s %s, %d, %s: %s%n"
            .formatted(
                subject.unitId(),
                subject.unitName(),
                subject.year(),
                subject.scope(),
                number(subject, explained.total()))
            .replace(System.lineSeparator(), "\n"));
    for (String note : explained.notes()) {
      writer.write("note: " + note + "\n");
    }
  }

  private static String number(Subject subject, Amount total) {
    String value = plain(total.value());
    if (total.value() != null && subject.measure() != null) {
      value += " " + subject.measure();
    }
    if (total.denominator() != null) {
      value += " = " + plain(total.numerator()) + " / " + plain(total.denominator());
    }
    return value + ", " + total.lines() + (total.lines() == 1 ? " line" : " lines");
  }

  private static void units(Explained explained, Writer writer) throws IOException {
    if (explained.units().isEmpty()) {
      return;
    }
    boolean rate = explained.subject().is(Trait.RATE);
    List<String> heading = new ArrayList<>(List.of("unit", "name"));
    if (rate) {
      heading.addAll(List.of("numerator", "denominator"));
    }
    heading.addAll(List.of("figure", "lines"));
    writer.write("\n");
    AlignedText table = new AlignedText(writer, heading, NUMBERS);
    for (Explained.UnitPart unit : explained.units()) {
      List<String> line = new ArrayList<>(List.of(unit.unitId(), unit.name()));
      if (rate) {
        line.add(plain(unit.part().numerator()));
        line.add(plain(unit.part().denominator()));
      }
      line.add(plain(unit.part().value()));
      line.add(String.valueOf(unit.part().lines()));
      table.add(line);
    }
    table.flush();
  }

  private static void lines(Explained explained, Writer writer) throws IOException {
    if (!explained.lines().hasNext()) {
      return;
    }
    Subject subject = explained.subject();
    List<String> heading = new ArrayList<>();
    heading.addAll(subject.is(Trait.RATE) ? List.of("side") : List.of());
    heading.addAll(subject.is(Trait.PARTS) ? List.of("counts for") : List.of());
    heading.addAll(List.of("unit", "data set", "key"));
    heading.addAll(hasAmounts(subject) ? List.of("amount") : List.of());
    heading.addAll(List.of("file:line", "values"));
    heading.addAll(subject.is(Trait.DISTINCT) ? List.of("further rows") : List.of());
    writer.write("\n");
    AlignedText table = new AlignedText(writer, heading, NUMBERS);
    while (explained.lines().hasNext()) {
      table.add(cells(subject, explained.lines().next()));
    }
    table.flush();
  }

  private static List<String> cells(Subject subject, Explained.Line line) {
    List<String> cells = new ArrayList<>();
    if (subject.is(Trait.RATE)) {
      cells.add(line.side());
    }
    if (subject.is(Trait.PARTS)) {
      cells.add(line.name());
    }
    cells.addAll(List.of(line.unitId(), line.dataSet(), line.key()));
    if (hasAmounts(subject)) {
      boolean plus = subject.is(Trait.SIGNED) && line.amount().signum() > 0;
      cells.add((plus ? "+" : "") + plain(line.amount()));
    }
    cells.add(line.file() + ":" + line.line());
    cells.add(line.values().stream().map(String::valueOf).collect(Collectors.joining("; ")));
    if (subject.is(Trait.DISTINCT)) {
      cells.add(String.join(" ", line.further()));
    }
    return cells;
  }

  private static boolean hasAmounts(Subject subject) {
    return subject.is(Trait.AMOUNTS) || subject.is(Trait.SIGNED);
  }

  private static String plain(BigDecimal value) {
    return value == null ? "—" : value.toPlainString();
  }
}
