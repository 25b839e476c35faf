package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Assertion.Case;
import gouji.contract.Assertion.Operand;
import gouji.contract.Assertion.Sides;
import gouji.contract.Assertions;
import gouji.contract.Formula;
import gouji.contract.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The instances of a rule, and what they say in words.
 *
 * @param assertions all rules, compiled
 * @param rule the rule
 */
public record Instances(Assertions assertions, Rule rule) {
  private static final int MOST_SUMMANDS = 8;

  /** The instances for the figures of a form. */
  public List<Assertion> of(String form) {
    return assertions.of(form, rule);
  }

  /**
   * Whose figures it is held against: {@code computed} and {@code reported}, or {@code both} where
   * one instance names both; none when it is not held against figures.
   */
  public List<String> sources() {
    List<Assertion> all = assertions.forms().stream().flatMap(f -> of(f).stream()).toList();
    Set<Rule.Source> named =
        all.stream()
            .flatMap(Assertion::operands)
            .filter(o -> o.source() != null)
            .map(Operand::source)
            .collect(Collectors.toSet());
    if (named.size() > 1) {
      return List.of("both");
    }
    boolean isOfNone = all.isEmpty() && rule.sources().isEmpty();
    return Stream.of(Rule.Source.values())
        .filter(s -> named.isEmpty() ? !isOfNone && rule.isFor(s) : named.contains(s))
        .map(s -> s.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Whether it is held against figures of that scope; a formula may name its own. */
  public boolean isFor(Rule.Scope scope) {
    return assertions.forms().stream()
        .flatMap(f -> of(f).stream())
        .flatMap(a -> a.findScope().stream())
        .findFirst()
        .map(s -> s == scope)
        .orElse(rule.isFor(scope));
  }

  /** What an instance asserts, written out with the labels of its figures. */
  public String words(String form, Assertion instance) {
    FigureNames names = new FigureNames(assertions, form);
    Sides holds = instance.cases().get(0).holds();
    String figure = sum(names, holds.left());
    Sides line =
        instance.cases().get(0).when().stream()
            .findFirst()
            .orElse(new Sides(List.of(), Formula.Comparison.EQUAL, List.of()));
    String above = line.left().isEmpty() ? "its numerator" : sum(names, line.left());
    String below = line.right().isEmpty() ? "its denominator" : sum(names, line.right());
    return switch (rule.check()) {
      case WHOLE_NUMBER -> figure + " is a whole number" + sign(form, instance);
      case PART -> "%s: 0 <= %s <= %s".formatted(figure, above, below);
      case RATE -> "%s = %s / %s".formatted(figure, above, below);
      case FEASIBLE -> "some whole number out of %s gives %s".formatted(below, figure);
      default -> {
        // An instance about one figure is labelled as that is.
        String label = instance.wholeCell() ? "" : instance.label() + ": ";
        yield label + cases(names, instance.cases());
      }
    };
  }

  private String sign(String form, Assertion instance) {
    return assertions.figures(form).get(instance.firstCell()).signed() ? "" : ", 0 or more";
  }

  private static String cases(FigureNames names, List<Case> cases) {
    List<String> said = new ArrayList<>();
    for (Case one : cases) {
      List<String> when = new ArrayList<>();
      one.levels().forEach(l -> when.add("unit.level " + (l.equal() ? "= " : "!= ") + l.level()));
      one.when().forEach(w -> when.add(sides(names, w)));
      String condition = !when.isEmpty() ? ", when " + String.join(" and ", when) : "";
      said.add(sides(names, one.holds()) + condition);
    }
    return String.join("; otherwise ", said);
  }

  private static String sides(FigureNames names, Sides sides) {
    return "%s %s %s"
        .formatted(sum(names, sides.left()), sides.comparison().sign(), sum(names, sides.right()));
  }

  private static String sum(FigureNames names, List<Operand> operands) {
    StringBuilder sum = new StringBuilder();
    for (Operand operand : operands.subList(0, Math.min(MOST_SUMMANDS, operands.size()))) {
      boolean isFirst = sum.isEmpty();
      boolean isMinus = operand.factor().signum() < 0;
      sum.append(isFirst ? (isMinus ? "-" : "") : isMinus ? " - " : " + ");
      sum.append(summand(names, operand));
    }
    if (operands.size() > MOST_SUMMANDS) {
      sum.append(" + … (%d summands)".formatted(operands.size()));
    }
    return sum.toString();
  }

  private static String summand(FigureNames names, Operand operand) {
    BigDecimal factor = operand.factor().abs();
    if (operand.address() == null) {
      return Wording.plain(factor);
    }
    String times = factor.compareTo(BigDecimal.ONE) == 0 ? "" : Wording.plain(factor) + " × ";
    return times + "“" + names.of(operand) + "”";
  }
}
