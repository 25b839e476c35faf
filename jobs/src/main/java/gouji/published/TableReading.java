package gouji.published;

import gouji.contract.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one table of a form out of the items of a report.
 *
 * @param table the table
 * @param number its number in the form
 * @param items all items, labelled
 * @param foreign labels of columns that other forms have and this one has not
 * @param spellings how labels are compared
 * @param isByYear whether only the year told the form
 * @param losesLines whether lines that repeat others were taken out of the text
 */
record TableReading(
    Form.Table table,
    int number,
    List<Item> items,
    Set<String> foreign,
    Spellings spellings,
    boolean isByYear,
    boolean losesLines) {
  private static final String YUAN = "元";
  private static final String TEN_THOUSAND_YUAN = "万元";

  ReadTable read() {
    Map<Integer, ReadRow> rows =
        table.layout() == Form.Layout.ACROSS
            ? new AcrossReading(table, number, items).read()
            : new RowsReading(table, number, items).read();
    List<ReadCell> cells = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Set<Integer> unsound = unsoundBlocks();
    int row = 0;
    for (int block = 0; block < table.blocks().size(); block++) {
      for (Form.Row each : table.blocks().get(block).rows()) {
        if (rows.containsKey(row)) {
          cells.addAll(cells(each, rows.get(row), unsound.contains(block), block));
        } else {
          missing.add(each.label());
        }
        row++;
      }
    }
    return new ReadTable(table, cells, missing);
  }

  private List<ReadCell> cells(Form.Row row, ReadRow read, boolean isUnsound, int block) {
    List<ReadCell> cells = new ArrayList<>();
    List<Form.Column> columns = table.columnsOf(row);
    boolean isLost = losesLines && read.cells().stream().allMatch(c -> c != null && c.isEmpty());
    for (int i = 0; i < columns.size(); i++) {
      Form.Cell cell = new Form.Cell(table, row, columns.get(i));
      Item item = read.cells().get(i);
      boolean isOpen =
          item == null || isUnsound || isLost || (isBare(item) && isInYuan(columns, i, block));
      cells.add(isOpen ? ReadCell.ambiguous(cell) : ReadCell.of(cell, item));
    }
    return cells;
  }

  private static boolean isBare(Item item) {
    return item.raw().indexOf(YUAN) < 0 && !item.isEmpty();
  }

  /** Whether the head says 元 over a column of 万元: then a bare number may mean either. */
  private boolean isInYuan(List<Form.Column> columns, int column, int block) {
    return TEN_THOUSAND_YUAN.equals(columns.get(column).unit())
        && heads(block).stream()
            .filter(i -> i.label().column() == column)
            .map(i -> spellings.plain(i.raw()))
            .anyMatch(r -> r.contains(YUAN) && !r.contains(TEN_THOUSAND_YUAN));
  }

  /** Labels of columns over the first row of a block, in the order of the text. */
  private List<Item> heads(int block) {
    int of = table.columns().isEmpty() ? block : -1;
    List<Item> heads = new ArrayList<>();
    for (Item item : items) {
      if (isRowOf(item, block)) {
        return heads;
      }
      if (item.kind() == Item.Kind.LABEL
          && item.label().table() == number
          && item.label().role() == Label.Role.COLUMN
          && item.label().block() == of) {
        heads.add(item);
      }
    }
    return heads;
  }

  private boolean isRowOf(Item item, int block) {
    return table.layout() != Form.Layout.ACROSS
        && item.isRow()
        && item.label().table() == number
        && item.label().block() == block;
  }

  /** Blocks whose head has the columns in another order, or those of another form. */
  private Set<Integer> unsoundBlocks() {
    Set<Integer> unsound = new HashSet<>();
    for (int block = 0; block < table.blocks().size(); block++) {
      List<Item> heads = heads(block);
      boolean isUnsound =
          table.layout() != Form.Layout.ACROSS
              && (!isInOrder(heads, block)
                  || (heads.isEmpty() && (isForeign(block) || isOfAnother(block)))
                  || (heads.isEmpty() && isByYear && isHeadUnknown(block)));
      if (isUnsound) {
        unsound.add(block);
      }
    }
    return unsound;
  }

  /** Whether columns follow one another as in the form; the last, a total, may be displaced. */
  private boolean isInOrder(List<Item> heads, int block) {
    List<Form.Column> columns =
        table.columns().isEmpty() ? table.blocks().get(block).columns() : table.columns();
    int before = -1;
    for (Item head : heads) {
      int column = head.label().column();
      if (columns.get(column).sumOf().isEmpty()) {
        if (column <= before) {
          return false;
        }
        before = column;
      }
    }
    return true;
  }

  /** Whether right before the rows of a block stand columns of another one. */
  private boolean isOfAnother(int block) {
    boolean hasOthers = false;
    for (Item item : items) {
      if (isRowOf(item, block)) {
        return hasOthers;
      }
      if (item.kind() == Item.Kind.LABEL) {
        boolean isColumn =
            item.label().table() == number && item.label().role() == Label.Role.COLUMN;
        hasOthers = (isColumn || hasOthers) && !item.isRow();
      }
    }
    return false;
  }

  /** Whether right before the rows of a block stand columns of another form. */
  private boolean isForeign(int block) {
    boolean hasForeign = false;
    for (Item item : items) {
      if (item.kind() == Item.Kind.OTHER && foreign.contains(spellings.label(item.raw()))) {
        hasForeign = true;
      } else if (item.isRow()) {
        if (isRowOf(item, block) && hasForeign) {
          return true;
        }
        hasForeign = false;
      }
    }
    return false;
  }

  /** Whether words of no form stand between the title or the corner of a block and its rows. */
  private boolean isHeadUnknown(int block) {
    boolean isInHead = false;
    boolean hasWords = false;
    for (Item item : items) {
      if (isRowOf(item, block)) {
        return isInHead && hasWords;
      }
      boolean isWord = item.kind() == Item.Kind.OTHER || item.kind() == Item.Kind.PIECE;
      hasWords |= isInHead && isWord;
      if (item.kind() == Item.Kind.LABEL) {
        boolean isHead =
            item.label().role() == Label.Role.BLOCK || item.label().role() == Label.Role.HEAD;
        isInHead = isHead && item.label().table() == number;
        hasWords = false;
      }
    }
    return false;
  }
}
