package gouji.check;

import gouji.check.ConformanceCase.Name;
import gouji.contract.Assertions;
import gouji.contract.Declarations;
import gouji.contract.Figure;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Measure;
import gouji.contract.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdicts of one conformance case, found the slow and plain way: variables are put in as text,
 * every instance is read on its own, and every figure is looked up when it is needed.
 */
record ReferenceEvaluator(Declarations declared, Assertions known, ConformanceCase.Reading given) {
  private static final Pattern NAME =
      Pattern.compile("[a-z.]+\\([^()]+\\)|[a-z]\\w*(?:[.:]\\w+)*(?:@-1)?");
  private static final Pattern TOKEN =
      Pattern.compile("\\)|([-+*]?) *(\\(|\\d+(?:\\.\\d+)?|" + NAME + ")");
  private static final Pattern NUMBER =
      Pattern.compile(
          "([-+减]?(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?)(项|个|件|种|次|万?元|%)?(\\(.*\\))?");

  /** The verdicts, each outweighing those before it. */
  enum Verdict {
    PASS,
    FAIL,
    UNKNOWN,
    NOT_APPLICABLE;

    Verdict or(Verdict other, boolean so) {
      return so && other.compareTo(this) > 0 ? other : this;
    }
  }

  /** What is said of one instance, and the first cell or indicator of its left side. */
  record Result(Verdict verdict, String cell) {}

  /** The verdict of every instance of the rule over the figures of the case. */
  static List<Result> results(Declarations declared, ConformanceCase one) {
    ConformanceCase.Reading given = one.reading(declared.forms());
    Assertions known = new Assertions(declared);
    Stream<Result> all = new ReferenceEvaluator(declared, known, given).instances();
    return given.isInForce() ? all.toList() : List.of();
  }

  private Stream<Result> instances() {
    Stream<Form.Cell> cells = given.form().cells().stream();
    Stream<Indicator> rates = declared.indicators().values().stream().filter(Indicator::isRate);
    return switch (given.rule().check()) {
      case FORMULA -> formulas().map(this::formula);
      case FORM_SUM -> cells.flatMap(this::printedSums).map(this::formula);
      case WHOLE_NUMBER -> cells.flatMap(this::wholeNumber);
      default -> rates.flatMap(this::rate);
    };
  }

  /** The instances of the formula as text, with lines for {@code otherwise} and each when. */
  private Stream<String> formulas() {
    String otherwise = Optional.ofNullable(given.rule().otherwise()).orElse("");
    String text =
        String.join("\n", given.rule().formula(), otherwise, String.join("\n", given.rule().when()))
            .replaceAll("unit\\.level(\\W+)" + given.level() + "\\b", "0$1 0")
            .replaceAll("unit\\.level(\\W+)\\w+", "0$1 1");
    Stream<String> all = Stream.of(text);
    for (String variable : List.of("$cell", "$row", "$col")) {
      List<String> over = given.rule().over().getOrDefault(variable, List.of(variable));
      List<String> values = over.stream().flatMap(this::values).toList();
      all = all.flatMap(t -> values.stream().map(v -> t.replace(variable, v))).distinct();
    }
    return all.filter(t -> names(t).allMatch(n -> figure(n) != null));
  }

  private Stream<String> values(String set) {
    Stream<Form.Cell> cells = given.form().cells().stream();
    return switch (set) {
      case "cells", "$cell" -> cells.map(Form.Cell::address);
      case "$row" -> cells.map(c -> c.row().id());
      case "$col" -> cells.map(c -> c.column().id());
      case "indicators" -> declared.indicators().keySet().stream();
      default -> Stream.of(set);
    };
  }

  /** The sums that the form prints for a cell, across and down, where the rule is theirs. */
  private Stream<String> printedSums(Form.Cell c) {
    String id = given.rule().id();
    List<String> across = id.equals(c.column().sumRule()) ? c.column().sumOf() : List.of();
    List<String> down = id.equals(c.row().sumRule()) ? c.row().sumOf() : List.of();
    return Stream.of(
            across.stream().map(o -> Form.Cell.address(c.table().id(), c.row().id(), o)),
            down.stream().map(o -> Form.Cell.address(c.table().id(), o, c.column().id())))
        .map(parts -> c.address() + " = " + String.join(" + ", parts.toList()))
        .filter(line -> !line.endsWith("= "));
  }

  private Result formula(String text) {
    List<String> lines = text.lines().toList();
    List<Verdict> when = lines.stream().skip(2).map(this::holds).toList();
    Verdict verdict = when.stream().reduce(Verdict.PASS, (one, other) -> one.or(other, true));
    if (when.contains(Verdict.FAIL)) {
      verdict = lines.get(1).isEmpty() ? Verdict.NOT_APPLICABLE : holds(lines.get(1));
    } else if (verdict == Verdict.PASS) {
      verdict = holds(lines.get(0));
    }
    Name first = names(text).findFirst().orElseThrow();
    boolean whole = ("" + given.rule().formula()).matches("[a-z.(]*\\$cell.*");
    boolean silent = whole && first.isReported() && !given.isFiled(first);
    return new Result(verdict.or(Verdict.NOT_APPLICABLE, silent), first.cell());
  }

  private Verdict holds(String line) {
    String operator = line.replaceAll("[^<>=!]", "");
    String[] sides = line.split(operator, 2);
    BigDecimal above = rounded(sides[0], line).subtract(rounded(sides[1], line));
    boolean interval = given.rule().tolerance() == Rule.Tolerance.INTERVAL;
    BigDecimal off = interval ? off(line) : BigDecimal.ZERO;
    boolean meets =
        (operator.contains("=") && above.abs().compareTo(off) <= 0)
            || (operator.contains("<") && above.compareTo(off) < 0)
            || (operator.contains(">") && above.negate().compareTo(off) < 0);
    return state(line)
        .or(Verdict.FAIL, meets == operator.contains("!"))
        .or(Verdict.UNKNOWN, operator.equals("=") && isUndelivered(line));
  }

  /** How far the sides may be off, each written amount by half of its last decimal. */
  private BigDecimal off(String line) {
    String sum = line.replaceAll("(?<!@)-", "+");
    BigDecimal constants = value(TOKEN.matcher(sum), name -> BigDecimal.ZERO);
    return value(TOKEN.matcher(sum), this::off).subtract(constants);
  }

  private BigDecimal off(Name name) {
    boolean exact = !name.isReported() || !figure(name).isMeasured();
    Optional<BigDecimal> half = read(name).map(n -> BigDecimal.valueOf(5, n.scale() + 1));
    return exact ? BigDecimal.ZERO : half.orElse(BigDecimal.ZERO);
  }

  /** A computed side of amounts is rounded to the decimals written, where the rule says so. */
  private BigDecimal rounded(String side, String line) {
    BigDecimal value = value(side);
    boolean rounds =
        given.rule().tolerance() == Rule.Tolerance.ROUNDED
            && names(line).anyMatch(n -> figure(n).isMeasured())
            && names(side).map(Name::isReported).distinct().toList().equals(List.of(false));
    Stream<BigDecimal> all = names(line).filter(Name::isReported).flatMap(n -> read(n).stream());
    int decimals = all.mapToInt(BigDecimal::scale).max().orElse(value.scale());
    return rounds ? value.setScale(decimals, RoundingMode.HALF_UP) : value;
  }

  /** Whether a reported figure meets a computed 0 that nothing was delivered for. */
  private boolean isUndelivered(String line) {
    List<String> sources = names(line).map(Name::source).sorted().toList();
    return sources.equals(List.of("computed", "reported"))
        && names(line).allMatch(n -> n.isReported() != isZero(number(n)))
        && names(line).anyMatch(n -> !n.isReported() && !given.isDelivered(figure(n).operands()));
  }

  private Stream<Result> wholeNumber(Form.Cell c) {
    Name name = given.name(c.address());
    String value = value(c.address()).stripTrailingZeros().toPlainString();
    boolean valid = value.matches(c.column().signed() ? "-?\\d+" : "\\d+");
    boolean silent = name.isReported() && given.table(name).isEmpty();
    Verdict verdict = state(name).or(Verdict.FAIL, !valid).or(Verdict.NOT_APPLICABLE, silent);
    return Stream.of(new Result(verdict, name.cell())).filter(r -> !figure(name).isMeasured());
  }

  /** A part is one of its whole; a rate that was written is that of its part, or of the nearest. */
  private Stream<Result> rate(Indicator rate) {
    boolean isPart = given.rule().check() == Rule.Check.PART;
    boolean isFeasible = given.rule().check() == Rule.Check.FEASIBLE;
    String percent = isPart ? "0" : rate.code();
    String whole = rate.base() == null ? sum(rate.denominator()) : rate.base();
    BigDecimal exact = value("0.01 * " + percent).multiply(value(whole));
    String nearest = exact.setScale(0, RoundingMode.HALF_DOWN).toPlainString();
    String part = isFeasible ? nearest : sum(rate.numerator());
    boolean shown = !part.isEmpty() && !whole.isEmpty();
    boolean filed = names(isPart ? part + "," + whole : percent).anyMatch(given::isFiled);
    boolean silent = isPart ? given.source().equals("reported") && !(shown && filed) : !filed;
    String count = value(whole).stripTrailingZeros().toPlainString();
    boolean open = isFeasible ? !count.matches("[1-9]\\d*") : count.equals("0");
    BigDecimal by = open ? BigDecimal.ONE : value(whole);
    BigDecimal ratio =
        value("100 * (" + part + ")").divide(by, value(percent).scale(), RoundingMode.HALF_UP);
    Verdict verdict =
        state(String.join(",", part, whole, percent))
            .or(Verdict.FAIL, !isPart && ratio.compareTo(value(percent)) != 0)
            .or(Verdict.UNKNOWN, !isPart && open)
            .or(holds("0 <= " + part), isPart || isFeasible)
            .or(holds(part + " <= " + whole), isPart || isFeasible)
            .or(Verdict.NOT_APPLICABLE, silent);
    return Stream.of(new Result(verdict, rate.code()))
        .filter(r -> shown || (isPart && rate.base() == null));
  }

  /** What a rate adds up; no form and no indicator shows what is counted for the rate alone. */
  private String sum(List<Indicator.Term> terms) {
    Map<Measure, String> cells = new HashMap<>();
    for (Form.Cell c : given.form().cells()) {
      c.findSource().ifPresent(s -> cells.putIfAbsent(s.measure(), c.address()));
    }
    return terms.stream()
        .map(t -> t.measure() == null ? t.indicator() : cells.getOrDefault(t.measure(), ""))
        .collect(Collectors.joining(" + "));
  }

  private BigDecimal value(String text) {
    return value(TOKEN.matcher(text), n -> number(n).orElse(BigDecimal.ZERO));
  }

  private BigDecimal value(Matcher token, Function<Name, BigDecimal> worth) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal product = BigDecimal.ZERO;
    while (token.find() && !token.group().equals(")")) {
      String sign = token.group(1);
      String factor = token.group(2);
      Optional<BigDecimal> named = names(factor).map(worth).reduce(BigDecimal::add);
      BigDecimal value =
          factor.equals("(") ? value(token, worth) : named.orElseGet(() -> new BigDecimal(factor));
      sum = sign.equals("*") ? sum : sum.add(product);
      product = (sign.equals("*") ? product : new BigDecimal(sign + 1)).multiply(value);
    }
    return sum.add(product);
  }

  private Stream<Name> names(String text) {
    return NAME.matcher(text).results().flatMap(m -> given.names(m.group())).flatMap(this::each);
  }

  private Stream<Name> each(Name name) {
    String pattern = name.cell().replace("*", "\\w+");
    List<Name> all =
        given.form().cells().stream()
            .filter(c -> name.cell().contains("*") && c.address().matches(pattern))
            .filter(c -> c.partsBothWays().stream().noneMatch(p -> p.matches(pattern)))
            .map(c -> name.of(c.address()))
            .toList();
    return all.isEmpty() ? Stream.of(name) : all.stream();
  }

  private Figure figure(Name name) {
    return known.figures(given.form().id()).get(name.cell());
  }

  private Verdict state(String text) {
    return names(text).map(this::state).reduce(Verdict.PASS, (one, other) -> one.or(other, true));
  }

  private Verdict state(Name name) {
    boolean moved = name.isReported() && !name.where().equals("own") && given.areaChanged();
    boolean same = known.isComparable(given.form().id(), given.lastForm(), name.cell());
    boolean applies =
        !name.where().equals("children.sum")
            && (!name.lastYear() || (same && !moved))
            && (name.isReported() || given.isSupplied(figure(name).operands()));
    Verdict state = applies ? Verdict.PASS : Verdict.NOT_APPLICABLE;
    return state.or(Verdict.UNKNOWN, number(name).isEmpty());
  }

  private Optional<BigDecimal> number(Name name) {
    boolean nothing =
        name.isReported() ? isAssumed(name) : !given.isFiled(name) && !figure(name).isRate();
    return read(name).or(() -> Optional.of(BigDecimal.ZERO).filter(zero -> nothing));
  }

  /** Whether a blank or a mark stands for 0: in a table without a written zero, over zeros only. */
  private boolean isAssumed(Name name) {
    return given.raw(name).matches("/|-|—|——|无|不适用|")
        && !given.table(name).isEmpty()
        && given.table(name).stream().noneMatch(n -> isZero(read(n)))
        && figure(name).parts().stream().allMatch(p -> isZero(number(name.of(p))));
  }

  private static boolean isZero(Optional<BigDecimal> number) {
    return number.filter(n -> n.signum() == 0).isPresent();
  }

  /** A raw text as a number with the decimals that were written; empty where it is none. */
  private Optional<BigDecimal> read(Name name) {
    Matcher number = NUMBER.matcher(given.raw(name));
    Optional<String> digits = Optional.of(number).filter(Matcher::matches).map(m -> m.group(1));
    boolean yuan = digits.isPresent() && "元".equals(number.group(2));
    int places = yuan && "万元".equals(figure(name).unit()) ? 4 : 0;
    return digits.map(
        d -> new BigDecimal(d.replace("减", "-").replace(",", "")).movePointLeft(places));
  }
}
