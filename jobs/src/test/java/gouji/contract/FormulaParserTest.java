package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
          t.a:b = t.c:d                         | 1*t.a:b EQUAL 1*t.c:d
          t.a:b=t.c:d                           | 1*t.a:b EQUAL 1*t.c:d
          - t.a:b + 2 * t.c:d - 3 <= 0          | -1*t.a:b 2*t.c:d -3 AT_MOST 0
          t.a:b - t.c:d - t.e:f >= 5*t.g:h      | 1*t.a:b -1*t.c:d -1*t.e:f AT_LEAST 5*t.g:h
          t.$row:$col = t.$row:$col@-1          | 1*t.$row:$col EQUAL 1*t.$row:$col@-1
          t.a:b < 0.5                           | 1*t.a:b LESS 0.5
          t.a:b > 1                             | 1*t.a:b GREATER 1
          t.a:b != t.a_1:b2                     | 1*t.a:b DIFFERENT 1*t.a_1:b2
          3 * (t.a:b + 2 * (items - 1)) = 0     | 3*t.a:b 6*items -6 EQUAL 0
          -(t.a:b - t.c:d) * 2 = 0              | -2*t.a:b 2*t.c:d EQUAL 0
          sum(t.*:b) = sum(t.a:*@-1)            | 1*t.*:b EQUAL 1*t.a:*@-1
          reported.$cell = computed.$cell       | 1*REPORTED $cell EQUAL 1*COMPUTED $cell
          consolidated(reported.$cell) = own(reported.$cell) + children.sum(reported.$cell) | 1*REPORTED CONSOLIDATED $cell EQUAL 1*REPORTED OWN $cell 1*REPORTED CHILDREN $cell
          own ( t.a:b ) = own                   | 1*OWN t.a:b EQUAL 1*own
          """)
  void readsTermsAndComparisons(String text, String expected) throws FormulaException {
    Formula formula = FormulaParser.parse(text);

    assertThat(side(formula.left()) + " " + formula.comparison() + " " + side(formula.right()))
        .isEqualTo(expected);
  }

  private static String side(List<Formula.Term> terms) {
    return terms.stream()
        .map(t -> t.figure() == null ? t.factor().toString() : t.factor() + "*" + name(t.figure()))
        .collect(Collectors.joining(" "));
  }

  private static String name(Formula.Name name) {
    String source = name.source() == null ? "" : name.source() + " ";
    String area = name.area() == Formula.Area.CHECKED ? "" : name.area() + " ";
    String cell =
        name.table() == null
            ? name.column()
            : name.table() + "." + name.row() + ":" + name.column();
    return source + area + cell + (name.lastYear() ? "@-1" : "");
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
          t:a = t.c:d          | 2  | a comparison (= <= >= < > !=) is missing here
          t.a:b = + t.c:d      | 9  | a figure is missing here
          t.a:b + = 1          | 9  | a figure is missing here
          t.a:b = 1.2.3        | 9  | this is no number
          t.a:b@-2 = 1         | 7  | only last year's figure can be named: @-1
          t.a:b@1 = 1          | 7  | only last year's figure can be named: @-1
          t.A:b = 1            | 3  | the name of a row is missing here
          t.a:b = 2 *          | 12 | a figure is missing here
          "t.a:b = 1; drop"    | 10 | the formula should end here
          t.a:b * t.c:d = 1    | 7  | two figures are multiplied; only a number may stand before a figure
          t.*:b = 1            | 3  | * belongs into a sum: sum(table.row:column)
          sum(t.a:b) = 1       | 5  | a sum goes over rows or columns; write * for one of them
          $row = 1             | 1  | a figure is written table.row:column, $cell or an indicator's code
          (t.a:b = 1           | 8  | ')' is missing here
          """)
  void pointsAtTheMistake(String text, int column, String what) {
    FormulaException failure =
        catchThrowableOfType(FormulaException.class, () -> FormulaParser.parse(text));

    assertThat(failure).isNotNull();
    assertThat(failure.told().lines())
        .containsExactly(
            "column " + column + " of the formula: " + what,
            "    " + text,
            "    " + " ".repeat(column - 1) + "^");
  }

  @Test
  void limitsLengthAndDepth() {
    assertThatThrownBy(() -> FormulaParser.parse("a = " + "1 + ".repeat(500) + "1"))
        .hasMessage("the formula has 2,005 characters, 2,000 are allowed; write two rules");
    assertThatThrownBy(() -> FormulaParser.parse("(".repeat(21) + "a" + ")".repeat(21) + " = 1"))
        .hasMessage("brackets are nested more than 20 deep; write it flatter");
  }

  @Test
  void readsConditionsOfTheLevel() throws FormulaException {
    assertThat(FormulaParser.level("unit.level != city"))
        .isEqualTo(new FormulaParser.Level("city", false, 14));
    assertThat(FormulaParser.level("unit.level=town"))
        .isEqualTo(new FormulaParser.Level("town", true, 11));
    assertThat(FormulaParser.level("items = 1")).isNull();
    assertThatThrownBy(() -> FormulaParser.level("unit.level > town"))
        .hasMessage("= or != is missing here");
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
            !=: yes no no yes
            <: no no no yes
            >: yes no no no
            """);
  }
}
