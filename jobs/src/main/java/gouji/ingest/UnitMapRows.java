package gouji.ingest;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Field;
import gouji.contract.Labels;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a unit map, each checked by itself; the first mistake ends the reading. */
final class UnitMapRows {
  private static final String REPORTED = "reported";
  private static final String UNITS = "units";
  private static final String CONSOLIDATED = "consolidated";

  /** What a line may say. */
  private enum Column {
    UNIT_ID,
    NAME,
    FILE,
    SCOPE
  }

  /**
   * A line of the map.
   *
   * @param number the line in the file
   * @param name empty for none
   * @param file path relative to the folder of reports; empty for none
   */
  record Line(long number, String unitId, String name, String file, String scope) {}

  private final String path;
  private final byte[] bytes;
  private final Codes scopes;
  private final Map<String, Column> headers = new HashMap<>();
  private final Map<Column, Integer> places = new EnumMap<>(Column.class);

  UnitMapRows(String path, byte[] bytes, Declarations declared) {
    this.path = path;
    this.bytes = bytes.clone();
    Field scope = declared.dataSet(REPORTED).field(Columns.SCOPE);
    scopes = Codes.of(scope, declared);
    know(Column.UNIT_ID, declared.dataSet(REPORTED).field(Columns.UNIT_ID));
    know(Column.NAME, declared.dataSet(UNITS).field(Columns.NAME));
    know(Column.SCOPE, scope);
    headers.put(Columns.FILE, Column.FILE);
    headers.put("文件", Column.FILE);
  }

  private void know(Column column, Field field) {
    field.labels().forEach(l -> headers.put(Labels.normal(l.label()), column));
    headers.put(Labels.normal(field.title()), column);
    headers.put(Labels.normal(field.name()), column);
  }

  /** The lines, in their order. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    try (CsvRows rows = open()) {
      RawRow header = rows.header();
      bind(header);
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        lines.add(line(row, header.cells().size()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private CsvRows open() throws IOException {
    Prescan scan = Prescan.of(new ByteArrayInputStream(bytes), FileKind.CSV);
    if (scan.problem() != null) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the unit map %s cannot be used: %s. Save it as CSV in UTF-8 with the columns unit_id and name (--unit-map)."
              .formatted(path, scan.problem()));
    }
    Charset charset = Charset.forName(scan.charset());
    return new CsvRows(new InputStreamReader(new ByteArrayInputStream(bytes), charset));
  }

  private void bind(RawRow header) {
    for (int i = 0; i < header.cells().size(); i++) {
      Column column = headers.get(Labels.normal(header.cells().get(i).text()));
      if (column != null && places.put(column, i) != null) {
        throw mistake(
            header.line(),
            "the header names %s twice".formatted(header.cells().get(i).text()),
            "Keep one of them.");
      }
    }
    if (!places.containsKey(Column.UNIT_ID)
        || !(places.containsKey(Column.NAME) || places.containsKey(Column.FILE))) {
      throw mistake(
          header.line(),
          "the header is %s".formatted(String.join(",", texts(header))),
          "It needs unit_id (单位代码), and name (单位名称) or file (文件).");
    }
  }

  private static List<String> texts(RawRow row) {
    return row.cells().stream().map(RawCell::text).toList();
  }

  private Line line(RawRow row, int width) {
    boolean isWider =
        row.cells().stream().skip(width).anyMatch(cell -> !Texts.isEmpty(cell.text()));
    if (row.malformed() || isWider) {
      throw mistake(
          row.line(),
          "%s is no row of the header's columns"
              .formatted(row.text().lines().findFirst().orElse("")),
          "Put quotes around what holds a comma, and double those inside.");
    }
    Line line =
        new Line(
            row.line(),
            Texts.nfkc(text(row, Column.UNIT_ID)),
            Texts.trim(text(row, Column.NAME)),
            Texts.trim(text(row, Column.FILE)),
            scope(row));
    if (line.unitId().isEmpty() && !(line.name() + line.file()).isEmpty()) {
      throw mistake(
          row.line(), "%s%s has no unit_id".formatted(line.name(), line.file()), "Fill it in.");
    }
    return line;
  }

  private String scope(RawRow row) {
    String written = Texts.trim(text(row, Column.SCOPE));
    String scope = written.isEmpty() ? CONSOLIDATED : scopes.find(written);
    if (scope == null) {
      throw mistake(
          row.line(),
          "the scope is %s".formatted(written),
          "Write own (本单位) or consolidated (汇总), or leave it empty.");
    }
    return scope;
  }

  private String text(RawRow row, Column column) {
    Integer place = places.get(column);
    boolean isThere = place != null && place < row.cells().size();
    return isThere ? row.cells().get(place).text() : "";
  }

  /** The failure of a line that gives a name or file another unit than one before it. */
  Failure twice(Line line, UnitMap.Unit before) {
    boolean isOfFile = !line.file().isEmpty();
    return mistake(
        line.number(),
        "%s is %s (%s) here, and %s (%s) before"
            .formatted(
                isOfFile ? line.file() : line.name(),
                line.unitId(),
                line.scope(),
                before.unitId(),
                before.scope()),
        isOfFile
            ? "Keep one of them."
            : "Keep one of them, or tell the reports apart by their files (column file).");
  }

  private Failure mistake(long line, String what, String mending) {
    return new Failure(
        FailureCode.UNUSABLE,
        "the unit map %s:%d cannot be used: %s. %s".formatted(path, line, what, mending));
  }
}
