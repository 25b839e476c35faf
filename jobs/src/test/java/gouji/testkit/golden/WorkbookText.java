package gouji.testkit.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook as text: its sheets, and each row's cells with a stroke between them. */
final class WorkbookText {
  private WorkbookText() {}

  /** The text of all sheets but the one of that name. */
  static String of(Path file, String leftOut) {
    StringBuilder text = new StringBuilder();
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        if (!sheet.getName().equals(leftOut)) {
          text.append("== ").append(sheet.getName()).append(" ==\n");
          List<Row> rows = sheet.read();
          rows.forEach(row -> text.append(line(row)).append('\n'));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Numbers stand as they are, texts in quotes: whether a figure is a number matters. */
  private static String line(Row row) {
    return row.stream()
        .map(cell -> cell == null || cell.getType() == CellType.EMPTY ? "" : text(cell))
        .collect(Collectors.joining("|"));
  }

  private static String text(Cell cell) {
    return cell.getType() == CellType.NUMBER
        ? cell.asNumber().toPlainString()
        : "'" + cell.getText().replace("\n", "\\n") + "'";
  }
}
