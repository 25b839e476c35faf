package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t.a:b = t.c:d                        | 1*t.a:b EQUAL 1*t.c:d
          t.a:b=t.c:d                          | 1*t.a:b EQUAL 1*t.c:d
          - t.a:b + 2 * t.c:d - 3 <= 0         | -1*t.a:b 2*t.c:d -3 AT_MOST 0
          t.a:b - t.c:d - t.e:f >= 5*t.g:h     | 1*t.a:b -1*t.c:d -1*t.e:f AT_LEAST 5*t.g:h
          t.$row:$col = t.$row:$col@-1         | 1*t.$row:$col EQUAL 1*t.$row:$col@-1
          t.a:b < 0.5                          | 1*t.a:b LESS 0.5
          t.a:b > 1                            | 1*t.a:b GREATER 1
          t.a:b != t.a_1:b2                    | 1*t.a:b DIFFERENT 1*t.a_1:b2
          """)
  void readsTermsAndComparisons(String text, String expected) {
    Formula formula = FormulaParser.parse("rules/x.json", text);

    assertThat(side(formula.left()) + " " + formula.comparison() + " " + side(formula.right()))
        .isEqualTo(expected);
  }

  private static String side(List<Formula.Term> terms) {
    return terms.stream()
        .map(t -> t.cell() == null ? t.factor().toString() : t.factor() + "*" + name(t.cell()))
        .collect(Collectors.joining(" "));
  }

  private static String name(Formula.CellName cell) {
    String last = cell.offset() == 0 ? "" : "@" + cell.offset();
    return cell.table() + "." + cell.row() + ":" + cell.column() + last;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          t.a:b                | 6  | a comparison (= <= >= < > !=) is missing here
          t.a:b = t.c:d + 1 x  | 19 | the formula should end here
          t.a = t.c:d          | 5  | ':' is missing here
          t:a = t.c:d          | 2  | '.' is missing here
          t.a:b = + t.c:d      | 9  | the name of a table is missing here
          t.a:b + = 1          | 9  | the name of a table is missing here
          t.a:b = 1.2.3        | 9  | this is no number
          t.a:b@-2 = 1         | 8  | '1' is missing here
          t.a:b@1 = 1          | 7  | '-' is missing here
          t.A:b = 1            | 3  | the name of a row is missing here
          t.a:b = 2 *          | 12 | the name of a table is missing here
          "t.a:b = 1; drop"    | 10 | the formula should end here
          """)
  void pointsAtTheMistake(String text, int column, String what) {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> FormulaParser.parse("rules/x.json", text));

    assertThat(failure).isNotNull();
    assertThat(failure.code()).isEqualTo(FailureCode.BAD_DECLARATION);
    assertThat(failure.getMessage().lines())
        .containsExactly(
            "rules/x.json: column " + column + " of the formula: " + what,
            "  " + text,
            "  " + " ".repeat(column - 1) + "^");
  }

  @Test
  void holdsEachComparisonWhereItsSignSaysSo() {
    StringBuilder held = new StringBuilder();
    for (Formula.Comparison one : Formula.Comparison.values()) {
      held.append(one.sign()).append(':');
      for (String right : List.of("1", "2", "2.00", "3")) {
        held.append(one.holds(new BigDecimal("2"), new BigDecimal(right)) ? " 2" : " -")
            .append(right);
      }
      held.append('\n');
    }

    assertThat(held.toString().replaceAll(" -[0-9.]+", " no").replaceAll(" 2[0-9.]+", " yes"))
        .isEqualTo(
            """
            =: no yes yes no
            <=: no yes yes yes
            >=: yes yes yes no
            <: no no no yes
            >: yes no no no
            !=: yes no no yes
            """);
  }
}
