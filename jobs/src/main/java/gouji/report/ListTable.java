package gouji.report;

import gouji.report.ReportTable.Cell;
import gouji.report.ReportTable.Kind;
import java.util.ArrayList;
import java.util.List;

/** A table with one line of heads that is filled cell by cell, line by line. */
final class ListTable {
  private final List<Cell> cells = new ArrayList<>();
  private final List<String> heads;
  private int row;
  private int column;

  ListTable(List<String> heads) {
    this.heads = heads;
    heads.forEach(head -> text(Kind.HEADER, head));
  }

  /** Adds the next cell. */
  void text(Kind kind, String text) {
    add(Cell.text(row, column, kind, text));
  }

  /** Adds the next cell with a number; null is absent. */
  void number(Figure figure) {
    add(Cell.number(row, column, figure));
  }

  private void add(Cell cell) {
    cells.add(cell);
    column++;
    if (column == heads.size()) {
      row++;
      column = 0;
    }
  }

  ReportTable table(String id, String title) {
    return new ReportTable(id, title, 1, 1, cells);
  }
}
