package gouji.check;

import gouji.contract.Form;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one side of a comparison into terms, brackets multiplied out.
 *
 * @param form the form that patterns are put in for
 * @param here scope and source under check
 * @param children the unit's children
 */
record ReferenceFormula(Form form, Operand here, Set<String> children) {
  static final Pattern COMPARISON = Pattern.compile("(.*?)(<=|>=|!=|=|<|>)(.*)");
  private static final Pattern TOKEN =
      Pattern.compile(
          "children\\.sum\\(|sum\\(|own\\(|consolidated\\(|[-+*()]|\\d+(\\.\\d+)?"
              + "|[a-z_]\\w*(\\.(\\w+|\\*))*(:(\\w+|\\*))?(@-1)?");

  /** A cell or indicator of the unit or of a child; {@code who} is null where there is no child. */
  record Operand(String who, String scope, String source, String name, boolean last) {
    Operand named(String other) {
      return new Operand(who, scope, source, other, last);
    }

    boolean reported() {
      return source.equals("reported");
    }
  }

  /** A factor times an operand, or a constant where the operand is null. */
  record Term(BigDecimal factor, Operand operand) {}

  List<Operand> operands(String line) {
    Matcher m = COMPARISON.matcher(line);
    return line.startsWith("unit.level") || !m.matches()
        ? List.of()
        : Stream.of(m.group(1), m.group(3))
            .flatMap(side -> terms(side).stream())
            .map(Term::operand)
            .filter(Objects::nonNull)
            .toList();
  }

  List<Term> terms(String side) {
    Deque<String> tokens = new ArrayDeque<>();
    TOKEN.matcher(side).results().forEach(r -> tokens.add(r.group()));
    tokens.add("end");
    return sum(tokens);
  }

  private List<Term> sum(Deque<String> tokens) {
    List<Term> all = new ArrayList<>();
    while (!Set.of(")", "end").contains(tokens.peek())) {
      boolean less = tokens.peek().equals("-");
      if (less || tokens.peek().equals("+")) {
        tokens.remove();
      }
      all.addAll(
          times(List.of(new Term(BigDecimal.valueOf(less ? -1 : 1), null)), product(tokens)));
    }
    tokens.remove();
    return all;
  }

  private List<Term> product(Deque<String> tokens) {
    List<Term> product = factor(tokens);
    while (tokens.peek().equals("*")) {
      tokens.remove();
      product = times(product, factor(tokens));
    }
    return product;
  }

  private static List<Term> times(List<Term> left, List<Term> right) {
    return left.stream()
        .flatMap(
            l ->
                right.stream()
                    .map(
                        r ->
                            new Term(
                                l.factor.multiply(r.factor),
                                l.operand == null ? r.operand : l.operand)))
        .toList();
  }

  private List<Term> factor(Deque<String> tokens) {
    String token = tokens.remove();
    if (token.equals("(")) {
      return sum(tokens);
    }
    if (!token.endsWith("(")) {
      return Character.isDigit(token.charAt(0))
          ? List.of(new Term(new BigDecimal(token), null))
          : cells(token, here);
    }
    String name = tokens.remove();
    tokens.remove();
    return switch (token) {
      case "sum(" -> cells(name, here);
      case "own(" -> cells(name, new Operand("unit", "own", here.source, "", false));
      case "consolidated(" ->
          cells(name, new Operand("unit", "consolidated", here.source, "", false));
      default ->
          (children.isEmpty() ? Stream.of((String) null) : children.stream())
              .flatMap(
                  c -> cells(name, new Operand(c, "consolidated", here.source, "", false)).stream())
              .toList();
    };
  }

  /** The cells of a name or pattern; a pattern stands for the cells that are no sums themselves. */
  private List<Term> cells(String token, Operand at) {
    boolean named = token.matches("(reported|computed)\\..*");
    String source = named ? token.substring(0, 8) : at.source;
    String name = token.substring(named ? 9 : 0).replace("@-1", "");
    List<String> names =
        !name.contains("*")
            ? List.of(name)
            : form.cells().stream()
                .filter(c -> c.address().matches(name.replace(".", "\\.").replace("*", "\\w+")))
                .filter(
                    c ->
                        (!name.contains(".*") || c.row().sumOf().isEmpty())
                            && (!name.contains(":*") || c.column().sumOf().isEmpty()))
                .map(Form.Cell::address)
                .toList();
    boolean last = token.endsWith("@-1");
    // A pattern without a cell stays: there is no such cell.
    return (names.isEmpty() ? List.of(name) : names)
        .stream()
            .map(n -> new Term(BigDecimal.ONE, new Operand(at.who, at.scope, source, n, last)))
            .toList();
  }
}
