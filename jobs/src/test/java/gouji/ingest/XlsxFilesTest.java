package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class XlsxFilesTest {
  private static final String[] HEADER = {
    "unit_id", "receipt_no", "collected_on", "amount_yuan", "submitted_at", "withdrawn"
  };
  private static final String UNREADABLE = "1,,unreadable_file,";

  /** Writes the cells of a sheet. */
  private interface Cells {
    void write(Worksheet sheet);
  }

  private static byte[] workbook(String[] names, Cells... sheets) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      for (int i = 0; i < sheets.length; i++) {
        sheets[i].write(book.newWorksheet(names[i]));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] sheet(Cells cells) throws IOException {
    return workbook(new String[] {"Sheet1"}, cells);
  }

  private static void row(Worksheet sheet, int row, Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text) {
        sheet.value(row, i, text);
      } else if (values[i] instanceof Number number) {
        sheet.value(row, i, number);
      } else if (values[i] instanceof Boolean truth) {
        sheet.value(row, i, truth);
      } else if (values[i] instanceof LocalDate day) {
        sheet.value(row, i, day);
        sheet.style(row, i).format("yyyy\"年\"m\"月\"d\"日\"").set();
      } else if (values[i] instanceof LocalDateTime time) {
        sheet.value(row, i, time);
        sheet.style(row, i).format("yyyy-mm-dd hh:mm:ss").set();
      }
    }
  }

  @Test
  void readsRealCellsOfEveryKind() throws IOException {
    LocalDateTime late = LocalDateTime.of(2020, 3, 7, 23, 59, 59);
    byte[] bytes =
        sheet(
            sheet -> {
              row(sheet, 0, (Object[]) HEADER);
              row(sheet, 1, 361125, "001", LocalDate.of(2020, 3, 7), 0.1 + 0.2, late, true);
              row(sheet, 2, 123456789012345L, "２", late, 1234.5, "2020-3-7", 0);
              row(sheet, 3, "1", "3", 20200307, "1,234.50");
            });

    assertThat(Taken.of("fees", "a.xlsx", bytes).accepted)
        .containsExactly(
            "2 unit_id=361125 receipt_no=001 collected_on=2020-03-07 amount_yuan=0.30"
                + " submitted_at=2020-03-07T23:59:59Z withdrawn=true",
            "3 unit_id=123456789012345 receipt_no=2 collected_on=2020-03-07 amount_yuan=1234.50"
                + " submitted_at=2020-03-07T00:00:00Z withdrawn=false",
            "4 unit_id=1 receipt_no=3 collected_on=2020-03-07 amount_yuan=1234.50");
  }

  @Test
  void refusesNumbersInKeysThatExcelHasCutOrThatHaveAFraction() throws IOException {
    byte[] bytes =
        sheet(
            sheet -> {
              row(sheet, 0, (Object[]) HEADER);
              row(sheet, 1, 1234567890123456L, "1", "2020-1-1", 1);
              row(sheet, 2, 1.5, "1", "2020-1-1", 1);
              row(sheet, 3, 1e20, "1", "2020-1-1", 1.005);
              row(sheet, 4, 5.0, "1", 43831, true);
            });

    assertThat(Taken.of("fees", "a.xlsx", bytes).rejects)
        .containsExactly(
            "2,unit_id,bad_number,1234567890123456",
            "3,unit_id,bad_number,1.5",
            "4,unit_id,bad_number,100000000000000000000",
            "4,amount_yuan,bad_number,1.005",
            "5,collected_on,bad_date,43831",
            "5,amount_yuan,bad_number,true");
  }

  @Test
  void tellsRowNumbersWithGapsAndFillsShortRows() throws IOException {
    byte[] bytes =
        sheet(
            sheet -> {
              row(sheet, 2, (Object[]) HEADER);
              row(sheet, 4, "1", "2", "2020-1-1", 1);
              row(sheet, 6, " ", "\u3000", "", null, null, null, null);
              row(sheet, 7, "1", "2");
              row(sheet, 9, "1", "3", "2020-1-1", 1, null, null, "x");
              row(sheet, 10, "1", "4", "2020-1-1", 1, null, null, " ");
            });

    Taken taken = Taken.of("fees", "a.xlsx", bytes);

    assertThat(taken.accepted).extracting(l -> l.split(" ", 2)[0]).containsExactly("5", "11");
    assertThat(taken.rejects)
        .containsExactly(
            "8,collected_on,missing_value,",
            "8,amount_yuan,missing_value,",
            "10,,malformed_row,1,3,2020-1-1,1,,,x");
    assertThat(taken.read).isEqualTo(4);
  }

  @Test
  void takesTheSheetNamedAfterTheDataSetElseTheFirst() throws IOException {
    Cells right = sheet -> row(sheet, 0, "unit_id", "receipt_no", "collected_on", "amount_yuan");
    Cells wrong = sheet -> row(sheet, 0, "说明", null, "x");

    for (String name : new String[] {"fees", "Fees", "行政事业性收费"}) {
      byte[] bytes = workbook(new String[] {"说明", name}, wrong, right);
      assertThat(Taken.of("fees", "a.xlsx", bytes).rejects).isEmpty();
    }
    assertThat(Taken.of("fees", "a.xlsx", workbook(new String[] {"甲", "乙"}, right, wrong)).rejects)
        .isEmpty();
    assertThat(Taken.of("fees", "a.xlsx", workbook(new String[] {"甲", "乙"}, wrong, right)).rejects)
        .containsExactly("1,unit_id,missing_column,说明,,x");
  }

  @Test
  void refusesAHeaderThatNamesAColumnTwice() throws IOException {
    byte[] bytes = sheet(sheet -> row(sheet, 1, "unit_id", "执收单位代码"));

    assertThat(Taken.of("fees", "a.xlsx", bytes).rejects)
        .containsExactly("1,,malformed_row,unit_id,执收单位代码");
  }

  @Test
  void refusesBrokenEncryptedAndEmptyWorkbooks() throws IOException {
    byte[] sound = sheet(sheet -> row(sheet, 0, (Object[]) HEADER));
    byte[] encrypted = new byte[4096];
    byte[] signature = {
      (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a
    };
    System.arraycopy(signature, 0, encrypted, 0, signature.length);

    assertThat(Taken.of("fees", "a.xlsx", sound).rejects).isEmpty();
    for (byte[] bytes :
        new byte[][] {
          Arrays.copyOf(sound, sound.length / 2),
          encrypted,
          "unit_id,receipt_no".getBytes(StandardCharsets.UTF_8),
          sheet(sheet -> row(sheet, 3, " ", "\u3000")),
          sheet(sheet -> {}),
          zip("", "<row><c><v>1</v></c></row><row><c><v>1"),
          zip("", "<row><c><v>1</v></c></row><row><c><v>one</v></c></row>")
        }) {
      assertThat(Taken.of("fees", "a.xlsx", bytes).rejects).containsExactly(UNREADABLE);
    }
  }

  @Test
  void readsFormulasErrorsAndRowsThatSayNoNumber() throws IOException {
    String text = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";
    String header = (text + text + text + text).formatted((Object[]) HEADER);

    Taken taken =
        Taken.of(
            "fees",
            "a.xlsx",
            zip(
                "",
                "<row>"
                    + header
                    + "</row><row><c t=\"str\"><f>A1</f><v>01</v></c><c><f>1+1</f><v>2</v></c><c"
                    + " t=\"str\"><v>2020-1-1</v></c><c><f>1/3</f><v>0.33000000000000002</v></c></row><row><c><v>1</v></c><c><v>1E+2</v></c><c"
                    + " t=\"e\"><v>#N/A</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row><row"
                    + " r=\"9\"><c><v>1</v></c><c><v>1.2345678901234567E+19</v></c><c><v>1E+999999999</v></c>"
                    + "<c><v>1E-999999999</v></c></row><row><c><v>1</v></c></row>"));

    assertThat(taken.accepted)
        .containsExactly("2 unit_id=01 receipt_no=2 collected_on=2020-01-01 amount_yuan=0.33");
    assertThat(taken.rejects)
        .containsExactly(
            "3,collected_on,bad_date,#N/A",
            "3,amount_yuan,bad_number,#DIV/0!",
            "9,receipt_no,bad_number,12345678901234600000",
            "9,collected_on,bad_date,1E+999999999",
            "9,amount_yuan,bad_number,1E-999999999",
            "10,receipt_no,missing_value,",
            "10,collected_on,missing_value,",
            "10,amount_yuan,missing_value,");
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookSaysSo() throws IOException {
    String row =
        "<row><c t=\"inlineStr\"><is><t>unit_id</t></is></c><c"
            + " t=\"inlineStr\"><is><t>name</t></is></c><c"
            + " t=\"inlineStr\"><is><t>level</t></is></c><c"
            + " t=\"inlineStr\"><is><t>valid_from</t></is></c><c"
            + " t=\"inlineStr\"><is><t>valid_to</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c><c"
            + " t=\"inlineStr\"><is><t>县</t></is></c><c s=\"1\"><v>%s</v></c><c"
            + " s=\"1\"><v>%s</v></c></row>";

    assertThat(
            Taken.of(
                    "units", "a.xlsx", zip("date1904=\"1\"", row.formatted("42369.99999", "42370")))
                .accepted)
        .containsExactly(
            "2 unit_id=1 name=2 level=county valid_from=2020-01-01 valid_to=2020-01-02");
    assertThat(
            Taken.of("units", "a.xlsx", zip("", row.formatted("43831.99999999999", "2958465")))
                .accepted)
        .containsExactly("2 unit_id=1 name=2 level=county valid_from=2020-01-02");
    assertThat(Taken.of("units", "a.xlsx", zip("", row.formatted("1", "59"))).accepted)
        .containsExactly(
            "2 unit_id=1 name=2 level=county valid_from=1900-01-01 valid_to=1900-02-28");
    assertThat(Taken.of("units", "a.xlsx", zip("", row.formatted("0", "2958464"))).rejects)
        .containsExactly(
            "2,valid_from,out_of_range,1899-12-31", "2,valid_to,out_of_range,9999-12-30");
  }

  /**
   * A workbook of these rows; cells of style 1 are dates. Without dates it has no styles at all.
   */
  private static byte[] zip(String properties, String rows) throws IOException {
    boolean styled = rows.contains("s=\"1\"");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
              + " PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
              + "officedocument.spreadsheetml.sheet.main+xml\"/>"
              + (styled
                  ? "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd."
                      + "openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                  : "")
              + "</Types>");
      entry(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
              + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr"
              + " "
              + properties
              + "/><sheets><sheet name=\"甲\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"a\" Target=\"worksheets/a.xml\"/></Relationships>");
      entry(
          zip,
          "xl/styles.xml",
          "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
      entry(
          zip,
          "xl/worksheets/a.xml",
          "<worksheet"
              + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
              + rows
              + "</sheetData></worksheet>");
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
