package gouji.testkit.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows as Excel workbooks with real dates, numbers and booleans; the same bytes every time. */
final class Workbooks {
  private static final LocalDateTime WRITTEN = LocalDateTime.of(2022, 1, 1, 0, 0);

  private Workbooks() {}

  static byte[] bytes(String dataSet, Layout layout, List<Filing> rows) {
    try {
      // The writer's packages can only be read from a file.
      Path draft = Files.createTempFile("sample", ".xlsx");
      try (OutputStream out = Files.newOutputStream(draft);
          Workbook book = new Workbook(out, "gouji", "1.0")) {
        book.newWorksheet("说明").value(0, 0, "本表由各单位填报");
        fill(book.newWorksheet(dataSet), dataSet, layout, rows);
      }
      byte[] bytes = timeless(draft);
      Files.delete(draft);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Worksheet sheet, String dataSet, Layout layout, List<Filing> rows) {
    List<String> columns = Columns.used(dataSet, rows);
    for (int c = 0; c < columns.size(); c++) {
      sheet.value(0, c, layout.heading(dataSet, columns.get(c)));
      for (int r = 0; r < rows.size(); r++) {
        cell(sheet, r + 1, c, layout, layout.value(rows.get(r), columns.get(c)));
      }
    }
  }

  private static void cell(Worksheet sheet, int row, int column, Layout layout, Object value) {
    if (value instanceof LocalDate day) {
      sheet.value(row, column, day);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean truth) {
      sheet.value(row, column, truth);
    } else if (value != null) {
      sheet.value(row, column, layout.spelling().text(value));
    }
  }

  /** The same package with every time taken out and nothing compressed. */
  private static byte[] timeless(Path book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile from = new ZipFile(book.toFile());
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        boolean dated = entry.getName().equals("docProps/core.xml");
        store(to, entry.getName(), dated ? undated(content) : content);
      }
    }
    return out.toByteArray();
  }

  private static byte[] undated(byte[] properties) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", WRITTEN + ":00Z")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void store(ZipOutputStream to, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(WRITTEN);
    to.putNextEntry(entry);
    to.write(content);
    to.closeEntry();
  }
}
