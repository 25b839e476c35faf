package gouji.check;

import static gouji.check.ConformanceCase.texts;

import com.fasterxml.jackson.databind.JsonNode;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Indicator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdicts of one conformance case, found the slow and plain way: variables are put in as text,
 * every instance is read on its own, and every figure is looked up when it is needed.
 */
final class ReferenceEvaluator extends ReferenceFigures {
  /** What is said of one instance, and the first cell or indicator of its left side. */
  record Result(Verdict verdict, String cell) {}

  private ReferenceEvaluator(Declarations declared, JsonNode rule, JsonNode given) {
    super(declared, rule, given);
  }

  /** The verdict of every instance of the rule over the figures of the case. */
  static List<Result> results(Declarations declared, JsonNode rule, JsonNode given) {
    ReferenceEvaluator one = new ReferenceEvaluator(declared, rule, given);
    int year =
        one.form.firstYear()
            + (given.path("lastForm").asText(one.form.id()).equals(one.form.id()) ? 1 : 0);
    String years = rule.path("years").asText("0000..9999");
    boolean valid =
        (!rule.has("forms") || texts(rule.path("forms")).contains(one.form.id()))
            && (!rule.has("scopes") || texts(rule.path("scopes")).contains(one.scope))
            && year >= Integer.parseInt(years.substring(0, 4))
            && year <= Integer.parseInt(years.substring(6));
    boolean filed = one.filed || one.source.equals("computed");
    return (valid && filed ? one.instances() : Stream.<Result>empty())
        .filter(r -> r.verdict() != Verdict.NONE)
        .toList();
  }

  private Stream<Result> instances() {
    Stream<Form.Cell> cells = form.cells().stream();
    Stream<Indicator> rates = declared.indicators().values().stream().filter(Indicator::isRate);
    return switch (rule.path("check").asText()) {
      case "formula" -> formulas().map(this::formula);
      case "form_sum" -> cells.flatMap(this::printedSums).map(this::formula);
      case "whole_number" ->
          cells.filter(c -> !kinds.get(c.address()).isAmount()).map(this::wholeNumber);
      case "feasible" -> rates.map(this::rate);
      default -> rates.filter(r -> r.base() == null).map(this::rate);
    };
  }

  /** The instances of the formula as text, with lines for {@code otherwise} and each when. */
  private Stream<String> formulas() {
    List<String> lines = new ArrayList<>(texts(rule.path("when")));
    lines.addAll(0, List.of(rule.path("formula").asText(), rule.path("otherwise").asText()));
    Stream<String> all = Stream.of(String.join("\n", lines));
    for (String variable : List.of("$cell", "$row", "$col")) {
      List<String> over = texts(rule.path("over").path(variable));
      List<String> names =
          (over.isEmpty() ? List.of(variable) : over).stream().flatMap(this::names).toList();
      all = all.flatMap(t -> names.stream().map(n -> t.replace(variable, n))).distinct();
    }
    return all;
  }

  private Stream<String> names(String set) {
    return switch (set) {
      case "cells", "$cell" -> form.cells().stream().map(Form.Cell::address);
      case "$row" -> form.cells().stream().map(c -> c.row().id());
      case "$col" -> form.cells().stream().map(c -> c.column().id());
      case "indicators" -> declared.indicators().keySet().stream();
      default -> Stream.of(set);
    };
  }

  /** The sums that the form prints for a cell, across and down, where the rule is theirs. */
  private Stream<String> printedSums(Form.Cell c) {
    String id = rule.path("id").asText();
    List<String> across = id.equals(c.column().sumRule()) ? c.column().sumOf() : List.of();
    List<String> down = id.equals(c.row().sumRule()) ? c.row().sumOf() : List.of();
    return Stream.of(
            across.stream().map(o -> Form.Cell.address(c.table().id(), c.row().id(), o)),
            down.stream().map(o -> Form.Cell.address(c.table().id(), o, c.column().id())))
        .map(parts -> c.address() + " = " + parts.collect(Collectors.joining(" + ")) + "\n")
        .filter(line -> !line.endsWith("= \n"));
  }

  private Result formula(String text) {
    String[] lines = text.split("\n", -1);
    Sum all = sum(text.replaceAll("unit\\.level.*", ""));
    String first = all.figures().get(0);
    boolean named = rule.path("formula").asText().matches("[a-z.(]*\\$cell.*");
    Verdict verdict =
        Stream.of(lines)
            .skip(2)
            .map(this::holds)
            .max(Comparator.naturalOrder())
            .orElse(Verdict.PASS);
    if (all.verdict() == Verdict.NONE) {
      verdict = Verdict.NONE;
    } else if (named && isReported(first) && !raws.containsKey(first)) {
      verdict = Verdict.NOT_APPLICABLE;
    } else if (verdict == Verdict.FAIL) {
      verdict = lines[1].isEmpty() ? Verdict.NOT_APPLICABLE : holds(lines[1]);
    } else if (verdict == Verdict.PASS) {
      verdict = holds(lines[0]);
    }
    return new Result(verdict, name(first));
  }

  private Verdict holds(String line) {
    String operator = line.replaceAll("[^<>=!]", "");
    String[] sides = line.split("[<>=!]+", 2);
    if (line.startsWith("unit.level")) {
      String level = given.path("level").asText("county");
      return verdict(operator.equals("=") == level.equals(sides[1].strip()));
    }
    Sum left = sum(sides[0]);
    Sum right = sum(sides[1]);
    Sum both = left.plus(right);
    if (both.verdict() != Verdict.PASS) {
      return both.verdict();
    }
    if (operator.equals("=") && isUndelivered(both.figures())) {
      return Verdict.UNKNOWN;
    }
    boolean interval = rule.path("tolerance").asText().equals("interval");
    BigDecimal off = interval ? both.off() : BigDecimal.ZERO;
    BigDecimal difference = rounded(left, both).subtract(rounded(right, both));
    int above = difference.compareTo(off);
    int below = difference.compareTo(off.negate());
    return verdict(
        switch (operator) {
          case "=" -> above <= 0 && below >= 0;
          case "!=" -> above > 0 || below < 0;
          case "<=" -> above <= 0;
          case ">=" -> below >= 0;
          case "<" -> above < 0;
          default -> below > 0;
        });
  }

  private static Verdict verdict(boolean holds) {
    return holds ? Verdict.PASS : Verdict.FAIL;
  }

  /** A computed side of amounts is rounded to the decimals written, where the rule says so. */
  private BigDecimal rounded(Sum side, Sum both) {
    boolean exact =
        !rule.path("tolerance").asText().equals("rounded")
            || both.figures().stream().noneMatch(f -> kinds.get(name(f)).isAmount())
            || side.figures().isEmpty()
            || side.figures().stream().anyMatch(ReferenceEvaluator::isReported);
    Stream<BigDecimal> written =
        both.figures().stream()
            .filter(ReferenceEvaluator::isReported)
            .map(this::read)
            .filter(Objects::nonNull);
    int decimals = written.mapToInt(BigDecimal::scale).max().orElse(side.value().scale());
    return exact ? side.value() : side.value().setScale(decimals, RoundingMode.HALF_UP);
  }

  /** Whether a reported figure meets a computed 0 that nothing was delivered for. */
  private boolean isUndelivered(List<String> all) {
    List<String> delivered = texts(given.path("notDelivered"));
    return all.size() == 2
        && isReported(all.get(0)) != isReported(all.get(1))
        && all.stream().allMatch(f -> isReported(f) != isZero(number(f)))
        && all.stream()
            .anyMatch(
                f -> !isReported(f) && !Collections.disjoint(delivered, kinds.get(name(f)).from()));
  }

  private Result wholeNumber(Form.Cell c) {
    Sum cell = sum(c.address());
    boolean valid = isWhole(cell.value()) && (c.column().signed() || cell.value().signum() >= 0);
    Verdict verdict = cell.verdict() == Verdict.PASS ? verdict(valid) : cell.verdict();
    boolean silent = source.equals("reported") && table(cell.figures().get(0)).isEmpty();
    return new Result(silent ? Verdict.NOT_APPLICABLE : verdict, c.address());
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /** Numerator or denominator; what is counted for the rate alone has its cell's name or none. */
  private Sum sum(List<Indicator.Term> terms) {
    return sum(terms.stream().map(this::name).collect(Collectors.joining(" + ")));
  }

  private String name(Indicator.Term term) {
    return form.cells().stream()
        .filter(c -> term.measure() != null && c.findSource().isPresent())
        .filter(c -> term.measure().equals(c.findSource().get().measure()))
        .map(Form.Cell::address)
        .findFirst()
        .orElse("" + term.indicator());
  }

  private Result rate(Indicator rate) {
    String check = rule.path("check").asText();
    Sum percent = sum(rate.code());
    Sum part = check.equals("feasible") ? Sum.of("0") : sum(rate.numerator());
    Sum whole = rate.base() == null ? sum(rate.denominator()) : sum(rate.base());
    Verdict verdict = part.plus(whole).plus(check.equals("part") ? part : percent).verdict();
    boolean reported = source.equals("reported");
    boolean silent =
        check.equals("part")
            ? reported && part.plus(whole).figures().stream().noneMatch(raws::containsKey)
            : !raws.keySet().containsAll(percent.figures());
    if (verdict == Verdict.NONE && check.equals("part")) {
      // No case says what was counted for the rate alone: 0 of 0.
      verdict =
          !reported && percent.verdict() != Verdict.NOT_APPLICABLE
              ? Verdict.PASS
              : Verdict.NOT_APPLICABLE;
    } else if (silent && verdict != Verdict.NONE) {
      verdict = Verdict.NOT_APPLICABLE;
    } else if (verdict == Verdict.PASS) {
      verdict = rate(check, part.value(), whole.value(), percent.value());
    }
    return new Result(verdict, rate.code());
  }

  private Verdict rate(String check, BigDecimal part, BigDecimal whole, BigDecimal percent) {
    BigDecimal exact = percent.multiply(whole).movePointLeft(2);
    return switch (check) {
      case "part" -> verdict(part.signum() >= 0 && part.compareTo(whole) <= 0);
      case "rate" -> whole.signum() == 0 ? Verdict.UNKNOWN : verdict(isRate(part, whole, percent));
      default ->
          whole.signum() <= 0 || !isWhole(whole)
              ? Verdict.UNKNOWN
              : verdict(
                  Stream.of(
                          exact.setScale(0, RoundingMode.FLOOR),
                          exact.setScale(0, RoundingMode.CEILING))
                      .anyMatch(
                          k ->
                              k.signum() >= 0
                                  && k.compareTo(whole) <= 0
                                  && isRate(k, whole, percent)));
    };
  }

  private static boolean isRate(BigDecimal part, BigDecimal whole, BigDecimal percent) {
    return part.movePointRight(2)
            .divide(whole, percent.scale(), RoundingMode.HALF_UP)
            .compareTo(percent)
        == 0;
  }
}
