package gouji.testkit.golden;

import java.util.ArrayList;
import java.util.List;

/**
 * The bulk file of cells, folded so that it stays readable in review: one line for each row of a
 * form's table, {@code 2020,361126,own,2019-60,requests.open: natural=60 total=60}.
 */
final class FoldedCells {
  private static final String HEAD = "year,unit_id,scope,form,cell,value";

  private FoldedCells() {}

  /** The folded text; refuses a file that could not be unfolded to itself again. */
  static String fold(String csv) {
    StringBuilder folded = new StringBuilder();
    String before = "";
    for (String line : csv.lines().skip(1).toList()) {
      int colon = line.lastIndexOf(':');
      String row = line.substring(0, colon);
      if (!row.equals(before)) {
        folded.append(before.isEmpty() ? "" : "\n").append(row).append(':');
        before = row;
      }
      folded.append(' ').append(line.substring(colon + 1).replace(',', '='));
    }
    String text = folded.append('\n').toString();
    if (!unfold(text).equals(csv)) {
      throw new IllegalStateException("the cells do not stand as expected: head, order, line ends");
    }
    return text;
  }

  /** The bulk file again. */
  private static String unfold(String folded) {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    for (String line : folded.lines().toList()) {
      int colon = line.lastIndexOf(": ");
      for (String cell : line.substring(colon + 2).split(" ", -1)) {
        lines.add(line.substring(0, colon + 1) + cell.replace('=', ','));
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
