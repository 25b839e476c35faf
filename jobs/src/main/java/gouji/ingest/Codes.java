package gouji.ingest;

import gouji.contract.Declarations;
import gouji.contract.Field;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Labels;
import java.util.HashMap;
import java.util.Map;

/** The code list of one column: every accepted spelling with its code. */
final class Codes {
  private final Map<String, String> codes = new HashMap<>();

  /** The codes of a column; null when any value goes. */
  static Codes of(Field field, Declarations declared) {
    if (field.categories().isEmpty() && field.codes() == null) {
      return null;
    }
    Codes list = new Codes();
    field.categories().forEach(c -> c.labels().forEach(l -> list.add(l, c.value())));
    field.categories().forEach(c -> list.add(c.value(), c.value()));
    if (field.codes() != null) {
      switch (field.codes()) {
        case FACTS -> declared.facts().forEach(list::addFact);
        case FORMS -> declared.forms().keySet().forEach(f -> list.add(f, f));
        case CELLS -> list.addCells(declared);
      }
    }
    return list;
  }

  private void addFact(Indicator fact) {
    add(fact.label(), fact.code());
    add(fact.code(), fact.code());
  }

  private void addCells(Declarations declared) {
    for (Form form : declared.forms().values()) {
      form.cells().forEach(c -> add(c.address(), c.address()));
    }
    declared.indicators().keySet().forEach(i -> add(i, i));
  }

  private void add(String spelling, String code) {
    codes.put(Labels.normal(spelling), code);
  }

  /** The code of a value as written; null when it is not in the list. */
  String find(String written) {
    String code = codes.get(written);
    return code != null ? code : codes.get(Labels.normal(written));
  }
}
