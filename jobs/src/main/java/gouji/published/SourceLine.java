package gouji.published;

import java.util.List;

/**
 * A line of a report.
 *
 * @param shape what is known of its cells
 * @param cells its cells; one for a line without separators
 */
record SourceLine(Shape shape, List<SourceCell> cells) {

  /** What is known of the cells of a line. */
  enum Shape {
    /** A row of a table: its cells are all there, the empty ones too. */
    TABLE,
    /** Text with separators; empty cells may have been left out. */
    SEPARATED,
    /** Text, parted by nothing but space. */
    PLAIN
  }

  /** Copies the list. */
  SourceLine {
    cells = List.copyOf(cells);
  }
}
