package gouji.published;

import gouji.contract.Form;
import java.util.List;

/**
 * How much of a table was read.
 *
 * @param table the table of the form
 * @param cells the cells of the rows that are there, in the order of print
 * @param missing labels of the rows that are not there
 */
public record ReadTable(Form.Table table, List<ReadCell> cells, List<String> missing) {

  /** Copies the lists. */
  public ReadTable {
    cells = List.copyOf(cells);
    missing = List.copyOf(missing);
  }

  /** How sure a table was read. */
  public enum Extent {
    /** Every cell. */
    COMPLETE,
    /** Some cells are ambiguous, or rows are missing. */
    PARTIAL,
    /** No row was found. */
    NOT_FOUND
  }

  /** How sure the table was read. */
  public Extent extent() {
    if (cells.isEmpty()) {
      return Extent.NOT_FOUND;
    }
    return missing.isEmpty() && ambiguous() == 0 ? Extent.COMPLETE : Extent.PARTIAL;
  }

  /** How many cells are ambiguous. */
  public long ambiguous() {
    return cells.stream().filter(ReadCell::isAmbiguous).count();
  }
}
