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
  private final Map<String, String> numbered = new HashMap<>();

  /** The codes of a column; null when any value goes. */
  static Codes of(Field field, Declarations declared) {
    if (field.categories().isEmpty() && field.codes() == null) {
      return null;
    }
    Codes list = new Codes();
    field.categories().forEach(c -> c.labels().forEach(l -> list.addLabel(l, c.value())));
    field.categories().forEach(c -> list.add(c.value(), c.value()));
    if (field.codes() != null) {
      switch (field.codes()) {
        case FACTS -> declared.facts().forEach(list::addIndicator);
        case FORMS -> declared.forms().keySet().forEach(f -> list.add(f, f));
        case CELLS -> list.addCells(declared);
      }
    }
    return list;
  }

  private void addIndicator(Indicator indicator) {
    add(indicator.label(), indicator.code());
    add(indicator.code(), indicator.code());
  }

  private void addCells(Declarations declared) {
    for (Form form : declared.forms().values()) {
      form.cells().forEach(c -> add(c.address(), c.address()));
    }
    declared.indicators().values().forEach(this::addIndicator);
  }

  private void addLabel(String label, String code) {
    add(label, code);
    NumberedLabels.spellings(label).forEach(s -> numbered.put(s, code));
  }

  private void add(String spelling, String code) {
    codes.put(Labels.normal(spelling), code);
  }

  /** The code of a value as written; null when it is not in the list. */
  String find(String written) {
    String code = codes.get(written);
    if (code == null) {
      code = codes.get(Labels.normal(written));
    }
    return code == null && !numbered.isEmpty() ? numbered.get(NumberedLabels.plain(written)) : code;
  }
}
