package gouji.job;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.report.AuditedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditJobTest {
  private static final Declarations DECLARED = DeclarationReader.readAll(List.of());

  /** A report of the newer form with a row of requests, and one of fees. */
  private static final String TEXT =
      """
      %1$s2022年政府信息公开工作年度报告
      二、主动公开政府信息情况
      第二十条第(八)项 |
      信息内容 | 本年收费金额(单位:万元) |
      行政事业性收费 | %2$s |
      三、收到和处理政府信息公开申请情况
      一、本年新收政府信息公开申请数量 | %3$s | 0 | 0 | 0 | 0 | 0 | %3$s |
      """;

  @TempDir private Path folder;

  private Path report(String unit, String fee, String requests) throws IOException {
    return Files.writeString(folder.resolve(unit + ".txt"), TEXT.formatted(unit, fee, requests));
  }

  private static List<AuditedReport> audited(List<Path> files) {
    return audited(files, new MemoryShelf());
  }

  private static List<AuditedReport> audited(List<Path> files, Shelf shelf) {
    List<AuditedReport> all = new ArrayList<>();
    try (AuditedReports reports = new AuditJob(DECLARED, files).audit(shelf)) {
      reports.forEach(all::add);
    }
    return all;
  }

  private static List<AuditedReport.Finding> levels(AuditedReport report) {
    return report.findings().stream().filter(f -> f.rule().equals("levels.sum")).toList();
  }

  @Test
  void findsThatTheUnitsBelowHaveMoreThanTheUnitAbove() throws IOException {
    Path county = report("弋阳县人民政府", "25534.03", "5");
    Path town = report("弋阳县曹溪镇人民政府", "20000.5", "3");
    Path bureau = report("弋阳县教育局", "5533.5", "4");

    AuditedReport above = audited(List.of(county, town, bureau)).get(0);

    assertThat(above.matched().below()).containsExactly(town.toString(), bureau.toString());
    AuditedReport.Finding found = levels(above).get(0);
    assertThat(found.severity()).isEqualTo("error");
    assertThat(found.cell()).isEqualTo("requests.received:natural");
    assertThat(found.message())
        .isEqualTo("一、本年新收政府信息公开申请数量 / 自然人：5 < 3 + 4 = 7，相差 -2。汇总数应等于本单位数与各下级单位汇总数之和");
    assertThat(found.left() + found.right() + found.difference()).isEqualTo("57-2");
    assertThat(found.evidence())
        .containsExactly(
            "一、本年新收政府信息公开申请数量 / 自然人 5（" + county + " 第7行第20字）",
            "一、本年新收政府信息公开申请数量 / 自然人 3（弋阳县曹溪镇人民政府 " + town + " 第7行第20字）",
            "一、本年新收政府信息公开申请数量 / 自然人 4（弋阳县教育局 " + bureau + " 第7行第20字）");
    assertThat(above.verdicts().get("levels.sum")).containsEntry("fail", 2);
  }

  @Test
  void tellsNothingMoreWhereTheUnitsBelowHaveLess() throws IOException {
    List<Path> files = List.of(report("弋阳县", "25534.03", "9"), report("弋阳县曹溪镇", "20000.5", "3"));

    List<AuditedReport> reports = audited(files);

    assertThat(levels(reports.get(0)))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.severity()).isEqualTo("info");
              assertThat(f.message()).contains("本单位自身的数、下级单位是否齐全均未知");
            });
    assertThat(reports.get(0).verdicts().get("levels.sum").keySet())
        .containsExactly("not_applicable", "unknown");
    assertThat(reports.get(1).verdicts()).doesNotContainKey("levels.sum");
    assertThat(reports.get(1).matched().above()).isEqualTo(files.get(0).toString());
  }

  @Test
  void takesNoRoundingOfAmountsForMore() throws IOException {
    List<Path> sound =
        List.of(
            report("弋阳县", "25534.03", "9"),
            report("弋阳县曹溪镇", "20000.5", "3"),
            report("弋阳县漆工镇", "5533.6", "3"));
    assertThat(levels(audited(sound).get(0))).noneMatch(f -> f.severity().equals("error"));

    report("弋阳县漆工镇", "5533.7", "3");
    assertThat(levels(audited(sound).get(0)))
        .first()
        .extracting(AuditedReport.Finding::cell)
        .isEqualTo("proactive.fee:amount_10k");
  }

  @Test
  void findsTheSameInReportsOnDiskAsInMemory() throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(report("弋阳县人民政府", "10", "5"));
    files.add(report("弋阳县曹溪镇人民政府", "3", "6"));
    files.add(Files.writeString(folder.resolve("z.txt"), "今日天气晴。\n"));
    for (int i = 0; i < 150; i++) {
      files.add(report("松溪市" + Character.toString(0x4e00 + i) + "水局", "1", "2"));
    }

    List<AuditedReport> onDisk = audited(files, new DiskShelf());

    assertThat(onDisk).isEqualTo(audited(files));
    assertThat(onDisk.stream().map(AuditedReport::file))
        .containsExactlyElementsOf(files.stream().map(Path::toString).toList());
    assertThat(levels(onDisk.get(0))).isNotEmpty();
    assertThat(onDisk.get(2).reason()).isEqualTo("其中没有找到任何报表格式的行");
  }
}
