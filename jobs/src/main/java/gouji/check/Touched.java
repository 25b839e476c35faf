package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Assertions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which figures of a form rules look at. Figures are addresses, in the form's own order.
 *
 * @param assertions all rules, compiled
 * @param form id of the form
 */
public record Touched(Assertions assertions, String form) {

  /** The figures that no rule names. */
  public List<String> untouched() {
    return without(named(a -> true));
  }

  /** The figures that rules name, but none of them beside another figure. */
  public List<String> alone() {
    List<String> alone = without(named(a -> addresses(a).size() > 1));
    Set<String> untouched = new HashSet<>(untouched());
    return alone.stream().filter(a -> !untouched.contains(a)).toList();
  }

  private List<String> without(Set<String> named) {
    return assertions.figures(form).keySet().stream().filter(a -> !named.contains(a)).toList();
  }

  private Set<String> named(Predicate<Assertion> which) {
    return assertions.of(form).stream()
        .filter(which)
        .flatMap(a -> addresses(a).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> addresses(Assertion assertion) {
    return assertion.operands().map(Assertion.Operand::address).collect(Collectors.toSet());
  }
}
