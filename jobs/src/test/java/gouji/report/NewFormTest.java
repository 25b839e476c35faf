package gouji.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.contract.Form;
import gouji.contract.Form.Block;
import gouji.contract.Form.Column;
import gouji.contract.Form.Layout;
import gouji.contract.Form.Row;
import gouji.contract.Form.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewFormTest {
  private static final List<Column> COLUMNS =
      List.of(
          column("online", "网上", "渠道", null, false),
          column("paper", "书面", "渠道", null, false),
          column("money", "金额", null, "万元", true));
  private static final List<Row> ROWS =
      List.of(row("one", "甲", null, null), row("two", "甲", "组", null), row("sum", "合计", "组", "首"));

  @Test
  void rendersAGridWithGroupsThatNoOfficialFormHas() {
    assertThat(text(Layout.GRID, "项目", null, COLUMNS, List.of(block(null, List.of(), ROWS))))
        .isEqualTo(
            """
            项目 2×3 | 渠道 1×2 | 金额 2×1
            网上 | 书面
            甲 1×3 | 1 | 0 | +2.50万元
            组 | 甲 1×2 | — | — | —
            首 | 组 | 合计 | — | — | -2.50万元
            """);
  }

  @Test
  void rendersBlocksThatShareTheTablesColumns() {
    Block first = block("第一块", List.of(), ROWS.subList(0, 1));
    Block second = block(null, COLUMNS.subList(2, 3), ROWS.subList(2, 3));

    assertThat(text(Layout.BLOCKS, "内容", "情况", COLUMNS, List.of(first, second)))
        .isEqualTo(
            """
            第一块 1×4
            内容 3×1 | 情况 1×3
            渠道 1×2 | 金额 2×1
            网上 | 书面
            甲 | 1 | 0 | +2.50万元
            内容 2×1 | 情况 1×3
            金额 1×3
            合计 | -2.50万元 1×3
            """);
  }

  @Test
  void rendersRowsAcrossWithColumnGroups() {
    List<Block> blocks = List.of(block(null, List.of(), ROWS.subList(0, 2)));

    assertThat(text(Layout.ACROSS, null, null, COLUMNS, blocks))
        .isEqualTo(
            """
            甲 1×3 | 组 1×3
            渠道 1×2 | 金额 3×1 | 甲 1×3
            网上 2×1 | 书面 2×1 | 渠道 1×2 | 金额 2×1
            网上 | 书面
            1 | 0 | +2.50万元 | — | — | —
            """);
  }

  @Test
  void refusesBlocksWithColumnsOfTheirOwnUnderOneHead() {
    List<Block> blocks = List.of(block(null, COLUMNS, ROWS));

    assertThatThrownBy(() -> text(Layout.GRID, null, null, List.of(), blocks))
        .hasMessage("blocks with columns belong to layout blocks only");
  }

  private static String text(
      Layout layout,
      String rowsLabel,
      String columnsLabel,
      List<Column> columns,
      List<Block> blocks) {
    Table table =
        new Table(
            "t",
            "表",
            List.of(),
            2,
            layout,
            null,
            rowsLabel,
            columnsLabel,
            columns,
            blocks,
            List.of());
    Form form = new Form("2030-1", "新表", "新通知", 2030, null, List.of(table));
    AnnualReport report =
        new AnnualReport(
            2030,
            "u",
            "单位",
            form,
            Map.of(
                "t.one:online", new BigDecimal("1.000000"),
                "t.one:paper", new BigDecimal("0.000000"),
                "t.one:money", new BigDecimal("2.495000"),
                "t.sum:money", new BigDecimal("-2.495000")),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return TableText.of(ReportTables.official(report).get(0));
  }

  private static Block block(String title, List<Column> columns, List<Row> rows) {
    return new Block(title, columns, rows);
  }

  private static Row row(String id, String label, String group, String head) {
    return new Row(id, label, List.of(), group, head, null, Map.of(), List.of(), null);
  }

  private static Column column(String id, String label, String group, String unit, boolean signed) {
    return new Column(id, label, List.of(), group, unit, signed, List.of(), List.of(), null);
  }
}
