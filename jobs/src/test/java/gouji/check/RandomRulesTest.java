package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gouji.contract.Assertions;
import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Small forms, rules and figures by chance: two ways of evaluating say the same of them. */
class RandomRulesTest {
  private static final int CASES = 4000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> INDICATORS =
      List.of("npc_proposals", "approval_items", "approval_onboarded", "portal_investment_10k");
  private static final List<String> RATES =
      List.of("approval_onboarding_rate", "npc_satisfaction", "proposal_reply_rate");
  private static final List<String> WRITTEN =
      List.of(
          "0", "0", "1", "2", "3", "4", "7", "-1", "2.5", "12.3", "12.34", "12.35", "", "/", "见附表",
          "98.5%", "100", "1,234");
  private static final List<String> COUNTED = List.of("0", "1", "2", "3", "4", "7", "12.345", "50");

  private final Random random = new Random(20_200_101);

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private boolean often(double share) {
    return random.nextDouble() < share;
  }

  @Test
  void aSecondReadingSaysTheSameWhateverTheOrder() {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < CASES; i++) {
      ObjectNode rule = JSON.createObjectNode();
      ObjectNode given = JSON.createObjectNode();
      Map<String, Form> forms = forms();
      fill(rule, given, forms);
      ConformanceCase one = new ConformanceCase("random", "random", rule, given);
      List<String> said = said(forms, one);
      said.forEach(s -> seen.merge(s.substring(s.indexOf(' ') + 1), 1, Integer::sum));
      List<String> also = reference(forms, one);
      given.set("cells", shuffled((ObjectNode) given.get("cells")));
      List<String> shuffled = said(forms, one);
      assertThat(counted(forms, one)).as(rule + " " + given).isEqualTo(judged(forms, one));
      if (!said.equals(also) || !said.equals(shuffled)) {
        wrong.add("%s %s\n  said %s\n  also %s\n".formatted(rule, given, said, also));
      }
    }

    assertThat(seen).hasSize(Verdict.State.values().length);
    assertThat(seen.values()).allMatch(n -> n > 1000);
    assertThat(wrong).as(wrong.size() + " of " + CASES).isEmpty();
  }

  private ObjectNode shuffled(ObjectNode cells) {
    List<String> names = new ArrayList<>();
    cells.fieldNames().forEachRemaining(names::add);
    Collections.shuffle(names, random);
    ObjectNode other = JSON.createObjectNode();
    names.forEach(n -> other.set(n, cells.get(n)));
    return other;
  }

  private static List<String> said(Map<String, Form> forms, ConformanceCase one) {
    Rule rule = one.declared();
    Declarations declared = declared(forms, Map.of(rule.id(), rule));
    return new Examples(declared, new Assertions(declared))
        .verdicts(rule, one.example()).stream()
            .map(v -> v.assertion().firstCell() + " " + v.state())
            .sorted()
            .toList();
  }

  /** How many verdicts of each kind are counted where only those that fail are written out. */
  private static Map<String, Long> counted(Map<String, Form> forms, ConformanceCase one) {
    Rule rule = one.declared();
    Declarations declared = declared(forms, Map.of(rule.id(), rule));
    Examples examples = new Examples(declared, new Assertions(declared));
    Tally tally = new Tally();
    examples.evaluation().others(examples.vector(rule, one.example()), tally);
    return tally.rows().stream()
        .collect(
            Collectors.toMap(
                r -> text(r, Columns.SOURCE) + " " + text(r, Columns.VERDICT),
                r -> r.getLong(VectorChecks.SHAPE.fieldIndex(Columns.INSTANCES))));
  }

  private static String text(Row row, String column) {
    return row.getString(VectorChecks.SHAPE.fieldIndex(column));
  }

  private static Map<String, Long> judged(Map<String, Form> forms, ConformanceCase one) {
    Rule rule = one.declared();
    Declarations declared = declared(forms, Map.of(rule.id(), rule));
    Examples examples = new Examples(declared, new Assertions(declared));
    return examples.evaluation().verdicts(examples.vector(rule, one.example())).stream()
        .collect(
            Collectors.groupingBy(
                v -> v.source() + " " + Examples.word(v.state()), Collectors.counting()));
  }

  private static List<String> reference(Map<String, Form> forms, ConformanceCase one) {
    return ReferenceEvaluator.results(declared(forms, Map.of()), one).stream()
        .map(r -> r.cell() + " " + r.verdict())
        .sorted()
        .toList();
  }

  private static Declarations declared(Map<String, Form> forms, Map<String, Rule> rules) {
    Declarations real = Vectors.DECLARED;
    return new Declarations(real.dataSets(), forms, real.indicators(), rules);
  }

  private Map<String, Form> forms() {
    Map<String, Form> forms = new TreeMap<>();
    forms.put("a", new Form("a", "a", "a", 2019, 2020, tables("b")));
    forms.put("b", new Form("b", "b", "b", 2021, null, tables("a")));
    return forms;
  }

  private List<Form.Table> tables(String other) {
    List<String> across = often(0.6) ? List.of("c1", "c2") : List.of();
    List<String> down = often(0.6) ? List.of("r1", "r2") : List.of();
    return List.of(
        table("t", List.of("r1", "r2", "r3"), down, List.of("c1", "c2", "c3"), across, other),
        table("u", List.of("r1", "r4"), List.of(), List.of("c1", "c4"), List.of(), other));
  }

  private Form.Table table(
      String id,
      List<String> rows,
      List<String> down,
      List<String> columns,
      List<String> across,
      String other) {
    Map<String, Form.Source> cells = new TreeMap<>();
    for (String column : columns) {
      cells.put(column, new Form.Source(null, any(INDICATORS.subList(0, 1))));
    }
    List<Form.Column> heads =
        columns.stream().map(c -> column(c, c.equals("c3") ? across : List.of())).toList();
    List<Form.Row> lines =
        rows.stream()
            .map(
                r -> {
                  List<String> sum = r.equals("r3") ? down : List.of();
                  return new Form.Row(
                      r, r, List.of(), null, null, null, cells, sum, sum.isEmpty() ? null : "sums");
                })
            .toList();
    return new Form.Table(
        id,
        id,
        List.of(),
        2,
        Form.Layout.GRID,
        null,
        null,
        null,
        heads,
        List.of(new Form.Block(null, List.of(), lines)),
        often(0.5) ? List.of(other) : List.of());
  }

  private Form.Column column(String id, List<String> sum) {
    String unit = often(0.4) ? "万元" : null;
    return new Form.Column(
        id, id, List.of(), null, unit, often(0.3), List.of(), sum, sum.isEmpty() ? null : "sums");
  }

  private void fill(ObjectNode rule, ObjectNode given, Map<String, Form> forms) {
    String form = any(List.of("a", "b"));
    given.put("form", form);
    given.put("lastForm", any(form.equals("a") ? List.of("a", "none") : List.of("a", "b", "none")));
    given.put("level", any(List.of("county", "town")));
    List<String> children = often(0.4) ? List.of("child1", "child2") : List.of();
    given.put("leaf", children.isEmpty());
    given.put("scope", any(List.of("own", "consolidated")));
    given.put("source", any(List.of("computed", "reported")));
    if (!children.isEmpty()) {
      given.putArray("silent").add("child1").add("child2");
      given.put("areaChanged", often(0.2));
    }
    list(given, "notSupplied", 0.1);
    list(given, "notDelivered", 0.2);
    rule(rule, given, !children.isEmpty());
    figures(given, forms, children);
  }

  private void list(ObjectNode given, String name, double share) {
    if (often(share)) {
      given.putArray(name).add(any(List.of("npc_proposals", "service_items")));
    }
  }

  private void rule(ObjectNode rule, ObjectNode given, boolean hasChildren) {
    String check =
        any(
            List.of(
                "formula",
                "formula",
                "formula",
                "formula",
                "form_sum",
                "whole_number",
                "part",
                "rate",
                "feasible"));
    rule.put("id", "sums");
    rule.put("check", check);
    rule.put("tolerance", any(List.of("exact", "rounded", "interval")));
    if (!check.equals("formula")) {
      return;
    }
    String source = given.get("source").asText();
    String kind = any(List.of("plain", "plain", "plain", "cell", "levels", "both", "sources"));
    String compared = any(List.of("=", "=", "<=", ">=", "<", ">", "!="));
    switch (kind) {
      case "plain" -> {
        rule.put("formula", side("", 3) + " " + compared + " " + side("", 3));
        ArrayNode when = rule.putArray("when");
        if (often(0.3)) {
          when.add(side("", 2) + " " + any(List.of("=", ">", "!=")) + " " + random.nextInt(3));
        }
        if (often(0.2)) {
          when.add(any(List.of("unit.level = county", "unit.level != town")));
        }
        if (!when.isEmpty() && often(0.5)) {
          rule.put("otherwise", side("", 1) + " >= " + random.nextInt(2));
        }
      }
      case "cell" -> {
        rule.put("formula", "$cell " + compared + " " + any(List.of("$cell@-1", "2 * $cell", "3")));
        over(rule, true);
      }
      case "levels" -> {
        given.put("scope", "consolidated");
        String from = any(List.of("", source + "."));
        rule.put(
            "formula",
            "consolidated(%s$cell) %s own(%s$cell) + children.sum(%s$cell)"
                .formatted(from, compared, from, from));
        over(rule, false);
      }
      case "both" -> {
        given.put("source", "reported");
        rule.put("formula", "reported.$cell %s computed.$cell".formatted(compared));
        over(rule, true);
      }
      default -> {
        rule.put("formula", side("", 2) + " " + compared + " " + side("reported.", 2));
      }
    }
    if (hasChildren && kind.equals("plain") && often(0.2)) {
      rule.put("formula", rule.get("formula").asText() + " + children.sum(t.r1:c1)");
    }
  }

  private void over(ObjectNode rule, boolean withIndicators) {
    ArrayNode cells = rule.putObject("over").putArray("$cell");
    cells.add(any(List.of("cells", "t.r3:c3", "u.r4:c4")));
    if (withIndicators && often(0.5)) {
      cells.add(any(List.of("indicators", "approval_items", "npc_satisfaction")));
    }
  }

  /** A sum of some terms; constants and factors in between. */
  private String side(String source, int most) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(most); i++) {
      String term = source + any(names()) + (often(0.15) ? "@-1" : "");
      if (often(0.15)) {
        String sum = any(List.of("t.*:c1", "t.r1:*", "t.*:$col", "u.$row:*"));
        term = "sum(" + source + sum + ")";
      }
      terms.add(often(0.2) ? any(List.of("2 * ", "0.5 * ")) + term : term);
    }
    if (often(0.1)) {
      terms.add(any(List.of("5", "(1 + 2) * 2", "0.5")));
    }
    String side = String.join(any(List.of(" + ", " - ")), terms);
    return often(0.1) ? "2 * (" + side + ")" : side;
  }

  private List<String> names() {
    return Stream.concat(
            Stream.of("t.$row:c1", "t.$row:c3", "t.r1:$col", "u.$row:c1", "u.r1:c4", "t.r2:c2"),
            Stream.of(any(INDICATORS), any(RATES)))
        .toList();
  }

  private void figures(ObjectNode given, Map<String, Form> forms, List<String> children) {
    ObjectNode cells = given.putObject("cells");
    String scope = given.get("scope").asText();
    boolean leaf = children.isEmpty();
    List<String> scopes = leaf ? List.of(scope) : List.of("own", "consolidated");
    for (String source : List.of("computed", "reported")) {
      for (String one : scopes) {
        if (source.equals("reported") && often(0.15)) {
          continue;
        }
        figures(cells, one + "(" + source + ".", ")", given.get("form").asText(), forms, source);
      }
      children.stream()
          .filter(c -> often(0.8))
          .forEach(
              c ->
                  figures(
                      cells,
                      c + "(" + source + ".",
                      ")",
                      given.get("form").asText(),
                      forms,
                      source));
      String last = given.get("lastForm").asText();
      if (!last.equals("none")) {
        for (String one : scopes) {
          figures(cells, one + "(" + source + ".", "@-1)", last, forms, source);
        }
        if (leaf && source.equals("computed")) {
          String other = scope.equals("own") ? "consolidated" : "own";
          Map<String, String> same = new TreeMap<>();
          cells
              .properties()
              .forEach(
                  e -> {
                    if (e.getKey().endsWith("@-1)") && e.getKey().contains("(computed.")) {
                      same.put(e.getKey().replaceFirst("^" + scope, other), e.getValue().asText());
                    }
                  });
          same.forEach(cells::put);
        }
      }
    }
  }

  private void figures(
      ObjectNode cells,
      String before,
      String behind,
      String form,
      Map<String, Form> forms,
      String source) {
    double share = any(List.of(0.3, 0.9));
    boolean zeros = often(0.5);
    List<String> names = new ArrayList<>(INDICATORS);
    names.addAll(RATES);
    forms.get(form).cells().forEach(c -> names.add(c.address()));
    for (String name : names) {
      String raw = any(source.equals("computed") ? COUNTED : WRITTEN);
      if (often(share)) {
        boolean blank = raw.equals("0") && !zeros && source.equals("reported");
        cells.put(before + name + behind, blank ? "" : raw);
      }
    }
  }
}
