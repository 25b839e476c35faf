package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gouji.contract.Assertions;
import gouji.contract.Declarations;
import gouji.contract.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Slips in the formulas of the shipped rules are told by the rules' own examples, or by a case. */
class RuleMutationsTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
  private static final Pattern OPERATOR = Pattern.compile("<=|>=|!=|=|<|>");
  private static final Pattern SIGN = Pattern.compile(" [+-] ");
  private static final Pattern FACTOR = Pattern.compile("(?<![\\w:@-])\\d+");
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?:reported\\.|computed\\.)?(?:\\$cell|[a-z][a-z_]*\\.[$*\\w]+:[$\\w]+)(?:@-1)?");
  private static final Pattern INDICATOR =
      Pattern.compile("(?<![\\w.:$])[a-z]+_[a-z_]+(?![\\w.:(])");

  /** Twice a figure is 0 where the figure is, and above 0 likewise: no slip. */
  private static final Predicate<String> SAME =
      Pattern.compile("2 \\* [^ ]+ (=|!=|>) 0").asMatchPredicate();

  @Test
  void aSlipInAFormulaIsToldByAnExample() throws IOException {
    List<String> survivors = new ArrayList<>();
    List<ConformanceCase> cases = ConformanceCase.all();
    int all = 0;
    for (Rule rule : Vectors.DECLARED.rules().values()) {
      if (rule.check() != Rule.Check.FORMULA) {
        continue;
      }
      JsonNode written = JSON.readTree(Path.of("schemas/rules", rule.id() + ".json").toFile());
      for (ObjectNode mutant : mutants(written)) {
        Optional<Examples> examples = findExamples(mutant);
        if (examples.isEmpty()) {
          continue;
        }
        all++;
        if (!isTold(rule, examples.get(), cases)) {
          survivors.add(rule.id() + ": " + slips(written, mutant));
        }
      }
    }
    double told = 100.0 * (all - survivors.size()) / all;
    System.out.printf("%d slips, %.1f %% told; not told:%n", all, told);
    survivors.forEach(System.out::println);

    assertThat(told).as(String.join("\n", survivors)).isGreaterThanOrEqualTo(95);
  }

  private static String slips(JsonNode written, ObjectNode mutant) {
    for (String property : List.of("formula", "otherwise", "when")) {
      if (!written.path(property).equals(mutant.path(property))) {
        return mutant.path(property).toString();
      }
    }
    return "";
  }

  /** The rule with the slip; empty where it can no longer be read. */
  private static Optional<Examples> findExamples(ObjectNode mutant) {
    mutant.remove("$schema");
    Rule rule = JSON.convertValue(mutant, Rule.class);
    Declarations real = Vectors.DECLARED;
    Declarations declared =
        new Declarations(real.dataSets(), real.forms(), real.indicators(), Map.of(rule.id(), rule));
    try {
      return Optional.of(new Examples(declared, new Assertions(declared)));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static boolean isTold(Rule rule, Examples examples, List<ConformanceCase> cases) {
    Rule other = examples.declared().rules().get(rule.id());
    for (Rule.Example example : rule.examples()) {
      Rule.Example same = withSource(example, Examples.source(rule, example));
      if (!examples.verdict(other, same).equals(example.verdict())) {
        return true;
      }
    }
    for (ConformanceCase one : cases) {
      Rule.Example same = withSource(one.example(), Examples.source(rule, one.example()));
      if (one.rule().path("id").asText().equals(rule.id())
          && !counts(examples.verdicts(other, same)).equals(one.expected())) {
        return true;
      }
    }
    return false;
  }

  /** The example with the source that it is for; a slip must not move it to the other. */
  private static Rule.Example withSource(Rule.Example example, Rule.Source source) {
    return new Rule.Example(
        example.title(),
        example.form(),
        example.lastForm(),
        source,
        example.scope(),
        example.level(),
        example.silent(),
        example.notSupplied(),
        example.notDelivered(),
        example.areaChanged(),
        example.cells(),
        example.verdict());
  }

  private static Map<String, Integer> counts(List<Verdict> verdicts) {
    Map<String, Integer> counts = new TreeMap<>();
    verdicts.forEach(
        v -> counts.merge(v.state().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum));
    return counts;
  }

  private static List<ObjectNode> mutants(JsonNode rule) {
    List<ObjectNode> all = new ArrayList<>();
    for (String property : List.of("formula", "otherwise")) {
      for (String text : mutants(rule, rule.path(property).asText())) {
        all.add(((ObjectNode) rule.deepCopy()).put(property, text));
      }
    }
    for (int i = 0; i < rule.path("when").size(); i++) {
      for (String text : mutants(rule, rule.path("when").path(i).asText())) {
        ObjectNode mutant = rule.deepCopy();
        ((ArrayNode) mutant.get("when")).set(i, JSON.getNodeFactory().textNode(text));
        all.add(mutant);
      }
    }
    return all;
  }

  /** Every text that differs from a formula in one operator, sign, number, figure or year. */
  private static Set<String> mutants(JsonNode rule, String text) {
    Set<String> all = new LinkedHashSet<>();
    if (text.startsWith("unit.level")) {
      all.add(text.contains("!=") ? text.replace("!=", "=") : text.replace("=", "!="));
      return all;
    }
    each(OPERATOR, text)
        .forEach(m -> List.of("=", "!=", "<=", ">=", "<", ">").forEach(o -> put(all, text, m, o)));
    each(SIGN, text).forEach(m -> put(all, text, m, m.group().equals(" + ") ? " - " : " + "));
    each(FACTOR, text)
        .forEach(
            m ->
                List.of(-1, 1)
                    .forEach(
                        step -> {
                          int number = Integer.parseInt(m.group()) + step;
                          put(all, text, m, number < 0 ? "1" : String.valueOf(number));
                        }));
    for (MatchResult m : each(FIGURE, text)) {
      String figure = m.group();
      put(all, text, m, "2 * " + figure);
      put(all, text, m, figure.endsWith("@-1") ? figure.replace("@-1", "") : figure + "@-1");
      if (figure.startsWith("reported.")) {
        put(all, text, m, figure.replace("reported.", "computed."));
      } else if (figure.startsWith("computed.")) {
        put(all, text, m, figure.replace("computed.", "reported."));
      } else {
        if (!rule.path("sources").toString().equals("[\"reported\"]")) {
          put(all, text, m, "reported." + figure);
        }
        put(all, text, m, "computed." + figure);
      }
      neighbours(rule, figure).forEach(n -> put(all, text, m, n));
    }
    each(INDICATOR, text)
        .forEach(
            m -> {
              put(all, text, m, "2 * " + m.group());
              put(all, text, m, m.group() + "@-1");
              put(all, text, m, "requests_closed");
            });
    all.remove(text);
    all.removeIf(SAME);
    return all;
  }

  /** The same figure in the next row or column of its table. */
  private static List<String> neighbours(JsonNode rule, String figure) {
    int colon = figure.indexOf(':');
    if (colon < 0) {
      return List.of();
    }
    String form = rule.path("forms").path(0).asText("2021-30");
    String table = figure.substring(0, figure.indexOf('.'));
    String row = figure.substring(figure.indexOf('.') + 1, colon);
    String column = figure.substring(colon + 1).replace("@-1", "");
    String year = figure.endsWith("@-1") ? "@-1" : "";
    Set<String> near = new TreeSet<>();
    Vectors.DECLARED.forms().get(form).cells().stream()
        .filter(c -> c.table().id().equals(table))
        .forEach(
            c -> {
              boolean sameRow = row.startsWith("$") || row.equals("*") || c.row().id().equals(row);
              boolean sameColumn = column.startsWith("$") || c.column().id().equals(column);
              if (sameRow && !column.startsWith("$")) {
                near.add(table + "." + row + ":" + c.column().id() + year);
              }
              if (sameColumn && !row.startsWith("$") && !row.equals("*")) {
                near.add(table + "." + c.row().id() + ":" + column + year);
              }
            });
    return near.stream().limit(4).toList();
  }

  private static List<MatchResult> each(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static void put(Set<String> all, String text, MatchResult at, String instead) {
    all.add(text.substring(0, at.start()) + instead + text.substring(at.end()));
  }
}
