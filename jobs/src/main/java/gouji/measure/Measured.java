package gouji.measure;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.Declarations.Counted;
import gouji.contract.Form;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every number that is counted from records, each with its place; cells and indicators find theirs
 * by name and year.
 */
public final class Measured implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Declarations declared;
  private final List<Counted> counted;
  private final Map<String, Integer> places = new HashMap<>();

  /** The numbers of these declarations. */
  public Measured(Declarations declared) {
    this.declared = declared;
    counted = declared.counted();
    for (int i = 0; i < counted.size(); i++) {
      places.put(key(counted.get(i).name(), counted.get(i).form()), i);
    }
  }

  private static String key(String name, String form) {
    return form == null ? name : form + "/" + name;
  }

  /** The declarations. */
  public Declarations declared() {
    return declared;
  }

  /** All numbers, by place. */
  public List<Counted> counted() {
    return counted;
  }

  /** The place of a cell's number. */
  public int placeOf(Form form, Form.Cell cell) {
    return places.get(key(cell.address(), form.id()));
  }

  /** The place of the number of an indicator, a fact or a rate's own term. */
  public int placeOf(String name) {
    return places.get(name);
  }

  /** The places of the numbers that are counted from a data set. */
  public List<Integer> of(DataSet set) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      if (counted.get(i).measure().dataset().equals(set.name())) {
        found.add(i);
      }
    }
    return found;
  }

  /** The years of the window in which the number is asked for. */
  long years(int place, YearWindow window) {
    String form = counted.get(place).form();
    if (form == null) {
      return window.all();
    }
    Form asked = declared.forms().get(form);
    long until = asked.lastYear() == null ? window.all() : window.before(asked.lastYear() + 1);
    return window.from(asked.firstYear()) & until;
  }
}
