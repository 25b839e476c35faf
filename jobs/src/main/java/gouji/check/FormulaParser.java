package gouji.check;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a formula by recursive descent.
 *
 * <pre>
 * formula = sum comparison sum
 * sum     = [-] term { (+|-) term }
 * term    = number [ * cell ] | cell
 * cell    = name . name : name [ @ -1 ]        name = letters, digits, _ or $row, $col
 * </pre>
 */
final class FormulaParser {
  private final String where;
  private final String text;
  private int at;

  private FormulaParser(String where, String text) {
    this.where = where;
    this.text = text;
  }

  /** The formula of that text; {@code where} names its file or rule in a failure. */
  static Formula parse(String where, String text) {
    FormulaParser parser = new FormulaParser(where, text);
    List<Formula.Term> left = parser.sum();
    Formula.Comparison comparison = parser.comparison();
    List<Formula.Term> right = parser.sum();
    if (parser.at < text.length()) {
      throw parser.wrong("the formula should end here");
    }
    return new Formula(left, comparison, right);
  }

  private List<Formula.Term> sum() {
    List<Formula.Term> terms = new ArrayList<>();
    boolean minus = take("-");
    do {
      Formula.Term term = term();
      terms.add(minus ? new Formula.Term(term.factor().negate(), term.cell()) : term);
      minus = peek("-");
    } while (take("+") || take("-"));
    return terms;
  }

  private Formula.Term term() {
    skipSpace();
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      BigDecimal number = number();
      return new Formula.Term(number, take("*") ? cell() : null);
    }
    return new Formula.Term(BigDecimal.ONE, cell());
  }

  private BigDecimal number() {
    int from = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    try {
      return new BigDecimal(text.substring(from, at));
    } catch (NumberFormatException e) {
      at = from;
      throw wrong("this is no number");
    }
  }

  private Formula.CellName cell() {
    String table = name("the name of a table");
    expect(".");
    String row = name("the name of a row");
    expect(":");
    String column = name("the name of a column");
    int offset = 0;
    if (take("@")) {
      expect("-");
      expect("1");
      offset = -1;
    }
    return new Formula.CellName(table, row, column, offset);
  }

  private String name(String what) {
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
    return text.substring(from, at);
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }

  private Formula.Comparison comparison() {
    for (String sign : List.of("<=", ">=", "!=", "=", "<", ">")) {
      if (take(sign)) {
        for (Formula.Comparison one : Formula.Comparison.values()) {
          if (one.sign().equals(sign)) {
            return one;
          }
        }
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

  private void expect(String token) {
    if (!take(token)) {
      throw wrong("'" + token + "' is missing here");
    }
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private Failure wrong(String what) {
    return new Failure(
        FailureCode.BAD_DECLARATION,
        "%s: column %d of the formula: %s%n  %s%n  %s^"
            .formatted(where, at + 1, what, text, " ".repeat(at)));
  }
}
