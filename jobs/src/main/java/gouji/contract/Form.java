package gouji.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An official table layout with the report years it is for.
 *
 * @param id the id, such as {@code 2021-30}
 * @param title Chinese name
 * @param basis the notice that sets the form
 * @param firstYear first report year
 * @param lastYear last report year, null when the form is still in use; not said in a file, it is
 *     the year before the next form begins
 * @param tables the tables, in the order of print
 */
public record Form(
    @Required String id,
    @Required String title,
    @Required String basis,
    @Required int firstYear,
    Integer lastYear,
    @Required List<Table> tables)
    implements Serializable {

  /** Copies the list. */
  public Form {
    tables = Lists.copy(tables);
  }

  /** Whether this is the form of that report year. */
  public boolean isFor(int year) {
    return year >= firstYear && (lastYear == null || year <= lastYear);
  }

  /** The same form with its last report year. */
  Form until(int year) {
    return new Form(id, title, basis, firstYear, year, tables);
  }

  /** All cells, in the order of print. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Table table : tables) {
      for (Block block : table.blocks()) {
        List<Column> columns = block.columns().isEmpty() ? table.columns() : block.columns();
        for (Row row : block.rows()) {
          columns.forEach(c -> cells.add(new Cell(table, row, c)));
        }
      }
    }
    return cells;
  }

  /**
   * One table.
   *
   * @param id first part of a cell's address
   * @param title heading as printed
   * @param aliases other headings that reports print
   * @param section number of the report's section, 2 to 4
   * @param layout how documents arrange it
   * @param note the note printed in the corner of the head, or null
   * @param rowsLabel what the head says over the row labels, such as 信息内容; null for nothing
   * @param columnsLabel what the head says over all columns, such as 申请人情况; null for nothing
   * @param columns columns shared by all rows; empty when every block has its own
   * @param blocks rows under a common head
   * @param comparableWith ids of forms whose cells of the same address mean the same
   */
  public record Table(
      @Required String id,
      @Required String title,
      List<String> aliases,
      @Required int section,
      @Required Layout layout,
      String note,
      String rowsLabel,
      String columnsLabel,
      List<Column> columns,
      @Required List<Block> blocks,
      List<String> comparableWith)
      implements Serializable {
    /** Copies the lists and refuses heads of their own where the layout has one head for all. */
    public Table {
      aliases = Lists.copy(aliases);
      columns = Lists.copy(columns);
      blocks = Lists.copy(blocks);
      comparableWith = Lists.copy(comparableWith);
      if (layout != Layout.BLOCKS && blocks.stream().anyMatch(b -> !b.columns().isEmpty())) {
        throw new IllegalArgumentException("blocks with columns belong to layout blocks only");
      }
    }

    /** All rows, in the order of print. */
    public List<Row> rows() {
      return blocks.stream().flatMap(b -> b.rows().stream()).toList();
    }

    /** The columns that a row has. */
    public List<Column> columnsOf(Row row) {
      for (Block block : blocks) {
        if (block.rows().stream().anyMatch(r -> r.id().equals(row.id()))) {
          return block.columns().isEmpty() ? columns : block.columns();
        }
      }
      return columns;
    }
  }

  /** How documents arrange a table. */
  public enum Layout {
    /** Blocks, each with a heading line and a head of its own, as in section two. */
    BLOCKS,
    /** One row for each row, with group labels to the left, as in section three. */
    GRID,
    /** All rows side by side on one line of numbers, as in section four. */
    ACROSS
  }

  /**
   * Rows under a common head.
   *
   * @param title heading line such as 第二十条第(一)项, or a group's label; null for none
   * @param columns columns of this block; empty for those of the table
   * @param rows the rows
   */
  public record Block(String title, List<Column> columns, @Required List<Row> rows)
      implements Serializable {
    /** Copies the lists. */
    public Block {
      columns = Lists.copy(columns);
      rows = Lists.copy(rows);
    }
  }

  /**
   * One row.
   *
   * @param id second part of a cell's address
   * @param label as printed
   * @param aliases other labels read as this row
   * @param group label of the group to the left, such as (三)不予公开; null for none
   * @param head label of the outermost group, such as 三、本年度办理结果; null for none
   * @param measure how every cell of the row is counted, with the column's conditions added; null
   *     when cells say it one by one or when the row is a sum
   * @param cells how the cell of a column is counted or taken, by column id
   * @param sumOf ids of the rows that this one adds up; empty for none
   * @param sumRule id of the rule that follows from the sum; null for none
   */
  public record Row(
      @Required String id,
      @Required String label,
      List<String> aliases,
      String group,
      String head,
      Measure measure,
      java.util.Map<String, Source> cells,
      List<String> sumOf,
      String sumRule)
      implements Serializable {
    /** Copies the lists. */
    public Row {
      aliases = Lists.copy(aliases);
      cells = Lists.sorted(cells);
      sumOf = Lists.copy(sumOf);
    }
  }

  /**
   * Where a cell comes from: a measure, or the declared fact of that code; exactly one.
   *
   * @param measure counted from records
   * @param fact code of a declared fact
   */
  public record Source(Measure measure, String fact) implements Serializable {
    /** Exactly one of the two. */
    public Source {
      if ((measure == null) == (fact == null)) {
        throw new IllegalArgumentException("a cell has either a measure or a fact");
      }
    }
  }

  /**
   * One column.
   *
   * @param id third part of a cell's address
   * @param label as printed
   * @param aliases other labels read as this column
   * @param group label above it, such as 法人或其他组织; null for none
   * @param unit unit of its numbers: 件, 项, 个, 万元; null for plain counts
   * @param signed whether documents print a plus before a number above 0
   * @param where conditions added to the row's measure
   * @param sumOf ids of the columns that this one adds up; empty for none
   * @param sumRule id of the rule that follows from the sum; null for none
   */
  public record Column(
      @Required String id,
      @Required String label,
      List<String> aliases,
      String group,
      String unit,
      boolean signed,
      List<Condition> where,
      List<String> sumOf,
      String sumRule)
      implements Serializable {
    /** Copies the lists. */
    public Column {
      aliases = Lists.copy(aliases);
      where = Lists.copy(where);
      sumOf = Lists.copy(sumOf);
    }
  }

  /** One cell of a form, at the place where row and column meet. */
  public record Cell(Table table, Row row, Column column) implements Serializable {
    /** The address {@code table.row:column}. */
    public String address() {
      return address(table.id(), row.id(), column.id());
    }

    /** The address of a cell. */
    public static String address(String table, String row, String column) {
      return table + "." + row + ":" + column;
    }

    /** How the cell is counted or taken; empty for sums. */
    public Optional<Source> findSource() {
      if (!row.sumOf().isEmpty() || !column.sumOf().isEmpty()) {
        return Optional.empty();
      }
      Source own = row.cells().get(column.id());
      return own != null
          ? Optional.of(own)
          : Optional.of(new Source(row.measure().where(column.where()), null));
    }

    /** The addresses that this cell adds up; empty for counted cells. */
    public List<String> parts() {
      if (!column.sumOf().isEmpty()) {
        return column.sumOf().stream().map(c -> address(table.id(), row.id(), c)).toList();
      }
      return row.sumOf().stream().map(r -> address(table.id(), r, column.id())).toList();
    }

    /** The addresses that this cell adds up, across and down: a total of totals does both. */
    public Set<String> partsBothWays() {
      Set<String> both = new LinkedHashSet<>(parts());
      row.sumOf().forEach(r -> both.add(address(table.id(), r, column.id())));
      return both;
    }

    /** Chinese label of the cell: row and column. */
    public String label() {
      return row.label() + " / " + column.label();
    }
  }
}
