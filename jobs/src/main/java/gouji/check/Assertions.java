package gouji.check;

import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Operands;
import gouji.contract.Rule;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All rules over cells, compiled for every form: those that are written and those that a form
 * implies.
 */
public final class Assertions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, List<Assertion>> byForm = new HashMap<>();
  private final Map<String, Map<String, Form.Cell>> cells = new HashMap<>();
  private final Map<String, Set<String>> operands = new HashMap<>();

  /** Compiles the rules; fails with a bad declaration where a formula names what is not there. */
  public Assertions(Declarations declared) {
    for (Form form : declared.forms().values()) {
      Map<String, Form.Cell> byAddress = new LinkedHashMap<>();
      form.cells().forEach(c -> byAddress.put(c.address(), c));
      cells.put(form.id(), byAddress);
    }
    for (Form form : declared.forms().values()) {
      List<Assertion> all = new ArrayList<>();
      form.cells().forEach(c -> sums(declared, c, all));
      declared.rules().values().stream()
          .filter(r -> r.check() == Rule.Check.FORMULA)
          .filter(r -> r.forms().isEmpty() || r.forms().contains(form.id()))
          .forEach(r -> written(form, r, all));
      byForm.put(form.id(), List.copyOf(all));
      form.cells().forEach(c -> operands.put(form.id() + "/" + c.address(), Operands.of(form, c)));
    }
  }

  /** The assertions over the cells of a form. */
  List<Assertion> of(String form) {
    return byForm.getOrDefault(form, List.of());
  }

  /** Addresses of the cells whose last year's value some rule needs. */
  Set<String> lookedBackAt() {
    Set<String> addresses = new TreeSet<>();
    for (List<Assertion> list : byForm.values()) {
      for (Assertion one : list) {
        Stream.concat(one.left().stream(), one.right().stream())
            .filter(Assertion.Operand::lastYear)
            .forEach(o -> addresses.add(o.address()));
      }
    }
    return addresses;
  }

  /** Whether a cell means the same in both forms. */
  boolean isComparable(String form, String earlier, String address) {
    if (form.equals(earlier)) {
      return true;
    }
    Form.Cell cell = cells.get(form).get(address);
    return cell != null
        && cell.table().comparableWith().contains(earlier)
        && cells.get(earlier).containsKey(address);
  }

  /** The data sets and facts that a cell is counted from. */
  Set<String> operands(String form, String address) {
    return operands.getOrDefault(form + "/" + address, Set.of());
  }

  private static void sums(Declarations declared, Form.Cell cell, List<Assertion> all) {
    String table = cell.table().id();
    if (!cell.column().sumOf().isEmpty()) {
      List<String> parts =
          cell.column().sumOf().stream()
              .map(c -> Form.Cell.address(table, cell.row().id(), c))
              .toList();
      Rule rule = declared.rules().get(cell.column().sumRule());
      all.add(sum(rule, cell.row().label(), cell.address(), parts));
    }
    if (!cell.row().sumOf().isEmpty()) {
      List<String> parts =
          cell.row().sumOf().stream()
              .map(r -> Form.Cell.address(table, r, cell.column().id()))
              .toList();
      Rule rule = declared.rules().get(cell.row().sumRule());
      all.add(sum(rule, cell.column().label(), cell.address(), parts));
    }
  }

  private static Assertion sum(Rule rule, String label, String total, List<String> parts) {
    return new Assertion(
        rule,
        label,
        List.of(new Assertion.Operand(BigDecimal.ONE, total, false)),
        Formula.Comparison.EQUAL,
        parts.stream().map(p -> new Assertion.Operand(BigDecimal.ONE, p, false)).toList());
  }

  private void written(Form form, Rule rule, List<Assertion> all) {
    Formula formula = FormulaParser.parse("rules/" + rule.id() + ".json", rule.formula());
    List<Formula.Term> terms =
        Stream.concat(formula.left().stream(), formula.right().stream())
            .filter(t -> t.cell() != null)
            .toList();
    Set<Map<String, String>> bindings = new LinkedHashSet<>();
    for (Form.Cell cell : cells.get(form.id()).values()) {
      Map<String, String> binding = new HashMap<>();
      for (Formula.Term term : terms) {
        bind(term.cell(), cell, binding);
      }
      if (terms.stream().allMatch(t -> has(form, t.cell(), binding))) {
        bindings.add(binding);
      }
    }
    if (bindings.isEmpty()) {
      throw new Failure(
          FailureCode.BAD_DECLARATION,
          "rules/%s.json: the formula %s names cells that form %s does not have. Mend the names, or"
                  .formatted(rule.id(), rule.formula(), form.id())
              + " leave the form out of its forms.");
    }
    for (Map<String, String> binding : bindings) {
      all.add(
          new Assertion(
              rule,
              label(form, terms.get(0).cell(), binding),
              operands(formula.left(), binding),
              formula.comparison(),
              operands(formula.right(), binding)));
    }
  }

  private static void bind(Formula.CellName name, Form.Cell cell, Map<String, String> binding) {
    if (name.table().equals(cell.table().id())) {
      if (name.row().startsWith("$")) {
        binding.put(name.row(), cell.row().id());
      }
      if (name.column().startsWith("$")) {
        binding.put(name.column(), cell.column().id());
      }
    }
  }

  private boolean has(Form form, Formula.CellName name, Map<String, String> binding) {
    return cells.get(form.id()).containsKey(address(name, binding));
  }

  private static String address(Formula.CellName name, Map<String, String> binding) {
    return Form.Cell.address(
        name.table(),
        binding.getOrDefault(name.row(), name.row()),
        binding.getOrDefault(name.column(), name.column()));
  }

  private String label(Form form, Formula.CellName first, Map<String, String> binding) {
    Form.Cell cell = cells.get(form.id()).get(address(first, binding));
    return first.column().startsWith("$") ? cell.column().label() : cell.row().label();
  }

  private static List<Assertion.Operand> operands(
      List<Formula.Term> terms, Map<String, String> binding) {
    return terms.stream()
        .map(
            t ->
                t.cell() == null
                    ? new Assertion.Operand(t.factor(), null, false)
                    : new Assertion.Operand(
                        t.factor(), address(t.cell(), binding), t.cell().offset() != 0))
        .toList();
  }
}
