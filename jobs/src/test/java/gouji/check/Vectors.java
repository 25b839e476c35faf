package gouji.check;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Indicator;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Figures of one unit, year and scope, as tests write them. */
final class Vectors {
  static final Declarations DECLARED = DeclarationReader.readAll(List.of());
  static final Assertions ASSERTIONS = new Assertions(DECLARED);

  private Vectors() {}

  /** Cells by address, {@code @-1} behind one of last year, whose form is the same. */
  static Evaluation.Vector of(String form, Map<String, String> cells) {
    return of(form, form, everything(), cells);
  }

  /** Cells by address with the form of last year and what was supplied. */
  static Evaluation.Vector of(
      String form, String lastForm, Set<String> supplied, Map<String, String> cells) {
    Map<String, BigDecimal> now = new HashMap<>();
    Map<String, BigDecimal> last = new HashMap<>();
    cells.forEach(
        (cell, value) -> {
          BigDecimal number = new BigDecimal(value);
          if (cell.endsWith("@-1")) {
            last.put(cell.substring(0, cell.length() - 3), number);
          } else {
            now.put(cell, number);
          }
        });
    return new Evaluation.Vector(form, lastForm, supplied, now, last);
  }

  /** Every data set and fact. */
  static Set<String> everything() {
    Set<String> all = new TreeSet<>(DECLARED.dataSets().keySet());
    DECLARED.facts().stream().map(Indicator::code).forEach(all::add);
    return all;
  }

  /** Verdicts of a rule: {@code cell PASS} or {@code cell FAIL left right}. */
  static List<String> verdicts(String rule, Evaluation.Vector vector) {
    return new Evaluation(ASSERTIONS)
        .verdicts(vector).stream()
            .filter(v -> v.rule().id().equals(rule))
            .map(v -> v.assertion().firstCell() + " " + v.state() + sides(v))
            .toList();
  }

  private static String sides(Evaluation.Verdict verdict) {
    return verdict.state() == Evaluation.State.FAIL
        ? " " + Evaluation.plain(verdict.left()) + " " + Evaluation.plain(verdict.right())
        : "";
  }
}
