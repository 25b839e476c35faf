package gouji.contract;

import gouji.contract.Formula.Area;
import gouji.contract.Formula.Name;
import gouji.contract.Formula.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a formula by recursive descent.
 *
 * <pre>
 * formula = sum comparison sum
 * sum     = [-] product { (+|-) product }
 * product = factor { * factor }                      at most one factor holds figures
 * factor  = number | ( sum ) | sum( figure ) | own( figure ) | consolidated( figure )
 *         | children.sum( figure ) | figure
 * figure  = [reported.|computed.] ( table.row:column | $cell | indicator ) [@-1]
 * </pre>
 */
final class FormulaParser {
  /** Characters of a formula. */
  static final int LONGEST = 2000;

  /** Brackets within brackets. */
  static final int DEEPEST = 20;

  private static final String ALL = "*";

  private final String text;
  private int at;
  private int depth;

  private FormulaParser(String text) {
    this.text = text;
  }

  /** The formula of that text. */
  static Formula parse(String text) throws FormulaException {
    if (text.length() > LONGEST) {
      throw new FormulaException(
          text.substring(0, 40) + "...",
          0,
          "the formula has %,d characters, %,d are allowed; write two rules"
              .formatted(text.length(), LONGEST));
    }
    FormulaParser parser = new FormulaParser(text);
    List<Term> left = parser.sum();
    Formula.Comparison comparison = parser.comparison();
    List<Term> right = parser.sum();
    if (parser.at < text.length()) {
      throw parser.wrong("the formula should end here");
    }
    return new Formula(left, comparison, right);
  }

  /** A comparison of the unit's level; null when the text begins otherwise. */
  static Level level(String text) throws FormulaException {
    FormulaParser parser = new FormulaParser(text);
    if (!parser.take("unit.level")) {
      return null;
    }
    boolean equal = parser.take("=");
    if (!equal && !parser.take("!=")) {
      throw parser.wrong("= or != is missing here");
    }
    int from = parser.at;
    String level = parser.word("the name of a level");
    if (parser.at < text.length()) {
      throw parser.wrong("the comparison should end here");
    }
    return new Level(level, equal, from);
  }

  /**
   * A comparison of the unit's level.
   *
   * @param equal whether it must be that level, or must not
   * @param at where the level is written
   */
  record Level(String level, boolean equal, int at) {}

  private List<Term> sum() throws FormulaException {
    List<Term> terms = new ArrayList<>();
    boolean minus = take("-");
    while (true) {
      terms.addAll(minus ? scaled(product(), BigDecimal.ONE.negate()) : product());
      minus = peek("-");
      if (!take("+") && !take("-")) {
        return terms;
      }
    }
  }

  private List<Term> product() throws FormulaException {
    List<Term> product = factor();
    skipSpace();
    int from = at;
    while (take(ALL)) {
      List<Term> next = factor();
      if (isNumber(product)) {
        product = scaled(next, value(product));
      } else if (isNumber(next)) {
        product = scaled(product, value(next));
      } else {
        at = from;
        throw wrong("two figures are multiplied; only a number may stand before a figure");
      }
      skipSpace();
      from = at;
    }
    return product;
  }

  private static boolean isNumber(List<Term> terms) {
    return terms.stream().allMatch(t -> t.figure() == null);
  }

  private static BigDecimal value(List<Term> numbers) {
    return numbers.stream().map(Term::factor).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Term> scaled(List<Term> terms, BigDecimal by) {
    return terms.stream().map(t -> new Term(t.factor().multiply(by), t.figure())).toList();
  }

  private List<Term> factor() throws FormulaException {
    skipSpace();
    if (at < text.length() && isDigit(text.charAt(at))) {
      return List.of(new Term(number(), null));
    }
    if (peek("(")) {
      open();
      List<Term> inner = sum();
      close();
      return inner;
    }
    if (takeCall("sum")) {
      return bracketed(Area.CHECKED, true);
    }
    if (takeCall("own")) {
      return bracketed(Area.OWN, false);
    }
    if (takeCall("consolidated")) {
      return bracketed(Area.CONSOLIDATED, false);
    }
    if (takeCall("children.sum")) {
      return bracketed(Area.CHILDREN, false);
    }
    return List.of(new Term(BigDecimal.ONE, figure(Area.CHECKED, false)));
  }

  private List<Term> bracketed(Area area, boolean sum) throws FormulaException {
    open();
    int from = at;
    Name figure = figure(area, sum);
    if (area == Area.CHILDREN && figure.lastYear()) {
      at = from;
      throw wrong("children are added up for the report year only; @-1 has no place here");
    }
    close();
    return List.of(new Term(BigDecimal.ONE, figure));
  }

  private void open() throws FormulaException {
    depth++;
    if (depth > DEEPEST) {
      throw wrong("brackets are nested more than %d deep; write it flatter".formatted(DEEPEST));
    }
    expect("(");
  }

  private void close() throws FormulaException {
    expect(")");
    depth--;
  }

  private BigDecimal number() throws FormulaException {
    int from = at;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String digits = text.substring(from, at);
    skipSpace();
    if (digits.endsWith(".") || digits.indexOf('.') != digits.lastIndexOf('.')) {
      at = from;
      throw wrong("this is no number");
    }
    return new BigDecimal(digits);
  }

  private Name figure(Area area, boolean sum) throws FormulaException {
    skipSpace();
    int from = at;
    Rule.Source source = null;
    if (take("reported.")) {
      source = Rule.Source.REPORTED;
    } else if (take("computed.")) {
      source = Rule.Source.COMPUTED;
    }
    String table = null;
    String row = null;
    String column = word("a figure");
    if (column.startsWith("$") ? !column.equals(Name.CELL) : column.equals(ALL)) {
      at = from;
      throw wrong("a figure is written table.row:column, $cell or an indicator's code");
    }
    if (!column.equals(Name.CELL) && peek(".")) {
      expect(".");
      table = column;
      row = part(sum, "the name of a row");
      expect(":");
      column = part(sum, "the name of a column");
    }
    if (sum && !ALL.equals(row) && !ALL.equals(column)) {
      at = from;
      throw wrong("a sum goes over rows or columns; write * for one of them");
    }
    boolean lastYear = take("@");
    if (lastYear && !take("-1")) {
      throw wrong("only last year's figure can be named: @-1");
    }
    return new Name(source, area, table, row, column, lastYear, from);
  }

  private String part(boolean sum, String what) throws FormulaException {
    if (peek(ALL)) {
      if (!sum) {
        throw wrong("* belongs into a sum: sum(table.row:column)");
      }
      take(ALL);
      return ALL;
    }
    return word(what);
  }

  private String word(String what) throws FormulaException {
    skipSpace();
    int from = at;
    if (at < text.length() && text.charAt(at) == '$') {
      at++;
    }
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw wrong(what + " is missing here");
    }
    String word = text.substring(from, at);
    skipSpace();
    return word;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || isDigit(c) || c == '_';
  }

  private Formula.Comparison comparison() throws FormulaException {
    for (Formula.Comparison one : Formula.Comparison.values()) {
      if (take(one.sign())) {
        return one;
      }
    }
    throw wrong("a comparison (= <= >= < > !=) is missing here");
  }

  private boolean peek(String token) {
    skipSpace();
    return text.startsWith(token, at);
  }

  private boolean take(String token) {
    if (!peek(token)) {
      return false;
    }
    at += token.length();
    skipSpace();
    return true;
  }

  /** Takes the name of a function when a bracket follows; it stays before the bracket. */
  private boolean takeCall(String name) {
    int from = at;
    if (take(name) && peek("(")) {
      return true;
    }
    at = from;
    return false;
  }

  private void expect(String token) throws FormulaException {
    if (!take(token)) {
      throw wrong("'" + token + "' is missing here");
    }
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private FormulaException wrong(String what) {
    return new FormulaException(text, at, what);
  }
}
