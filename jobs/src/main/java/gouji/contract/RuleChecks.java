package gouji.contract;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks rules: the forms they are for, their words and their examples. */
final class RuleChecks {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)*");

  /** {@code child1(reported.requests.received:natural@-1)}; of a rate, what it is made of, too. */
  private static final Pattern EXAMPLE_CELL =
      Pattern.compile(
          "([a-z0-9_]+[(])?((computed|reported)[.])?(?<figure>[^@()#]+)"
              + "(#(numerator|denominator))?(@-1)?[)]?");

  private static final List<String> VERDICTS = List.of("pass", "fail", "unknown", "not_applicable");
  private static final List<String> LANGUAGES = List.of("zh", "en");

  private final Checked checked;
  private final IdentityHashMap<Form, Map<String, Figure>> figures = new IdentityHashMap<>();
  private final Set<String> addresses = new TreeSet<>();

  RuleChecks(Checked checked) {
    this.checked = checked;
  }

  void run(Rule rule) {
    if (!ID.matcher(rule.id()).matches()) {
      checked.wrong(
          rule,
          "id",
          "the id %s must be names of small letters, digits and _, joined by full stops"
              .formatted(rule.id()));
    }
    checked.allKnown(rule, "forms", "there is no form", rule.forms(), checked.forms());
    languages(rule, "title", rule.title());
    languages(rule, "message", rule.message());
    if (rule.severity() == Rule.Severity.ERROR && rule.basis() == null) {
      checked.wrong(
          rule, "severity", "an error needs a basis; name the notice and article, or the reason");
    }
    new FormulaChecks(checked, rule, this::figures).run();
    boolean fails = rule.examples().stream().anyMatch(e -> e.verdict().equals("fail"));
    if (rule.check() == Rule.Check.FORMULA && !fails) {
      checked.wrong(
          rule, "examples", "rule %s has no example that fails it; add one".formatted(rule.id()));
    }
    rule.examples().forEach(this::example);
    if (rule.check() == Rule.Check.FORM_SUM) {
      formSum(rule);
    }
  }

  private Map<String, Figure> figures(Form form) {
    return figures.computeIfAbsent(form, f -> Assertions.figures(checked.declared(), f));
  }

  private void languages(Rule rule, String property, Map<String, String> said) {
    said.keySet().forEach(l -> checked.known(rule, property, "there is no language", l, LANGUAGES));
    for (String language : LANGUAGES) {
      if (!said.containsKey(language)) {
        checked.wrong(rule, property, "%s has no text in %s; add it".formatted(property, language));
      }
    }
  }

  private void example(Rule.Example example) {
    checked.known(example, "verdict", "there is no verdict", example.verdict(), VERDICTS);
    if (example.form() != null) {
      checked.known(example, "form", "there is no form", example.form(), checked.forms());
    }
    boolean allRead = checked.forms().size() == checked.declared().forms().size();
    for (String cell : allRead ? example.cells().keySet() : Set.<String>of()) {
      Matcher parts = EXAMPLE_CELL.matcher(cell);
      String figure = parts.matches() ? parts.group("figure") : cell;
      checked.known(example, "cells", "no form has a figure", figure, addresses());
    }
  }

  /** The figures of all forms. */
  private Set<String> addresses() {
    if (addresses.isEmpty()) {
      for (Form form : checked.declared().forms().values()) {
        form.cells().forEach(c -> addresses.add(c.address()));
      }
      addresses.addAll(checked.indicators());
    }
    return addresses;
  }

  private void formSum(Rule rule) {
    Set<String> without = new TreeSet<>();
    for (Form form : checked.declared().forms().values()) {
      boolean isFor = rule.forms().isEmpty() || rule.forms().contains(form.id());
      if (isFor && !FormSumChecks.rules(form).contains(rule.id())) {
        without.add(form.id());
      }
    }
    if (!without.isEmpty()) {
      checked.wrong(
          rule,
          "forms",
          "no sum of form %s names %s as its sumRule; take the form out, or name the rule there"
              .formatted(String.join(", ", without), rule.id()));
    }
  }
}
