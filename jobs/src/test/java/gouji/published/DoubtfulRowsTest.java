package gouji.published;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtfulRowsTest {
  private final ReportReader reader = new ReportReader(DeclarationReader.readAll(List.of()));

  private PublishedReport report(String head) {
    String text =
        "松溪市水务局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第(一)项 |\n"
            + head
            + "\n规章 | 0 | 0 | 0 |\n行政规范性文件 | 1 | 2 | 3 |\n";
    return reader.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Test
  void leavesCellsOpenUnderHeadsOfNoForm() {
    PublishedReport report = report("信息内容 | 当年印发 | 当年上网 | 总共上网 |");

    assertThat(report.isFormByYear()).isTrue();
    assertThat(report.cells()).isNotEmpty().allMatch(ReadCell::isAmbiguous);
  }

  @Test
  void readsHeadsThatSayHowTheyAreSpoken() {
    PublishedReport report = report("信息內容 | 本年新制作數(shù)量 | 本年新公開數(shù)量 | 對(duì)外公開總數(shù)量 |");

    assertThat(report.form().id()).isEqualTo("2019-60");
    assertThat(report.findCell("proactive.normative:public_total").orElseThrow().written().raw())
        .isEqualTo("3");
  }

  @Test
  void leavesRowsOpenWhereLinesThatRepeatOthersWereTakenOut() {
    String text =
        """
        松溪市水务局2021年政府信息公开工作年度报告
        二、主动公开政府信息情况
        第二十条第(一)项
        信息内容
        本年制发件数
        本年废止件数
        现行有效件数
        规章
        0
        行政规范性文件
        第二十条第(五)项
        本年处理决定数量
        行政许可
        第二十条第(六)项
        行政处罚
        行政强制
        第二十条第(八)项
        本年收费金额(单位:万元)
        行政事业性收费
        三、收到和处理政府信息公开申请情况
        一、本年新收政府信息公开申请数量
        二、上年结转政府信息公开申请数量
        三、本年度办理结果
        (一)予以公开
        """;

    assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow().cells())
        .isNotEmpty()
        .allMatch(ReadCell::isAmbiguous);
  }

  @Test
  void readsRowsBeforeTheOneInWhichTheTextBreaksOff() {
    String text =
        """
        松溪市水务局2021年政府信息公开工作年度报告
        二、主动公开政府信息情况
        第二十条第(五)项 |
        |||
        信息内容 |
        本年处理决定数量 |
        ||
        行政许可 |
        7 |
        ||
        第二十条第(六)项 |
        |||
        信息内容 |
        本年处理决定数量 |
        ||
        行政处罚 |
        8 |
        ||
        行政强制 |
        9
        """;

    assertThat(
            reader
                .read(text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .findCell("proactive.licence:decisions")
                .orElseThrow()
                .written()
                .raw())
        .isEqualTo("7");
  }
}
