package gouji.published;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rows with empty cells on lines of their own, and rows of which signs, sums or the end tell. */
class LeftOutCellsTest {
  private static final String TITLE = "松溪市水务局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n";
  private static final String REQUESTS =
      "松溪市水务局2020年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n自然人~法人或其他组织~总计~" + "商业企业~科研机构~社会公益组织~法律服务机构~其他~";

  private final ReportReader reader = new ReportReader(DeclarationReader.readAll(List.of()));

  /** The cells of a row, in the order of the form. */
  private String row(String text, String row) {
    return reader
        .read(text.getBytes(StandardCharsets.UTF_8))
        .orElseThrow()
        .cells()
        .filter(c -> c.cell().address().startsWith(row + ":"))
        .map(c -> c.written().isNumber() ? c.written().raw() : c.state())
        .collect(Collectors.joining(" "));
  }

  @Test
  void readsCellsThatAreStrokesOnLinesOfTheirOwn() {
    String text =
        REQUESTS.replace("~", " |\n")
            + "一、本年新收政府信息公开申请数量 |\n|\n4 |\n|\n|\n|\n|\n4 |\n||\n"
            + "二、上年结转政府信息公开申请数量 |\n|\n|\n|\n|\n|\n|\n0 |\n||\n"
            + "三、本年度办理结果 |\n(一)予以公开 |\n|\n|\n|\n|\n|\n|\n|\n|\n(二)部分公";

    assertThat(row(text, "requests.received")).isEqualTo("blank 4 blank blank blank blank 4");
    assertThat(row(text, "requests.carried_in")).isEqualTo("blank blank blank blank blank blank 0");
    assertThat(row(text, "requests.open")).isEqualTo("blank blank blank blank blank blank blank");
  }

  @Test
  void leavesThemOpenWhereSomeRowHasAnotherNumberOfCells() {
    String text =
        REQUESTS.replace("~", " |\n")
            + "一、本年新收政府信息公开申请数量 |\n|\n4 |\n|\n|\n|\n|\n4 |\n||\n"
            + "二、上年结转政府信息公开申请数量 |\n|\n|\n|\n|\n3 |\n0 |\n||\n"
            + "三、本年度办理结果 |\n(一)予以公开 |\n|\n|\n|\n|\n|\n|\n|\n|\n(二)部分公";

    assertThat(row(text, "requests.received")).doesNotContain("4");
  }

  @Test
  void readsAnEmptyCellBeforeTheStrokeOfTheNextRow() {
    String text =
        TITLE
            + "|\n第二十条第(一)项 | |||\n|\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n|\n"
            + "规章 |\n0 |\n0 |\n|\n|\n行政规范性文件 |\n5 |\n12 |\n8 |\n|\n第二十条第(五)项 | |||\n"
            + "|\n信息内容 |\n本年处理决定数量 | ||\n|\n行政许可 |\n3 | ||\n|\n第二十条第(六)项 | |||\n";

    assertThat(row(text, "proactive.regulation")).isEqualTo("0 0 blank");
    assertThat(row(text, "proactive.normative")).isEqualTo("5 12 8");
  }

  @Test
  void readsACellThatABreakOfLinesTookFromItsLabel() {
    String text =
        TITLE
            + "第二十条第(六)项 | |||\n信息内容 | 本年处理决定数量 | ||\n行政处罚 | 7 | ||\n行政强制 |\n| ||\n"
            + "第二十条第(八)项 | |||\n信息内容 | 本年收费金额(单位:万元) | ||\n行政事业性收费 | 0 | ||\n";

    assertThat(row(text, "proactive.enforcement")).isEqualTo("blank");
    assertThat(row(text, "proactive.penalty")).isEqualTo("7");
  }

  @Test
  void readsTheChangeByItsSignWhereCellsWereLeftOut() {
    String text =
        TITLE
            + "第二十条第(五)项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政许可\n21\n+6\n其他对外管理服务事项\n"
            + "第二十条第(六)项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政处罚\n9\n减2\n行政强制\n3\n4\n"
            + "第二十条第(八)项\n";

    assertThat(row(text, "proactive.licence")).isEqualTo("21 +6 ambiguous");
    assertThat(row(text, "proactive.other_service")).isEqualTo("blank blank blank");
    assertThat(row(text, "proactive.penalty")).isEqualTo("9 减2 ambiguous");
    assertThat(row(text, "proactive.enforcement")).isEqualTo("ambiguous ambiguous ambiguous");
  }

  @Test
  void readsTotalsOfRowsThatAddUpThoughCellsWereLeftOut() {
    String text =
        REQUESTS.replace("~", "\n\n")
            + "一、本年新收政府信息公开申请数量\n\n58\n\n3\n\n\n\n2\n\n63\n\n二、上年结转政府信息公开申请数量\n\n\n6\n\n6\n\n"
            + "三、本年度办理结果\n\n(一)予以公开\n\n\n\n0\n\n(二)部分公开\n\n";
    String doubtful = text.replace("63", "61");

    assertThat(row(text, "requests.received")).endsWith("ambiguous 63").doesNotContain("58");
    assertThat(row(text, "requests.carried_in")).endsWith("ambiguous 6");
    assertThat(row(text, "requests.open")).doesNotContain("0");
    assertThat(row(doubtful, "requests.received") + row(doubtful, "requests.carried_in"))
        .doesNotContain("6");
  }

  @Test
  void readsARowThatIsFullBeforeTheTextBreaksOffInTheNext() {
    String rows =
        "一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
            + "三、本年度办理结果\n(一)予以公开\n0\n1\n0\n0\n0\n0\n1\n2";
    String first = TITLE + "第二十条第(一)项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n0\n行政规范性文件\n3\n1\n";

    assertThat(row(REQUESTS.replace("~", "\n") + rows, "requests.open")).isEqualTo("0 1 0 0 0 0 1");
    assertThat(row(first, "proactive.regulation")).isEqualTo("0 0 0");
    assertThat(row(first, "proactive.normative")).isEqualTo("ambiguous ambiguous ambiguous");
  }

  @Test
  void leavesABlockOpenUnderTheHeadOfAnother() {
    String text =
        TITLE
            + "第二十条第(八)项 |\n信息内容 | 上一年项目数量 | 本年增/减 |\n行政事业性收费 | 0 | 0 |\n"
            + "第二十条第(九)项 |\n信息内容 | 上一年项目数量 | 本年增/减 |\n政府集中采购 | 4 | 2 |\n";

    assertThat(row(text, "proactive.fee")).isEqualTo("0 0");
    assertThat(row(text, "proactive.procurement")).isEqualTo("ambiguous ambiguous");
  }

  @Test
  void readsDisputesUnderAnotherHeadingWithHeadsInPieces() {
    String text =
        """
        四、因政府信息公开工作被申请行政复议、提起行政诉讼情况
        行政复议 行政诉讼
        未经复议直接起诉 复议后起诉
        结果 结果 其他 尚未 总
        维持 纠正 结果 审结 计 结果 结果 其他 尚未 总 结果 结果 其他 尚未 总
        维持 纠正 结果 审结 计 维持 纠正 结果 审结 计
        3 1 0 2 6 0 0 0 1 1 4 0 0 0 4
        五、存在的主要问题
        """;

    assertThat(row(text, "disputes.reconsideration")).isEqualTo("3 1 0 2 6");
    assertThat(row(text, "disputes.litigation_after")).isEqualTo("4 0 0 0 4");
  }
}
