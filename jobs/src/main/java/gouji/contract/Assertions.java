package gouji.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All rules over figures, compiled for every form: those that are written, those that a form
 * implies, and those that every count or rate must keep. Figures are known by their address, {@code
 * table.row:column}, or their indicator's code.
 */
public final class Assertions implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stands for the form of a year that has none: there are indicators only. */
  public static final String NO_FORM = "";

  /** By form and the rule's id. */
  private final Map<String, Map<String, List<Assertion>>> byForm = new TreeMap<>();

  private final Map<String, Map<String, Figure>> figures = new HashMap<>();

  /** Compiles the rules of checked declarations. */
  public Assertions(Declarations declared) {
    List<Form> forms = new ArrayList<>(declared.forms().values());
    forms.add(new Form(NO_FORM, "", "", 0, null, List.of()));
    for (Form form : forms) {
      figures.put(form.id(), figures(declared, form));
      Map<String, List<Assertion>> byRule = new TreeMap<>();
      declared.rules().values().stream()
          .filter(r -> r.forms().isEmpty() || r.forms().contains(form.id()))
          .forEach(
              r -> {
                try {
                  Binding binding = new Binding(declared, form, figures.get(form.id()), r);
                  byRule.put(r.id(), List.copyOf(binding.assertions()));
                } catch (FormulaException e) {
                  throw new IllegalStateException(r.id() + ": " + e.told(), e);
                }
              });
      byForm.put(form.id(), byRule);
    }
  }

  /** The assertions over the figures of a form. */
  public List<Assertion> of(String form) {
    return byForm.getOrDefault(form, Map.of()).values().stream().flatMap(List::stream).toList();
  }

  /** The assertions of one rule over the figures of a form. */
  public List<Assertion> of(String form, Rule rule) {
    return byForm.getOrDefault(form, Map.of()).getOrDefault(rule.id(), List.of());
  }

  /** Ids of the forms. */
  public Set<String> forms() {
    return byForm.keySet();
  }

  /** What is known of every figure of a form, indicators included, by address. */
  public Map<String, Figure> figures(String form) {
    return figures.getOrDefault(form, Map.of());
  }

  /** Whether a figure means the same in both forms. */
  public boolean isComparable(String form, String earlier, String address) {
    Figure now = figures(form).get(address);
    Figure then = figures(earlier).get(address);
    return now != null
        && then != null
        && (now.table() == null || form.equals(earlier) || now.comparableWith().contains(earlier));
  }

  /** The figures of a form and the indicators. */
  static Map<String, Figure> figures(Declarations declared, Form form) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    Map<String, Form.Cell> cells = Operands.byAddress(form);
    for (Form.Cell cell : cells.values()) {
      figures.put(
          cell.address(),
          new Figure(
              cell.table().id(),
              cell.label(),
              cell.column().unit(),
              cell.column().signed(),
              List.copyOf(cell.partsBothWays()),
              Operands.of(cells, cell),
              cell.table().comparableWith()));
    }
    for (Indicator indicator : declared.indicators().values()) {
      figures.put(
          indicator.code(),
          new Figure(
              null,
              indicator.label(),
              indicator.unit(),
              false,
              List.of(),
              Operands.of(declared, indicator),
              List.of()));
    }
    return figures;
  }
}
