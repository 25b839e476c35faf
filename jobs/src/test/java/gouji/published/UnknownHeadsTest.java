package gouji.published;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownHeadsTest {
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
}
