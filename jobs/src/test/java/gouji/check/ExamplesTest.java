package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ExamplesTest {
  @TestFactory
  Stream<DynamicTest> everyRuleSaysOfItsExamplesWhatTheyDeclare() {
    Examples examples = new Examples(Vectors.DECLARED, Vectors.ASSERTIONS);
    return Vectors.DECLARED.rules().values().stream()
        .flatMap(
            rule ->
                rule.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                rule.id() + ": " + example.title(),
                                () ->
                                    assertThat(examples.verdict(rule, example))
                                        .isEqualTo(example.verdict()))));
  }
}
