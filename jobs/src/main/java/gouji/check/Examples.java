package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.Declarations;
import gouji.contract.Figure;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs the examples of rules: given figures become a vector, and all its verdicts one. */
public final class Examples {
  private static final String CHILD = "child";
  private static final String LAST_YEAR = "@-1";
  private static final String NONE = "none";

  private final Declarations declared;
  private final Assertions assertions;
  private final Evaluation evaluation;

  /** Runs examples of rules among these. */
  public Examples(Declarations declared, Assertions assertions) {
    this.declared = declared;
    this.assertions = assertions;
    evaluation = new Evaluation(assertions);
  }

  /** The declarations whose rules they are. */
  Declarations declared() {
    return declared;
  }

  /** What the rule says of an example: pass, fail, unknown or not_applicable. */
  public String verdict(Rule rule, Rule.Example example) {
    return word(worst(verdicts(rule, example)));
  }

  /**
   * What the rule says of an example, with the instances that made it say so; empty where it says
   * what the example declares.
   */
  public Optional<Trial> findOther(Rule rule, Rule.Example example) {
    List<Verdict> verdicts = verdicts(rule, example);
    Verdict.State state = worst(verdicts);
    if (word(state).equals(example.verdict())) {
      return Optional.empty();
    }
    Wording wording = new Wording(assertions, form(rule, example).id());
    return Optional.of(Trial.of(rule, example, wording, state, verdicts));
  }

  private static Verdict.State worst(List<Verdict> verdicts) {
    Set<Verdict.State> states = new HashSet<>();
    verdicts.forEach(v -> states.add(v.state()));
    return Stream.of(Verdict.State.FAIL, Verdict.State.UNKNOWN, Verdict.State.PASS)
        .filter(states::contains)
        .findFirst()
        .orElse(Verdict.State.NOT_APPLICABLE);
  }

  /** A verdict as declarations spell it. */
  static String word(Verdict.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** The verdicts of all instances of the rule for the source and scope of the example. */
  List<Verdict> verdicts(Rule rule, Rule.Example example) {
    Rule.Scope scope = scope(rule, example, form(rule, example));
    String shown = source(rule, example).name().toLowerCase(Locale.ROOT);
    return evaluation.verdicts(vector(rule, example), rule).stream()
        .filter(v -> v.scope() == scope)
        .filter(v -> v.source().equals(shown) || v.source().equals("both"))
        .toList();
  }

  Form form(Rule rule, Rule.Example example) {
    if (example.form() != null) {
      return declared.forms().get(example.form());
    }
    String newest = new TreeSet<>(declared.forms().keySet()).last();
    return declared.forms().get(rule.forms().isEmpty() ? newest : rule.forms().get(0));
  }

  static Rule.Source source(Rule rule, Rule.Example example) {
    if (example.source() != null) {
      return example.source();
    }
    boolean both = rule.formula() != null && rule.formula().contains("reported.");
    return both
        ? Rule.Source.REPORTED
        : rule.sources().isEmpty() ? Rule.Source.COMPUTED : rule.sources().get(0);
  }

  Rule.Scope scope(Rule rule, Rule.Example example, Form form) {
    if (example.scope() != null) {
      return example.scope();
    }
    return assertions.of(form.id(), rule).stream()
        .flatMap(a -> a.findScope().stream())
        .findFirst()
        .orElse(rule.scopes().isEmpty() ? Rule.Scope.OWN : rule.scopes().get(0));
  }

  /** The evaluation that says it. */
  Evaluation evaluation() {
    return evaluation;
  }

  /** The figures of an example. */
  Vector vector(Rule rule, Rule.Example example) {
    Form form = form(rule, example);
    Rule.Source source = source(rule, example);
    Rule.Scope scope = scope(rule, example, form);
    Set<String> children = new TreeSet<>(example.silent());
    example.cells().keySet().stream()
        .filter(k -> k.startsWith(CHILD) && k.contains("("))
        .forEach(k -> children.add(k.substring(0, k.indexOf('('))));
    String lastForm = example.lastForm() == null ? form.id() : example.lastForm();
    Set<String> supplied = everything();
    supplied.removeAll(example.notSupplied());
    Set<String> delivered = new TreeSet<>(supplied);
    delivered.removeAll(example.notDelivered());
    Vector vector =
        new Vector(
            new Vector.Place(
                form.firstYear() + (lastForm.equals(form.id()) ? 1 : 0),
                "unit",
                form.id(),
                lastForm.equals(NONE) ? null : lastForm,
                example.level() == null ? "county" : example.level(),
                children,
                supplied,
                delivered,
                example.areaChanged() ? "汇总范围与上一年度不同" : "",
                true),
            evaluation.slots());
    example.cells().forEach((name, raw) -> put(vector, name, raw, source, scope));
    return vector;
  }

  private Set<String> everything() {
    Set<String> all = new TreeSet<>(declared.dataSets().keySet());
    declared.facts().stream().map(Indicator::code).forEach(all::add);
    return all;
  }

  private void put(Vector vector, String name, String raw, Rule.Source checked, Rule.Scope scope) {
    String inner = name;
    String call = "";
    int open = name.indexOf('(');
    if (open > 0) {
      call = name.substring(0, open);
      inner = name.substring(open + 1, name.length() - 1);
    }
    boolean lastYear = inner.endsWith(LAST_YEAR);
    inner = lastYear ? inner.substring(0, inner.length() - LAST_YEAR.length()) : inner;
    Rule.Source source = checked;
    for (Rule.Source one : Rule.Source.values()) {
      String prefix = one.name().toLowerCase(Locale.ROOT) + ".";
      if (inner.startsWith(prefix)) {
        source = one;
        inner = inner.substring(prefix.length());
      }
    }
    Map<String, Figure> figures =
        assertions.figures(lastYear ? vector.place().lastForm() : vector.place().form());
    Figure figure = Computed.figure(figures, inner);
    Written written = Written.of(raw, figure == null ? null : figure.unit());
    if (source == Rule.Source.COMPUTED && !written.isNumber()) {
      return;
    }
    Filing filing =
        switch (call) {
          case "" -> vector.filing(source, scope, lastYear);
          case "own" -> vector.filing(source, Rule.Scope.OWN, lastYear);
          case "consolidated" -> vector.filing(source, Rule.Scope.CONSOLIDATED, lastYear);
          default -> vector.child(source, call);
        };
    int slot = evaluation.slots().find(inner);
    if (slot >= 0) {
      filing.add(
          slot, source == Rule.Source.COMPUTED ? Written.computed(written.number()) : written, "");
    }
  }
}
