package gouji.report;

import gouji.contract.Form;
import gouji.report.ReportTable.Cell;
import gouji.report.ReportTable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table in blocks, each with a heading line and a head of its own; its last column fills up. */
final class BlocksTable {
  private final Form.Table table;
  private final FormNumbers numbers;
  private final List<Cell> cells = new ArrayList<>();
  private final int width;
  private int row;

  private BlocksTable(Form.Table table, FormNumbers numbers) {
    this.table = table;
    this.numbers = numbers;
    this.width = table.blocks().stream().mapToInt(b -> columns(b).size()).max().orElse(0);
  }

  static ReportTable of(Form.Table table, FormNumbers numbers) {
    BlocksTable blocks = new BlocksTable(table, numbers);
    table.blocks().forEach(blocks::add);
    return new ReportTable(table.id(), table.title(), 0, 1, blocks.cells);
  }

  private List<Form.Column> columns(Form.Block block) {
    return block.columns().isEmpty() ? table.columns() : block.columns();
  }

  private void add(Form.Block block) {
    if (block.title() != null) {
      cells.add(Cell.text(row, 0, Kind.HEADING, block.title()).over(1, width + 1));
      row++;
    }
    head(columns(block));
    for (Form.Row line : block.rows()) {
      numbers(line, columns(block));
    }
  }

  private void head(List<Form.Column> columns) {
    LabelTree head = new LabelTree();
    for (int i = 0; i < columns.size(); i++) {
      Form.Column column = columns.get(i);
      head.add(span(i, columns), Stream.of(table.columnsLabel(), column.group(), column.label()));
    }
    int depth = head.depth();
    String corner = table.note() == null ? table.rowsLabel() : table.note();
    cells.add(Cell.text(row, 0, Kind.HEADER, corner).over(depth, 1));
    head.labels(depth).forEach(label -> cells.add(label.above(row, 1)));
    row += depth;
  }

  private void numbers(Form.Row line, List<Form.Column> columns) {
    cells.add(Cell.text(row, 0, Kind.LABEL, line.label()));
    for (int i = 0; i < columns.size(); i++) {
      cells.add(numbers.cell(row, i + 1, table, line, columns.get(i)).over(1, span(i, columns)));
    }
    row++;
  }

  private int span(int place, List<Form.Column> columns) {
    return place == columns.size() - 1 ? width - place : 1;
  }
}
