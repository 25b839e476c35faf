package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.Field;
import gouji.contract.Form;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks that a reported cell belongs to the form of its row, which may follow from the year. */
final class FormCells {
  private static final String YEAR = "year";
  private static final String FORM = "form";

  private final Declarations declared;
  private final Map<String, Integer> places;
  private final Map<String, Set<String>> cellsOfForm = new HashMap<>();
  private final String column;

  FormCells(DataSet set, Declarations declared, Map<String, Integer> places) {
    this.declared = declared;
    this.places = places;
    column =
        set.fields().stream()
            .filter(f -> f.codes() == Field.CodeList.CELLS)
            .map(Field::name)
            .findFirst()
            .orElse(null);
    for (Form form : declared.forms().values()) {
      Set<String> cells = new HashSet<>();
      form.cells().forEach(c -> cells.add(c.address()));
      cellsOfForm.put(form.id(), cells);
    }
  }

  /** Fills in the form of the year, and adds a problem when the form has no such cell. */
  void check(TypedRow row) {
    if (column == null || !row.isSound(places.get(FORM))) {
      return;
    }
    int form = places.get(FORM);
    Object year = row.values[places.get(YEAR)];
    if (row.values[form] == null && year != null) {
      row.values[form] = declared.formOf((Integer) year).map(Form::id).orElse(null);
    }
    Object cell = row.values[places.get(column)];
    boolean known = row.values[form] != null || year != null;
    if (cell != null
        && known
        && !declared.indicators().containsKey(cell)
        && !cellsOfForm.getOrDefault(row.values[form], Set.of()).contains(cell)) {
      row.refuse(places.get(column), column, "undeclared_cell");
    }
  }
}
