package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.Formula;
import gouji.contract.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says in words what a verdict found.
 *
 * @param assertions what is known of figures
 * @param form the form of the figures
 */
record Wording(Assertions assertions, String form) {
  private static final BigDecimal NINE = new BigDecimal(9);
  private static final int MOST_FIGURES = 60;
  private static final int TEN_THOUSAND = 4;

  /** A number as findings show it: plain, without trailing zeros. */
  static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }

  /** The formula with the numbers put in, the difference and what the rule says. */
  String message(Verdict verdict) {
    String rule = verdict.rule().message().getOrDefault("zh", "");
    String assumed = verdict.assumed() == 0 ? "" : "（其中 %d 格空白按 0 计）".formatted(verdict.assumed());
    return switch (verdict.rule().check()) {
      case WHOLE_NUMBER, FEASIBLE, RATE, PART ->
          "%s：%s；%s。".formatted(verdict.assertion().label(), figures(verdict), rule);
      default ->
          "%s：%s %s %s，相差 %s%s。%s"
              .formatted(
                  verdict.assertion().label(),
                  written(verdict.left()),
                  verdict.comparison().broken(),
                  written(verdict.right()),
                  plain(verdict.difference()),
                  assumed,
                  rule);
    };
  }

  private static String figures(Verdict verdict) {
    String left = plain(verdict.left().sum());
    String right = plain(verdict.right().sum());
    return switch (verdict.rule().check()) {
      case PART -> verdict.left().sum().signum() < 0 ? left + " < 0" : left + " > " + right;
      case RATE -> left + " ≠ " + right;
      case FEASIBLE -> left + "（分母 " + right + "）";
      default -> left;
    };
  }

  /** A side with its numbers put in: {@code 60 + 0 = 60}; only the sum when it is one number. */
  static String written(Side side) {
    if (side.found().size() == 1) {
      return plain(side.sum());
    }
    String terms =
        side.found().stream().map(f -> plain(f.summand())).collect(Collectors.joining(" + "));
    return terms.replace("+ -", "- ") + " = " + plain(side.sum());
  }

  /** Every figure that took part, with its label, value and where it was read. */
  List<String> evidence(Verdict verdict) {
    return verdict.figures().limit(MOST_FIGURES).map(this::evidence).toList();
  }

  private String evidence(Found found) {
    String origin = found.origin().isEmpty() ? "" : "（" + found.origin() + "）";
    return label(found) + " " + value(found) + origin;
  }

  private static String value(Found found) {
    Written written = found.written();
    return switch (found.kind()) {
      case NUMBER -> plain(found.number());
      case ASSUMED -> "空白";
      case MISSING -> written.raw().isBlank() ? found.reason() : written.raw();
      case NOT_APPLICABLE -> found.reason();
    };
  }

  private String label(Found found) {
    return new FigureNames(assertions, form).of(found.operand());
  }

  /** The figures with their addresses and values, by which a finding is known again. */
  List<String> operands(Verdict verdict) {
    return verdict.figures().map(this::operand).toList();
  }

  private String operand(Found found) {
    String source =
        found.operand().source() == null
            ? ""
            : found.operand().source().name().toLowerCase(java.util.Locale.ROOT) + ".";
    String name = source + found.operand().address() + (found.operand().lastYear() ? "@-1" : "");
    String area =
        switch (found.operand().area()) {
          case CHECKED -> name;
          case OWN -> "own(" + name + ")";
          case CONSOLIDATED -> "consolidated(" + name + ")";
          case CHILDREN -> "children.sum(" + name + ")";
        };
    return area + "=" + (found.number() == null ? found.written().raw() : plain(found.number()));
  }

  /** What would repair more than this finding; null for nothing. */
  String culprit(Culprits.Correction correction) {
    return correction == null
        ? null
        : "若“%s”改为 %s，另有 %d 条勾稽同时成立"
            .formatted(label(correction.found()), plain(correction.value()), correction.repaired());
  }

  /** What the numbers look like: swapped digits, a wrong unit, a sign, last year's number. */
  List<String> hints(Verdict verdict, Map<String, BigDecimal> lastYear) {
    List<String> hints = new ArrayList<>();
    if (verdict.comparison() != Formula.Comparison.EQUAL
        || verdict.rule().check() == gouji.contract.Rule.Check.FEASIBLE) {
      return hints;
    }
    BigDecimal left = verdict.left().sum();
    BigDecimal right = verdict.right().sum();
    BigDecimal difference = verdict.difference();
    if (isWhole(left) && isWhole(right) && difference.remainder(NINE).signum() == 0) {
      hints.add("差额能被 9 整除，可能数字颠倒");
    }
    if (left.signum() != 0
        && (left.compareTo(right.scaleByPowerOfTen(TEN_THOUSAND)) == 0
            || right.compareTo(left.scaleByPowerOfTen(TEN_THOUSAND)) == 0)) {
      hints.add("两边相差一万倍，可能元与万元混用");
    }
    if (left.signum() != 0 && left.compareTo(right.negate()) == 0) {
      hints.add("两边只差正负号");
    }
    verdict
        .figures()
        .filter(f -> f.kind() == Found.Kind.NUMBER && !f.operand().lastYear())
        .filter(f -> f.number().signum() != 0)
        .filter(
            f -> {
              BigDecimal before = lastYear.get(f.operand().address());
              return before != null && before.compareTo(f.number()) == 0;
            })
        .map(f -> "“" + label(f) + "”与上一年度相同")
        .distinct()
        .forEach(hints::add);
    return hints;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }
}
