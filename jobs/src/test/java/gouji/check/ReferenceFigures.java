package gouji.check;

import static gouji.check.ConformanceCase.texts;

import com.fasterxml.jackson.databind.JsonNode;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Operands;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The figures of one conformance case: each by its whole name, such as {@code
 * own(reported.table.row:column@-1)}, and what sums of them come to.
 */
class ReferenceFigures {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\)|(?<sign>[-+*]?) *((?<where>[\\w.]*)\\(|(?<constant>\\d+(\\.\\d+)?)|((?<source>"
              + "reported|computed)\\.)?(?<name>[a-z]\\w*([.:](\\w+|\\*))*)(?<last>@-1)?)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?)(项|个|件|种|次|万?元|%)?(\\(.*\\))?");

  final Declarations declared;
  final JsonNode rule;
  final JsonNode given;
  final Form form;
  final String source;
  final String scope;
  final Map<String, Kind> kinds = new HashMap<>();
  final Map<String, String> raws = new HashMap<>();
  final Set<String> children = new TreeSet<>();
  boolean filed;

  /** The verdicts, each outweighing those before it; NONE where a formula names no figure. */
  enum Verdict {
    PASS,
    UNKNOWN,
    NOT_APPLICABLE,
    FAIL,
    NONE
  }

  /** What is declared of a cell or indicator. */
  record Kind(String unit, Set<String> from, Set<String> parts, boolean comparable) {
    boolean isAmount() {
      return Set.of("万元", "元", "%").contains(unit);
    }
  }

  /** What a sum comes to, how much it may be off, whether it comes to that, and its figures. */
  record Sum(BigDecimal value, BigDecimal off, Verdict verdict, List<String> figures) {
    static Sum of(String constant) {
      return new Sum(new BigDecimal(constant), BigDecimal.ZERO, Verdict.PASS, List.of());
    }

    Sum plus(Sum other) {
      List<String> both = Stream.of(figures, other.figures).flatMap(List::stream).toList();
      Verdict worse = verdict.compareTo(other.verdict) > 0 ? verdict : other.verdict;
      return new Sum(value.add(other.value), off.add(other.off), worse, both);
    }

    Sum times(Sum other) {
      Sum both = plus(other);
      BigDecimal wide = off.multiply(other.value).add(value.multiply(other.off)).abs();
      return new Sum(value.multiply(other.value), wide, both.verdict, both.figures);
    }
  }

  ReferenceFigures(Declarations declared, JsonNode rule, JsonNode given) {
    this.declared = declared;
    this.rule = rule;
    this.given = given;
    String first = rule.path("forms").path(0).asText("2021-30");
    form = declared.forms().get(given.path("form").asText(first));
    source = given.path("source").asText(rule.path("sources").path(0).asText("computed"));
    boolean levels = rule.path("formula").asText().matches(".*(consolidated|children.sum)\\(.*");
    scope = given.path("scope").asText(levels ? "consolidated" : "own");
    boolean leaf = given.path("leaf").asBoolean();
    String filing = (leaf && levels ? "\\w+" : scope) + "\\(" + source + "((?!@-1).)*";
    for (Map.Entry<String, JsonNode> cell : given.path("cells").properties()) {
      String key = cell.getKey().contains("(") ? cell.getKey() : scope + "(" + cell.getKey() + ")";
      String figure = key.replaceFirst("\\((?!(reported|computed)\\.)", "(" + source + ".");
      String raw =
          Normalizer.normalize(cell.getValue().asText(), Normalizer.Form.NFKC)
              .replaceAll("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$", "");
      raws.put(figure, raw);
      filed |= figure.matches(filing);
    }
    for (String figure : leaf ? List.copyOf(raws.keySet()) : List.<String>of()) {
      raws.putIfAbsent(figure.replaceFirst("^own", "consolidated"), raws.get(figure));
      raws.putIfAbsent(figure.replaceFirst("^consolidated", "own"), raws.get(figure));
    }
    children.addAll(texts(given.path("silent")));
    raws.keySet().forEach(f -> children.add(f.substring(0, f.indexOf('('))));
    children.removeAll(List.of("own", "consolidated"));
    String last = given.path("lastForm").asText(form.id());
    Form lastForm = declared.forms().get(last);
    for (Form.Cell c : form.cells()) {
      boolean same =
          form.equals(lastForm)
              || (c.table().comparableWith().contains(last)
                  && lastForm.cells().stream().anyMatch(l -> l.address().equals(c.address())));
      kinds.put(
          c.address(),
          new Kind("" + c.column().unit(), Operands.of(form, c), c.partsBothWays(), same));
    }
    for (Indicator i : declared.indicators().values()) {
      kinds.put(
          i.code(), new Kind("" + i.unit(), Operands.of(declared, i), Set.of(), lastForm != null));
    }
  }

  Sum sum(String line) {
    return sum(TOKEN.matcher(line), scope);
  }

  /** What is read until the bracket closes. */
  Sum sum(Matcher token, String where) {
    Sum all = Sum.of("0");
    Sum product = all;
    while (token.find() && !token.group().equals(")")) {
      String sign = token.group("sign");
      Sum factor = factor(token, where);
      all = sign.equals("*") ? all : all.plus(product);
      product = sign.equals("*") ? product.times(factor) : factor.times(Sum.of(sign + "1"));
    }
    return all.plus(product);
  }

  Sum factor(Matcher token, String where) {
    String bracket = token.group("where");
    if (bracket != null) {
      return sum(token, bracket.matches("|sum") ? where : bracket);
    }
    if (token.group("constant") != null) {
      return Sum.of(token.group("constant"));
    }
    String from = "(" + Objects.toString(token.group("source"), source) + ".";
    String year = Objects.toString(token.group("last"), "") + ")";
    List<String> names = matching(token.group("name"));
    boolean each = where.equals("children.sum") && !children.isEmpty();
    return (each ? children : Set.of(where))
        .stream()
            .flatMap(w -> names.stream().map(n -> worth(w + from + n + year)))
            .reduce(Sum.of("0"), Sum::plus);
  }

  /** The cells that a pattern stands for: those that are no sums over what it leaves open. */
  List<String> matching(String pattern) {
    List<String> names =
        form.cells().stream()
            .filter(c -> c.address().matches(pattern.replace("*", "\\w+")))
            .filter(c -> !pattern.contains(".*") || c.row().sumOf().isEmpty())
            .filter(c -> !pattern.contains(":*") || c.column().sumOf().isEmpty())
            .map(Form.Cell::address)
            .toList();
    return names.isEmpty() ? List.of(pattern) : names;
  }

  Sum worth(String figure) {
    Kind kind = kinds.get(name(figure));
    if (kind == null) {
      return new Sum(BigDecimal.ZERO, BigDecimal.ZERO, Verdict.NONE, List.of(figure));
    }
    boolean reported = isReported(figure);
    boolean moved = reported && !figure.startsWith("own") && given.path("areaChanged").asBoolean();
    boolean applies =
        !figure.startsWith("children.sum")
            && (!figure.endsWith("@-1)") || (kind.comparable && !moved))
            && (reported || Collections.disjoint(kind.from, texts(given.path("notSupplied"))));
    BigDecimal number = number(figure);
    BigDecimal written = reported && kind.isAmount() ? read(figure) : null;
    BigDecimal off = written == null ? BigDecimal.ZERO : BigDecimal.valueOf(5, written.scale() + 1);
    Verdict known = number == null ? Verdict.UNKNOWN : Verdict.PASS;
    return new Sum(
        Objects.requireNonNullElse(number, BigDecimal.ZERO),
        off,
        applies ? known : Verdict.NOT_APPLICABLE,
        List.of(figure));
  }

  static String name(String figure) {
    return figure.replaceAll("^[^(]*\\(\\w+\\.|(@-1)?\\)$", "");
  }

  static boolean isReported(String figure) {
    return figure.contains("(reported.");
  }

  /** The figures that were filed in a cell's table. */
  List<String> table(String figure) {
    String name = name(figure);
    String table = name.replaceFirst("\\..*|$", ".");
    return raws.keySet().stream()
        .filter(k -> name(k).startsWith(table) && k.replace(name(k), name).equals(figure))
        .toList();
  }

  /** What the figure counts in a sum; null where it is missing or text. */
  BigDecimal number(String figure) {
    BigDecimal number = read(figure);
    Kind kind = kinds.get(name(figure));
    boolean nothing =
        isReported(figure)
            ? raws.getOrDefault(figure, "").matches("/|-|—|——|无|不适用|")
                && !table(figure).isEmpty()
                && table(figure).stream().noneMatch(t -> isZero(read(t)))
                && kind.parts.stream()
                    .allMatch(p -> isZero(number(figure.replace(name(figure), p))))
            : !raws.containsKey(figure) && !kind.unit.equals("%");
    return number == null && nothing ? BigDecimal.ZERO : number;
  }

  static boolean isZero(BigDecimal number) {
    return number != null && number.signum() == 0;
  }

  /** A raw text as a number with the decimals that were written; null where it is none. */
  BigDecimal read(String figure) {
    Matcher m = NUMBER.matcher(raws.getOrDefault(figure, "").replaceFirst("^减", "-"));
    if (!m.matches()) {
      return null;
    }
    Kind kind = kinds.get(name(figure));
    boolean yuan = kind != null && kind.unit.equals("万元") && "元".equals(m.group(2));
    return new BigDecimal(m.group(1).replace(",", "")).movePointLeft(yuan ? 4 : 0);
  }
}
