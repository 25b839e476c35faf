package gouji.published;

/**
 * What a label of a form names.
 *
 * @param role what kind of label it is
 * @param table number of the table in the form
 * @param block number of the block in the table; -1 where it is of the whole table
 * @param row number of the row among all rows of the table; of a group that of its first row; -1
 *     for none
 * @param column number of the column in the block; -1 for none
 * @param isCertain whether it is named in full, number and all
 */
record Label(Role role, int table, int block, int row, int column, boolean isCertain) {

  /** What a label names. */
  enum Role {
    /** A table, as its heading does. */
    SECTION,
    /** A block of a table. */
    BLOCK,
    /** A row. */
    ROW,
    /** A group of rows, to their left. */
    GROUP,
    /** A column. */
    COLUMN,
    /** Something else in the head of a table. */
    HEAD
  }

  boolean isRow() {
    return role == Role.ROW;
  }

  /** The same label, named in part only. */
  Label uncertain() {
    return new Label(role, table, block, row, column, false);
  }
}
