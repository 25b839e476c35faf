package gouji.check;

import gouji.contract.Columns;
import gouji.contract.Rule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Checks that every row that was read was taken in or rejected.
 *
 * @param rule the rule
 */
record Conservation(Rule rule) implements Serializable {

  /** The findings over rows of {@code file, rows_read, rows_accepted, rows_rejected}. */
  Iterator<Row> check(Iterator<Row> files) {
    Tally tally = new Tally();
    List<Row> found = new ArrayList<>();
    while (files.hasNext()) {
      Row file = files.next();
      long read = file.isNullAt(1) ? 0 : file.getLong(1);
      long kept = file.getLong(2) + file.getLong(3);
      tally.add(null, rule, read == kept ? Verdict.State.PASS : Verdict.State.FAIL);
      if (read != kept) {
        found.add(
            RegisterChecks.row(rule, null)
                .with(Columns.CELL, file.getString(0))
                .with(Columns.LEFT, Long.toString(read))
                .with(Columns.RIGHT, Long.toString(kept))
                .with(Columns.DIFFERENCE, Long.toString(read - kept))
                .row());
      }
    }
    found.addAll(tally.rows());
    return found.iterator();
  }
}
