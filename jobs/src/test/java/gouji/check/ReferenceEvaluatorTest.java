package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Written;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReferenceEvaluatorTest {
  private final Declarations declared = withoutRules(DeclarationReader.readAll(List.of()));

  private static Declarations withoutRules(Declarations all) {
    return new Declarations(all.dataSets(), all.forms(), all.indicators(), Map.of());
  }

  @TestFactory
  Stream<DynamicTest> givesEveryCaseItsVerdicts() throws IOException {
    return ConformanceCase.all().stream()
        .map(c -> DynamicTest.dynamicTest(c.toString(), () -> holds(c)));
  }

  private void holds(ConformanceCase one) {
    List<ReferenceEvaluator.Result> results = ReferenceEvaluator.results(declared, one);

    assertThat(counts(results)).as(one.toString()).isEqualTo(one.expected());
    if (one.given().has("failing")) {
      assertThat(results.stream().filter(r -> r.verdict() == ReferenceEvaluator.Verdict.FAIL))
          .as(one.toString())
          .extracting(ReferenceEvaluator.Result::cell)
          .containsExactlyInAnyOrderElementsOf(ConformanceCase.texts(one.given().get("failing")));
    }
  }

  private static Map<String, Integer> counts(List<ReferenceEvaluator.Result> results) {
    Map<String, Integer> counts = new TreeMap<>();
    results.forEach(
        r -> counts.merge(r.verdict().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
    return counts;
  }

  @Test
  void triesEveryCheckOperatorStateAndTolerance() throws IOException {
    List<ConformanceCase> all = ConformanceCase.all();
    Set<String> operators = new TreeSet<>();
    all.stream()
        .map(c -> c.rule().path("formula").asText().replaceAll("[^<>=!]", ""))
        .filter(o -> !o.isEmpty())
        .forEach(operators::add);

    assertThat(all)
        .hasSizeGreaterThanOrEqualTo(150)
        .extracting(ConformanceCase::toString)
        .doesNotHaveDuplicates();
    assertThat(operators).containsExactlyInAnyOrder("=", "!=", "<", "<=", ">", ">=");
    assertThat(ofRules(all, "check"))
        .containsExactlyInAnyOrder(
            "formula", "form_sum", "whole_number", "part", "rate", "feasible");
    assertThat(ofRules(all, "tolerance")).contains("exact", "rounded", "interval");
    assertThat(all.stream().flatMap(c -> raws(c).map(r -> Written.of(r, null).state())))
        .contains(Written.State.NUMBER, Written.State.BLANK)
        .contains(Written.State.NOT_APPLICABLE, Written.State.TEXT);
    assertThat(all).anyMatch(c -> c.name().contains("absent"));
  }

  private static Set<String> ofRules(List<ConformanceCase> all, String property) {
    return all.stream()
        .map(c -> c.rule().path(property).asText())
        .filter(t -> !t.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Stream<String> raws(ConformanceCase one) {
    return one.cells().values().stream();
  }
}
