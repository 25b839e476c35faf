package gouji.published;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts whose converter left empty cells out and filled rows up behind their last one. */
class DroppedCellsTest {
  private final ReportReader reader = new ReportReader(DeclarationReader.readAll(List.of()));

  private String state(String text, String address) {
    ReadCell cell =
        reader
            .read(text.getBytes(StandardCharsets.UTF_8))
            .orElseThrow()
            .findCell(address)
            .orElseThrow();
    return cell.state() + (cell.written().isNumber() ? " " + cell.written().raw() : "");
  }

  private static final String HEAD =
      """
      松溪市水务局2020年政府信息公开工作年度报告
      二、主动公开政府信息情况
      第二十条第(一)项 | |||
      信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
      规章 | 0 | 0 | 0 |
      规范性文件 | 0 | 1 | 1 |
      第二十条第(五)项 | |||
      信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
      """;

  @Test
  void leavesValuesOpenInARowThatWasFilledUp() {
    String text = HEAD + "行政许可 | 12 | 345 | |\n其他对外管理服务事项 | 7 | 0 | 8 |\n第二十条第(六)项 | |||\n";

    assertThat(state(text, "proactive.licence:items_change")).isEqualTo("ambiguous");
    assertThat(state(text, "proactive.other_service:items_change")).isEqualTo("number 0");
  }

  @Test
  void readsThemWhereMoreRowsKeepTheirEmptyCells() {
    String text =
        HEAD
            + "行政许可 | 12 | 345 | |\n"
            + "其他对外管理服务事项 | 7 | | 8 |\n"
            + "第二十条第(六)项 | |||\n"
            + "行政处罚 | 7 | | 8 |\n"
            + "行政强制 | 0 | 0 | 0 |\n";

    assertThat(state(text, "proactive.licence:items_change")).isEqualTo("number 345");
    assertThat(state(text, "proactive.licence:decisions")).isEqualTo("blank");
  }

  @Test
  void readsThemWhereNoLineIsFilledUp() {
    String text =
        HEAD.replace(" | |||", " |")
            + "行政许可 | 12 | 345 | |\n其他对外管理服务事项 | 7 | 0 | 8 |\n第二十条第(六)项 |\n";

    assertThat(state(text, "proactive.licence:items_change")).isEqualTo("number 345");
    assertThat(state(text, "proactive.licence:decisions")).isEqualTo("blank");
  }

  @Test
  void leavesRequestsOpenThatStandOnLinesOfTheirOwn() {
    String text =
        """
        松溪市水务局2020年政府信息公开工作年度报告
        三、收到和处理政府信息公开申请情况
        (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) |
        申请人情况 |
        ||||||||
        自然人 |
        法人或其他组织 |
        总计 |
        |||||||
        一、本年新收政府信息公开申请数量 |
        4 |
        4 |
        |||||||
        二、上年结转政府信息公开申请数量 |
        0 |
        0 |
        0 |
        0 |
        0 |
        0 |
        0 |
        ||
        三、本年度办理结果 |
        (一)予以公开 |
        4 |
        0 |
        0 |
        0 |
        0 |
        0 |
        4 |
        |
        """;

    assertThat(state(text, "requests.received:natural")).isEqualTo("ambiguous");
    assertThat(state(text, "requests.received:enterprise")).isEqualTo("ambiguous");
    assertThat(state(text, "requests.carried_in:natural")).isEqualTo("number 0");
  }
}
