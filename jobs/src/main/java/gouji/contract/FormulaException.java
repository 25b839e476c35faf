package gouji.contract;

/** A formula that cannot be read or bound, with the place in its text. */
final class FormulaException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String formula;
  private final int at;

  FormulaException(String formula, int at, String what) {
    super(what);
    this.formula = formula;
    this.at = at;
  }

  /** What is wrong, and below it the formula with a caret under the place. */
  String told() {
    return "column %d of the formula: %s%n    %s%n    %s^"
        .formatted(at + 1, getMessage(), formula, " ".repeat(at));
  }
}
