package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.Assertions;
import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The program itself over the conformance cases. */
class ConformanceTest {
  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> givesEveryCaseItsVerdicts() throws IOException {
    List<ConformanceCase> all = ConformanceCase.all();
    Map<ConformanceCase, String> ids = ConformanceRules.write(all, folder);
    Declarations declared = DeclarationReader.readAll(List.of(folder));
    Map<String, Examples> examples = new HashMap<>();
    return all.stream()
        .map(
            c -> {
              Rule rule = declared.rules().get(ids.get(c));
              Examples one = examples.computeIfAbsent(rule.id(), r -> only(declared, rule));
              return DynamicTest.dynamicTest(c.toString(), () -> holds(c, rule, one));
            });
  }

  /** With no other rule. */
  private static Examples only(Declarations declared, Rule rule) {
    Declarations one =
        new Declarations(
            declared.dataSets(), declared.forms(), declared.indicators(), Map.of(rule.id(), rule));
    return new Examples(one, new Assertions(one));
  }

  private static void holds(ConformanceCase one, Rule rule, Examples examples) {
    Map<String, Integer> counts = new TreeMap<>();
    List<Verdict> verdicts = examples.verdicts(rule, one.example());
    verdicts.forEach(v -> counts.merge(v.state().name().toLowerCase(Locale.ROOT), 1, Integer::sum));

    assertThat(counts).as(one.toString()).isEqualTo(one.expected());
    if (one.given().has("failing")) {
      assertThat(verdicts.stream().filter(v -> v.state() == Verdict.State.FAIL))
          .as(one.toString())
          .extracting(v -> v.assertion().firstCell())
          .containsExactlyInAnyOrderElementsOf(ConformanceCase.texts(one.given().get("failing")));
    }
  }
}
