package gouji.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The rows of one sheet of an Excel workbook, all read at once (a sheet has at most 1,048,576). */
final class XlsxRows {
  private static final MathContext DOUBLE = new MathContext(15, RoundingMode.HALF_UP);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int SECONDS = 24 * 60 * 60;

  private final boolean from1904;

  private XlsxRows(boolean from1904) {
    this.from1904 = from1904;
  }

  /** The rows of the sheet named after the data set, else of the first. */
  static RawRows open(InputStream in, String dataSet) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      Sheet sheet;
      try (Stream<Sheet> sheets = book.getSheets()) {
        sheet =
            sheets
                .filter(s -> Texts.nfkc(s.getName()).equalsIgnoreCase(dataSet))
                .findFirst()
                .orElseGet(book::getFirstSheet);
      }
      return new XlsxRows(book.isDate1904()).rows(sheet);
    } catch (RuntimeException e) {
      throw new IOException("it is no sound workbook: " + e.getMessage(), e);
    }
  }

  private RawRows rows(Sheet sheet) throws IOException {
    RawRow header = null;
    List<RawRow> rows = new ArrayList<>();
    for (Row row : sheet.read()) {
      List<RawCell> cells = cells(row, header == null ? 0 : header.cells().size());
      if (cells.stream().allMatch(c -> Texts.isEmpty(c.text()))) {
        continue;
      }
      if (header == null) {
        while (Texts.isEmpty(cells.get(cells.size() - 1).text())) {
          cells.remove(cells.size() - 1);
        }
        header = new RawRow(row.getRowNum(), null, cells, false, null);
      } else {
        rows.add(new RawRow(row.getRowNum(), null, cells, false, text(cells)));
      }
    }
    RawRow none = new RawRow(1, null, List.of(), false, "");
    return new ListedRows(header == null ? none : header, rows);
  }

  private static String text(List<RawCell> cells) {
    return String.join(",", cells.stream().map(c -> c.text() == null ? "" : c.text()).toList());
  }

  private List<RawCell> cells(Row row, int least) {
    int count = Math.max(row.getCellCount(), least);
    List<RawCell> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Cell cell = i < row.getCellCount() && row.hasCell(i) ? row.getCell(i) : null;
      cells.add(cell == null ? RawCell.EMPTY : cell(cell));
    }
    return cells;
  }

  private RawCell cell(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return isDate(cell) ? date(number) : number(number);
    }
    if (value instanceof Boolean truth) {
      return new RawCell(RawCell.Kind.BOOLEAN, truth.toString());
    }
    if (value == null) {
      return cell.getRawValue() == null ? RawCell.EMPTY : RawCell.text(cell.getRawValue());
    }
    return RawCell.text(value.toString());
  }

  /** A double's number to 15 significant digits, plain. */
  static RawCell number(BigDecimal number) {
    BigDecimal rounded = number.round(DOUBLE).stripTrailingZeros();
    boolean lossy = rounded.precision() - rounded.scale() > DOUBLE.getPrecision();
    return new RawCell(
        lossy ? RawCell.Kind.LOSSY_NUMBER : RawCell.Kind.NUMBER,
        rounded.signum() == 0 ? "0" : rounded.toPlainString());
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null
        && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58))
        && id != 48
        && id != 49) {
      return true;
    }
    String format = cell.getDataFormatString();
    if (format == null || format.equalsIgnoreCase("general")) {
      return false;
    }
    String bare =
        format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
    return bare.chars().anyMatch(c -> "ymdhs年月日".indexOf(c) >= 0);
  }

  private RawCell date(BigDecimal serial) {
    if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
      return number(serial);
    }
    long seconds =
        serial
            .multiply(BigDecimal.valueOf(SECONDS))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    long days = seconds / SECONDS;
    LocalDate start =
        from1904
            ? LocalDate.of(1904, 1, 1)
            : days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    LocalDateTime time = start.plusDays(days).atTime(0, 0).plusSeconds(seconds % SECONDS);
    return new RawCell(
        RawCell.Kind.DATE,
        seconds % SECONDS == 0 ? time.toLocalDate().toString() : TIME.format(time));
  }
}
