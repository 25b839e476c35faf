package gouji.export;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.report.AnnualReport;
import gouji.report.AnnualReports;
import gouji.report.ReportTable;
import gouji.report.ReportTables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReportTest {
  private static final int TOP = 2;

  @ParameterizedTest
  @ValueSource(strings = {"2019-60", "2021-30"})
  void holdsEveryCellOfTheTablesAndNothingElse(String form) throws IOException {
    AnnualReport report = AnnualReports.full(form);
    List<ReportTable> tables = ReportTables.official(report);

    try (ReadableWorkbook workbook = read(bytes(report))) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(sheets)
          .extracting(Sheet::getName)
          .containsExactly(
              "二、主动公开政府信息情况",
              "三、收到和处理政府信息公开申请情况",
              "四、政府信息公开行政复议、行政诉讼情况",
              "指标",
              "覆盖",
              "勾稽问题",
              "数据来源");
      for (int i = 0; i < tables.size(); i++) {
        same(sheets.get(i), tables.get(i));
      }
      same(sheets.get(3), ReportTables.indicators(report));
      same(sheets.get(4), ReportTables.coverage(report));
      same(sheets.get(5), ReportTables.findings(report));
      same(sheets.get(6), ReportTables.facts(report));
    }
  }

  @Test
  void writesNumbersAsNumbersWithFormatsThatShowSignAndUnit() throws IOException {
    try (ReadableWorkbook workbook = read(bytes(AnnualReports.full("2019-60")))) {
      Sheet sheet = workbook.getFirstSheet();
      List<Row> rows = sheet.read();

      assertThat(rows.get(0).getCell(0).asString()).isEqualTo("二、主动公开政府信息情况");
      assertThat(rows.get(1).getCell(0).asString())
          .isEqualTo("青石县人民政府（330100000000）2020年度  格式依据：国办公开办函〔2019〕60号");
      Cell change = rows.get(TOP + 6).getCell(2);
      assertThat(change.asNumber()).isEqualByComparingTo("7");
      assertThat(change.getDataFormatString()).isEqualTo("+0;-0;0");
      Cell amount = rows.get(TOP + 17).getCell(2);
      assertThat(amount.asNumber()).isEqualByComparingTo("3703.70");
      assertThat(amount.getDataFormatString()).isEqualTo("0.00");
    }
  }

  @Test
  void mergesCellsWhereTheOfficialTableDoes() throws IOException {
    assertThat(parts(bytes(AnnualReports.full("2019-60"))))
        .contains(
            "\"A3:C5\"/>",
            "\"D3:J3\"/>",
            "\"E4:I4\"/>",
            "\"D4:D5\"/>",
            "\"A8:A27\"/>",
            "\"B10:B17\"/>");
  }

  @Test
  void writesHostileNamesAsTextThatStaysTextWhenItIsEdited() throws IOException {
    String name = "=cmd|' /C calc'!A0 <b>&\"_x0041_";

    byte[] bytes = bytes(AnnualReports.full("2021-30", name));

    try (ReadableWorkbook workbook = read(bytes)) {
      Cell unit = workbook.findSheet("勾稽问题").orElseThrow().read().get(TOP + 1).getCell(2);
      assertThat(unit.getType()).isEqualTo(CellType.STRING);
      assertThat(unit.getText()).isEqualTo(name.replace("_x0041_", "_x005F_x0041_"));
    }
    assertThat(parts(bytes)).contains("formatCode=\"@\"").doesNotContain("<f>");
    assertThat(parts(bytes(AnnualReports.full("2021-30")))).doesNotContain("formatCode=\"@\"");
  }

  @Test
  void givesTheSameBytesForTheSameReport() throws IOException {
    byte[] first = bytes(AnnualReports.full("2019-60"));

    assertThat(bytes(AnnualReports.full("2019-60"))).isEqualTo(first);
    assertThat(parts(first)).doesNotContain("dcterms:created");
  }

  @Test
  void fitsEverySheetToTheWidthOfA4() throws IOException {
    String parts = parts(bytes(AnnualReports.full("2021-30")));

    assertThat(parts.split("paperSize=\"9\" scale=\"100\" fitToWidth=\"1\" fitToHeight=\"0\"", -1))
        .hasSize(8);
    assertThat(parts).contains("orientation=\"landscape\"", "orientation=\"portrait\"");
  }

  @Test
  void writesAReportThatSaysNothing() throws IOException {
    try (ReadableWorkbook workbook = read(bytes(AnnualReports.empty("2021-30")))) {
      assertThat(workbook.getFirstSheet().read().get(TOP + 2).getCell(1).asString()).isEqualTo("—");
    }
  }

  private static void same(Sheet sheet, ReportTable table) throws IOException {
    List<Row> rows = sheet.read();
    assertThat(rows).hasSize(TOP + table.rows());
    long filled = 0;
    for (ReportTable.Cell expected : table.cells()) {
      Cell cell = rows.get(TOP + expected.row()).getCell(expected.column());
      if (expected.figure() != null) {
        assertThat(cell.asNumber()).isEqualByComparingTo(expected.figure().value());
      } else if (!expected.text().isEmpty()) {
        assertThat(cell.asString()).isEqualTo(expected.text());
      }
      filled += expected.text().isEmpty() ? 0 : 1;
    }
    long written =
        rows.stream()
            .skip(TOP)
            .flatMap(Row::stream)
            .filter(cell -> cell != null && cell.getType() != CellType.EMPTY)
            .count();
    assertThat(written).isEqualTo(filled);
  }

  private static byte[] bytes(AnnualReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new XlsxReport().write(report, out);
    return out.toByteArray();
  }

  private static ReadableWorkbook read(byte[] bytes) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
  }

  private static String parts(byte[] bytes) throws IOException {
    StringBuilder parts = new StringBuilder();
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
    for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
      parts.append(part.getName()).append('\n');
      parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
    }
    return parts.toString();
  }
}
