package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Labels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The rows of one sheet of an Excel workbook. The sheet is gone through once before the first row
 * is given, so that a broken workbook gives none; the second time row by row.
 */
final class XlsxRows implements RawRows {
  private static final MathContext DOUBLE = new MathContext(15, RoundingMode.HALF_UP);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int MILLIS_OF_SECOND = 1000;
  private static final int SECONDS_OF_DAY = 24 * 60 * 60;
  private static final int LARGEST_EXPONENT = 400;

  private final ReadableWorkbook book;
  private final boolean from1904;
  private Stream<Row> stream;
  private Iterator<Row> rows;
  private int width;
  private long number;

  private XlsxRows(ReadableWorkbook book) {
    this.book = book;
    from1904 = book.isDate1904();
  }

  /** The rows of the sheet named after the data set, else of the first. */
  static RawRows open(InputStream in, DataSet set) throws IOException {
    ReadableWorkbook book = null;
    try {
      book = book(in.readAllBytes());
      XlsxRows opened = new XlsxRows(book);
      opened.begin(sheet(book, set));
      return opened;
    } catch (IOException | RuntimeException e) {
      if (book != null) {
        book.close();
      }
      throw new IOException("it is no sound workbook", e);
    }
  }

  /**
   * A workbook need not have styles, which the reader takes for an error when they are asked for.
   */
  private static ReadableWorkbook book(byte[] bytes) throws IOException {
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
    } catch (ExcelReaderException e) {
      return new ReadableWorkbook(
          new ByteArrayInputStream(bytes), new ReadingOptions(false, false));
    }
  }

  private static Sheet sheet(ReadableWorkbook book, DataSet set) {
    for (String name : List.of(set.name(), set.title())) {
      try (Stream<Sheet> sheets = book.getSheets()) {
        Optional<Sheet> named =
            sheets.filter(s -> Labels.normal(s.getName()).equals(Labels.normal(name))).findFirst();
        if (named.isPresent()) {
          return named.get();
        }
      }
    }
    return book.getFirstSheet();
  }

  private void begin(Sheet sheet) throws IOException {
    rewind(sheet);
    boolean blank = true;
    while (rows.hasNext()) {
      for (Cell cell : rows.next()) {
        blank = blank && (cell == null || Texts.isEmpty(cell(cell).text()));
      }
    }
    stream.close();
    if (blank) {
      throw new IOException("it holds nothing but white space");
    }
    rewind(sheet);
  }

  private void rewind(Sheet sheet) throws IOException {
    stream = sheet.openStream();
    rows = stream.iterator();
    number = 0;
  }

  @Override
  public RawRow header() {
    RawRow first = next();
    List<RawCell> cells = new ArrayList<>(first.cells());
    while (Texts.isEmpty(cells.get(cells.size() - 1).text())) {
      cells.remove(cells.size() - 1);
    }
    width = cells.size();
    return new RawRow(first.line(), null, cells, false, text(cells));
  }

  @Override
  public RawRow next() {
    while (rows.hasNext()) {
      Row row = rows.next();
      // A row that does not say its number follows the one before; the reader counts those from 0.
      number = Math.max(row.getRowNum(), number + 1);
      List<RawCell> cells = cells(row, width);
      if (!cells.stream().allMatch(c -> Texts.isEmpty(c.text()))) {
        return new RawRow(number, null, cells, false, cells.size() > width ? text(cells) : null);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    book.close();
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
      return Math.abs((long) number.scale()) > LARGEST_EXPONENT
          ? RawCell.text(cell.getRawValue())
          : isDate(cell) ? date(number) : number(number);
    }
    if (value instanceof Boolean truth) {
      return new RawCell(RawCell.Kind.BOOLEAN, truth.toString());
    }
    if (value == null) {
      return cell.getRawValue() == null ? RawCell.EMPTY : RawCell.text(cell.getRawValue());
    }
    return RawCell.text(value.toString());
  }

  /** A double's number to 15 significant digits; null stays null. */
  static BigDecimal significant(BigDecimal number) {
    return number == null ? null : number.round(DOUBLE);
  }

  /**
   * A double's number, plain; one with too many digits as the file writes it, where that is plain.
   */
  static RawCell number(BigDecimal number) {
    BigDecimal rounded = significant(number).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return new RawCell(RawCell.Kind.NUMBER, "0");
    }
    if (rounded.precision() - rounded.scale() > DOUBLE.getPrecision()) {
      return new RawCell(
          RawCell.Kind.LOSSY_NUMBER, (number.scale() < 0 ? rounded : number).toPlainString());
    }
    return new RawCell(RawCell.Kind.NUMBER, rounded.toPlainString());
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
        significant(serial)
                .multiply(BigDecimal.valueOf(SECONDS_OF_DAY * (long) MILLIS_OF_SECOND))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact()
            / MILLIS_OF_SECOND;
    long days = seconds / SECONDS_OF_DAY;
    LocalDate start =
        from1904
            ? LocalDate.of(1904, 1, 1)
            : days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    LocalDateTime time = start.plusDays(days).atStartOfDay().plusSeconds(seconds % SECONDS_OF_DAY);
    return date(time);
  }

  /** A real date cell; its time of day is left out where it is midnight. */
  static RawCell date(LocalDateTime time) {
    boolean midnight = time.toLocalTime().toSecondOfDay() == 0;
    return new RawCell(
        RawCell.Kind.DATE, midnight ? time.toLocalDate().toString() : TIME.format(time));
  }
}
