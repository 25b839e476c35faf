package gouji.published;

import gouji.contract.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A report that nobody published, with what stands in its cells.
 *
 * @param form its form
 * @param year its year
 * @param cells what stands in each cell, by address
 */
public record MadeUpReport(Form form, int year, Map<String, String> cells) {

  /**
   * A row of a table with the texts of its cells; some of them labels.
   *
   * @param texts the texts
   * @param columns how many columns each takes
   * @param rows how many rows each takes
   */
  public record Row(List<String> texts, List<Integer> columns, List<Integer> rows) {
    static Row of(String... texts) {
      List<Integer> ones = new ArrayList<>();
      List.of(texts).forEach(t -> ones.add(1));
      return new Row(List.of(texts), ones, ones);
    }
  }

  /** A table with the line above it. */
  public record Table(String title, List<Row> rows) {}

  static MadeUpReport of(Form form, int year, Random random, boolean hasBlanks) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Form.Cell cell : form.cells()) {
      cells.put(cell.address(), value(cell, random, hasBlanks));
    }
    for (Form.Cell cell : form.cells()) {
      if (!cell.column().sumOf().isEmpty() && random.nextInt(10) > 0) {
        int sum = 0;
        for (String part : cell.parts()) {
          String digits = cells.get(part).replaceAll("[^0-9]", "");
          sum += digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }
        cells.put(cell.address(), String.valueOf(sum));
      }
    }
    return new MadeUpReport(form, year, cells);
  }

  private static String value(Form.Cell cell, Random random, boolean hasBlanks) {
    int kind = random.nextInt(20);
    if (hasBlanks && kind < 3) {
      return "";
    }
    String number = String.valueOf(kind < 10 ? 0 : random.nextInt(kind < 16 ? 40 : 20000));
    if (cell.column().signed()) {
      return kind > 17 ? "-" + number : kind > 16 ? "+" + number : number;
    }
    if ("万元".equals(cell.column().unit()) && kind > 10) {
      return number + "." + (10 + random.nextInt(90)) + (kind > 15 ? "万元" : "");
    }
    return kind == 19 && cell.column().unit() != null ? number + cell.column().unit() : number;
  }

  /** The tables as the form prints them. */
  public List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (Form.Table table : form.tables()) {
      tables.add(
          new Table(
              table.title(),
              switch (table.layout()) {
                case BLOCKS -> blocks(table);
                case GRID -> grid(table);
                case ACROSS -> across(table);
              }));
    }
    return tables;
  }

  private String cell(Form.Table table, Form.Row row, Form.Column column) {
    return cells.get(new Form.Cell(table, row, column).address());
  }

  private List<Row> blocks(Form.Table table) {
    List<Row> rows = new ArrayList<>();
    for (Form.Block block : table.blocks()) {
      rows.add(Row.of(block.title()));
      List<String> head = new ArrayList<>(List.of(table.rowsLabel()));
      block.columns().forEach(c -> head.add(c.label()));
      rows.add(Row.of(head.toArray(String[]::new)));
      for (Form.Row row : block.rows()) {
        List<String> line = new ArrayList<>(List.of(row.label()));
        block.columns().forEach(c -> line.add(cell(table, row, c)));
        rows.add(Row.of(line.toArray(String[]::new)));
      }
    }
    return rows;
  }

  private List<Row> grid(Form.Table table) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(List.of(table.note(), table.columnsLabel()), List.of(3, 7), List.of(3, 1)));
    rows.add(new Row(List.of("自然人", "法人或其他组织", "总计"), List.of(1, 5, 1), List.of(2, 1, 2)));
    rows.add(Row.of("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"));
    String head = "";
    String group = "";
    for (Form.Row row : table.rows()) {
      List<String> line = new ArrayList<>();
      if (row.head() != null && !row.head().equals(head)) {
        line.add(row.head());
      }
      if (row.group() != null && !row.group().equals(group)) {
        line.add(row.group());
      }
      head = row.head() == null ? "" : row.head();
      group = row.group() == null ? "" : row.group();
      line.add(row.label());
      table.columns().forEach(c -> line.add(cell(table, row, c)));
      rows.add(Row.of(line.toArray(String[]::new)));
    }
    return rows;
  }

  private List<Row> across(Form.Table table) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(List.of("行政复议", "行政诉讼"), List.of(5, 10), List.of(1, 1)));
    List<String> head = new ArrayList<>();
    List<String> under = new ArrayList<>();
    List<String> line = new ArrayList<>();
    table.columns().forEach(c -> head.add(c.label()));
    head.addAll(List.of("未经复议直接起诉", "复议后起诉"));
    for (Form.Row row : table.rows()) {
      if (row.group() != null) {
        table.columns().forEach(c -> under.add(c.label()));
      }
      table.columns().forEach(c -> line.add(cell(table, row, c)));
    }
    rows.add(Row.of(head.toArray(String[]::new)));
    rows.add(Row.of(under.toArray(String[]::new)));
    rows.add(Row.of(line.toArray(String[]::new)));
    return rows;
  }
}
