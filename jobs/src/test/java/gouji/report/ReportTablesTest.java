package gouji.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.report.ReportTable.Cell;
import gouji.report.ReportTable.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTablesTest {
  @Test
  void laysOutProactiveDisclosureInBlocksInTheFormOf2019() {
    assertThat(official("2019-60", 0))
        .isEqualTo(
            """
            第二十条第(一)项 1×4
            信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
            规章 | 3 | 6 | 9
            规范性文件 | 12 | 15 | 1
            第二十条第(五)项 1×4
            信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
            行政许可 | 4 | +7 | 10
            其他对外管理服务事项 | 13 | +16 | 2
            第二十条第(六)项 1×4
            信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
            行政处罚 | 5 | -8 | 11
            行政强制 | — | — | —
            第二十条第(八)项 1×4
            信息内容 | 上一年项目数量 | 本年增/减 1×2
            行政事业性收费 | 6 | +9 1×2
            第二十条第(九)项 1×4
            信息内容 | 采购项目数量 | 采购总金额(万元) 1×2
            政府集中采购 | 12 | 3703.70 1×2
            """);
  }

  @Test
  void laysOutRequestsAsAGridWithGroupsToTheLeftInTheFormOf2019() {
    assertThat(official("2019-60", 1))
        .isEqualTo(
            """
            (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) 3×3 | 申请人情况 1×7
            自然人 2×1 | 法人或其他组织 1×5 | 总计 2×1
            商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他
            一、本年新收政府信息公开申请数量 1×3 | 1 | 4 | 7 | 10 | 13 | 16 | 51
            二、上年结转政府信息公开申请数量 1×3 | 5 | 8 | 11 | 14 | 0 | 3 | 41
            三、本年度办理结果 20×1 | (一)予以公开 1×2 | 9 | 12 | 15 | 1 | 4 | 7 | 48
            (二)部分公开(区分处理的,只计这一情形,不计其他情形) 1×2 | 13 | 16 | 2 | 5 | 8 | 11 | 55
            (三)不予公开 8×1 | 1.属于国家秘密 | 0 | 3 | 6 | 9 | 12 | 15 | 45
            2.其他法律行政法规禁止公开 | 4 | 7 | 10 | 13 | 16 | 2 | 52
            3.危及“三安全一稳定” | 8 | 11 | 14 | 0 | 3 | 6 | 42
            4.保护第三方合法权益 | 12 | 15 | 1 | 4 | 7 | 10 | 49
            5.属于三类内部事务信息 | 16 | 2 | 5 | 8 | 11 | 14 | 56
            6.属于四类过程性信息 | 3 | 6 | 9 | 12 | 15 | 1 | 46
            7.属于行政执法案卷 | 7 | 10 | 13 | 16 | 2 | 5 | 53
            8.属于行政查询事项 | 11 | 14 | 0 | 3 | 6 | 9 | 43
            (四)无法提供 3×1 | 1.本机关不掌握相关政府信息 | 15 | 1 | 4 | 7 | 10 | 13 | 50
            2.没有现成信息需要另行制作 | 2 | 5 | 8 | 11 | 14 | 0 | 40
            3.补正后申请内容仍不明确 | 6 | 9 | 12 | 15 | 1 | 4 | 47
            (五)不予处理 5×1 | 1.信访举报投诉类申请 | 10 | 13 | 16 | 2 | 5 | 8 | 54
            2.重复申请 | 14 | 0 | 3 | 6 | 9 | 12 | 44
            3.要求提供公开出版物 | 1 | 4 | 7 | 10 | 13 | 16 | 51
            4.无正当理由大量反复申请 | 5 | 8 | 11 | 14 | 0 | 3 | 41
            5.要求行政机关确认或重新出具已获取信息 | 9 | 12 | 15 | 1 | 4 | 7 | 48
            (六)其他处理 1×2 | 13 | 16 | 2 | 5 | 8 | 11 | 55
            (七)总计 1×2 | 158 | 164 | 153 | 142 | 148 | 154 | 919
            四、结转下年度继续办理 1×3 | 4 | 7 | 10 | 13 | 16 | 2 | 52
            """);
  }

  @Test
  void laysOutDisputesAcrossOnOneLineInTheFormOf2019() {
    assertThat(official("2019-60", 2))
        .isEqualTo(
            """
            行政复议 1×5 | 行政诉讼 1×10
            结果维持 2×1 | 结果纠正 2×1 | 其他结果 2×1 | 尚未审结 2×1 | 总计 2×1 | 未经复议直接起诉 1×5 | 复议后起诉 1×5
            结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
            8 | 11 | 14 | 0 | 33 | 6 | 9 | 12 | 15 | 42 | 4 | 7 | 10 | 13 | 34
            """);
  }

  @Test
  void laysOutProactiveDisclosureInBlocksInTheFormOf2021() {
    assertThat(official("2021-30", 0))
        .isEqualTo(
            """
            第二十条第(一)项 1×4
            信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
            规章 | 3 | 6 | 9
            行政规范性文件 | 12 | 15 | 1
            第二十条第(五)项 1×4
            信息内容 | 本年处理决定数量 1×3
            行政许可 | 4 1×3
            第二十条第(六)项 1×4
            信息内容 | 本年处理决定数量 1×3
            行政处罚 | 7 1×3
            行政强制 | — 1×3
            第二十条第(八)项 1×4
            信息内容 | 本年收费金额(单位:万元) 1×3
            行政事业性收费 | 3703.70 1×3
            """);
  }

  @Test
  void laysOutRequestsAsAGridWithGroupsToTheLeftInTheFormOf2021() {
    assertThat(official("2021-30", 1))
        .isEqualTo(
            """
            (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) 3×3 | 申请人情况 1×7
            自然人 2×1 | 法人或其他组织 1×5 | 总计 2×1
            商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他
            一、本年新收政府信息公开申请数量 1×3 | 16 | 2 | 5 | 8 | 11 | 14 | 56
            二、上年结转政府信息公开申请数量 1×3 | 3 | 6 | 9 | 12 | 15 | 1 | 46
            三、本年度办理结果 22×1 | (一)予以公开 1×2 | 7 | 10 | 13 | 16 | 2 | 5 | 53
            (二)部分公开(区分处理的,只计这一情形,不计其他情形) 1×2 | 11 | 14 | 0 | 3 | 6 | 9 | 43
            (三)不予公开 8×1 | 1.属于国家秘密 | 15 | 1 | 4 | 7 | 10 | 13 | 50
            2.其他法律行政法规禁止公开 | 2 | 5 | 8 | 11 | 14 | 0 | 40
            3.危及“三安全一稳定” | 6 | 9 | 12 | 15 | 1 | 4 | 47
            4.保护第三方合法权益 | 10 | 13 | 16 | 2 | 5 | 8 | 54
            5.属于三类内部事务信息 | 14 | 0 | 3 | 6 | 9 | 12 | 44
            6.属于四类过程性信息 | 1 | 4 | 7 | 10 | 13 | 16 | 51
            7.属于行政执法案卷 | 5 | 8 | 11 | 14 | 0 | 3 | 41
            8.属于行政查询事项 | 9 | 12 | 15 | 1 | 4 | 7 | 48
            (四)无法提供 3×1 | 1.本机关不掌握相关政府信息 | 13 | 16 | 2 | 5 | 8 | 11 | 55
            2.没有现成信息需要另行制作 | 0 | 3 | 6 | 9 | 12 | 15 | 45
            3.补正后申请内容仍不明确 | 4 | 7 | 10 | 13 | 16 | 2 | 52
            (五)不予处理 5×1 | 1.信访举报投诉类申请 | 8 | 11 | 14 | 0 | 3 | 6 | 42
            2.重复申请 | 12 | 15 | 1 | 4 | 7 | 10 | 49
            3.要求提供公开出版物 | 16 | 2 | 5 | 8 | 11 | 14 | 56
            4.无正当理由大量反复申请 | 3 | 6 | 9 | 12 | 15 | 1 | 46
            5.要求行政机关确认或重新出具已获取信息 | 7 | 10 | 13 | 16 | 2 | 5 | 53
            (六)其他处理 3×1 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 11 | 14 | 0 | 3 | 6 | 9 | 43
            2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 15 | 1 | 4 | 7 | 10 | 13 | 50
            3.其他 | 2 | 5 | 8 | 11 | 14 | 0 | 40
            (七)总计 1×2 | 171 | 166 | 161 | 173 | 168 | 163 | 1002
            四、结转下年度继续办理 1×3 | 10 | 13 | 16 | 2 | 5 | 8 | 54
            """);
  }

  @Test
  void laysOutDisputesAcrossOnOneLineInTheFormOf2021() {
    assertThat(official("2021-30", 2))
        .isEqualTo(
            """
            行政复议 1×5 | 行政诉讼 1×10
            结果维持 2×1 | 结果纠正 2×1 | 其他结果 2×1 | 尚未审结 2×1 | 总计 2×1 | 未经复议直接起诉 1×5 | 复议后起诉 1×5
            结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
            14 | 0 | 3 | 6 | 23 | 12 | 15 | 1 | 4 | 32 | 10 | 13 | 16 | 2 | 41
            """);
  }

  @Test
  void showsADashForEveryCellThatIsAbsent() {
    List<ReportTable> tables = ReportTables.official(AnnualReports.empty("2021-30"));

    assertThat(tables)
        .flatExtracting(ReportTable::cells)
        .filteredOn(cell -> cell.kind() == Kind.NUMBER)
        .hasSize(10 + 25 * 7 + 15)
        .allSatisfy(cell -> assertThat(cell.text()).isEqualTo("—"));
  }

  @Test
  void repeatsTheHeadOfTheGridAndKnowsItsLabelColumns() {
    ReportTable requests = ReportTables.official(AnnualReports.full("2021-30")).get(1);

    assertThat(requests.headRows()).isEqualTo(3);
    assertThat(requests.labelColumns()).isEqualTo(3);
    assertThat(requests.rows()).isEqualTo(28);
    assertThat(requests.columns()).isEqualTo(10);
  }

  @Test
  void refusesCellsThatOverlapOrLeaveAGap() {
    Cell wide = Cell.text(0, 0, Kind.HEADER, "宽").over(1, 2);
    Cell second = Cell.text(0, 1, Kind.TEXT, "二");
    Cell low = Cell.text(1, 0, Kind.TEXT, "低");

    assertThatThrownBy(() -> new ReportTable("a", "甲", 0, 0, List.of(wide, second)))
        .hasMessageContaining("table a: cells overlap at ");
    assertThatThrownBy(() -> new ReportTable("a", "甲", 0, 0, List.of(wide, low)))
        .hasMessage("table a: no cell at row 1, column 1");
  }

  private static String official(String form, int place) {
    return TableText.of(ReportTables.official(AnnualReports.full(form)).get(place));
  }
}
