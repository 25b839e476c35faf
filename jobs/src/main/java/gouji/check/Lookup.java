package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds figures in a vector.
 *
 * @param vector the figures
 * @param supplied the slots of computed figures that can be told from what was supplied
 * @param comparable the slots of figures that meant the same last year
 */
record Lookup(Vector vector, BitSet supplied, BitSet comparable) {

  /** Whether the unit has the level that a case is for; of an unknown one nothing is said. */
  boolean isOfLevel(Asked.Case one) {
    List<Assertion.Level> levels = one.levels();
    if (!levels.isEmpty() && vector.place().level().isEmpty()) {
      return false;
    }
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).level().equals(vector.place().level()) != levels.get(i).equal()) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is about one cell of many, and that was not filed. */
  boolean isLeftOut(Asked asked) {
    if (!asked.assertion().wholeCell()) {
      return false;
    }
    Term first = asked.cases().get(0).holds().left().get(0);
    return first.isReported() && !isFiled(first);
  }

  /**
   * The number of a summand, for those who ask nothing else of it; null where there is none, or
   * where it has to be looked for.
   */
  BigDecimal findNumber(Term term) {
    if (!term.isFigure()) {
      return BigDecimal.ONE;
    }
    boolean isLast = term.operand().lastYear();
    if (term.isOfChildren() || (isLast && !whyNoLastYear(term).isEmpty())) {
      return null;
    }
    Filing filing = filing(term);
    if (filing == null) {
      return null;
    }
    if (term.source() == Rule.Source.REPORTED) {
      Written written = filing.filed(term.slot());
      return isAssumed(term, written, filing) ? BigDecimal.ZERO : written.number();
    }
    return isTold(term) && !lacksRate(term, filing) ? filing.computed(term.slot()).number() : null;
  }

  /** Whether a computed figure can be told from what was supplied. */
  private boolean isTold(Term term) {
    return vector.place().isOfYear() && supplied.get(term.slot());
  }

  /** Whether a computed rate has no value; every other figure that is not there is 0. */
  private static boolean lacksRate(Term term, Filing filing) {
    return term.isRate() && (filing == null || !filing.has(term.slot()));
  }

  /** The figure of a summand. */
  Found find(Term term) {
    if (!term.isFigure()) {
      return Found.number(term, Written.computed(BigDecimal.ONE), "");
    }
    if (term.isOfChildren()) {
      return children(term);
    }
    if (term.operand().lastYear()) {
      String reason = whyNoLastYear(term);
      if (!reason.isEmpty()) {
        return Found.notApplicable(term, reason);
      }
    }
    Filing filing = filing(term);
    return term.source() == Rule.Source.COMPUTED
        ? computed(term, filing)
        : reported(term, filing, "");
  }

  private Filing filing(Term term) {
    return vector.find(term.source(), term.scope(), term.operand().lastYear());
  }

  /** Whether a figure was filed, be it blank. */
  boolean isFiled(Term term) {
    Filing filing = filing(term);
    return filing != null && filing.has(term.slot());
  }

  private String whyNoLastYear(Term term) {
    String last = vector.place().lastForm();
    if (last == null) {
      return "没有上一年度";
    }
    if (!comparable.get(term.slot())) {
      return "上一年度报表没有可比的单元格";
    }
    boolean isReportedArea =
        term.source() == Rule.Source.REPORTED && term.scope() == Rule.Scope.CONSOLIDATED;
    return isReportedArea ? vector.place().areaChange() : "";
  }

  private Found computed(Term term, Filing filing) {
    if (!isTold(term)) {
      return Found.notApplicable(term, "没有相应的数据");
    }
    if (lacksRate(term, filing)) {
      return Found.missing(term, Written.NOTHING, "比率没有分母");
    }
    Written written = filing == null ? Filing.ZERO : filing.computed(term.slot());
    return Found.number(term, written, "");
  }

  private static Found reported(Term term, Filing filing, String of) {
    if (filing == null) {
      return Found.missing(term, Written.NOTHING, of + "没有上报");
    }
    Written written = filing.filed(term.slot());
    return switch (written.state()) {
      case NUMBER -> Found.number(term, written, filing.origin(term.slot()));
      case BLANK, NOT_APPLICABLE ->
          isAssumed(term, written, filing)
              ? Found.assumed(term, written, filing.origin(term.slot()))
              : Found.missing(
                  term, written, of + (filing.leavesZerosOut(term.slot()) ? "合计未填" : "未填"));
      case TEXT -> Found.missing(term, written, of + "不是数字");
      case ABSENT -> Found.missing(term, written, of + "没有上报");
    };
  }

  /** Whether it is a blank that stands for 0. */
  private static boolean isAssumed(Term term, Written written, Filing filing) {
    return written.isLeftBlank()
        && filing.leavesZerosOut(term.slot())
        && !isMissingTotal(term, filing);
  }

  /** Whether a blank total stands over parts that are not all 0. */
  private static boolean isMissingTotal(Term term, Filing filing) {
    for (Term part : term.parts()) {
      Written written = filing.filed(part.slot());
      boolean isSomething =
          written.isNumber()
              ? written.number().signum() != 0
              : written.state() == Written.State.TEXT;
      if (isSomething || isMissingTotal(part, filing)) {
        return true;
      }
    }
    return false;
  }

  private Found children(Term term) {
    if (vector.place().childIds().isEmpty()) {
      return Found.notApplicable(term, "没有下级单位");
    }
    BigDecimal sum = BigDecimal.ZERO;
    int decimals = 0;
    boolean isAssumed = true;
    List<String> missing = new ArrayList<>();
    for (String child : vector.place().childIds()) {
      Filing filing = vector.findChild(term.source(), child);
      Found one =
          term.source() == Rule.Source.COMPUTED
              ? computed(term, filing)
              : reported(term, filing, child);
      if (one.kind() == Found.Kind.NOT_APPLICABLE) {
        return one;
      }
      if (one.kind() == Found.Kind.MISSING) {
        missing.add(one.reason());
      } else {
        sum = sum.add(one.number());
        decimals = Math.max(decimals, one.written().decimals());
        isAssumed &= one.kind() == Found.Kind.ASSUMED;
      }
    }
    if (!missing.isEmpty()) {
      return Found.missing(term, Written.NOTHING, String.join("、", missing));
    }
    Written written = new Written(Written.State.NUMBER, sum, decimals, "");
    return isAssumed ? Found.assumed(term, Written.EMPTY, "") : Found.number(term, written, "");
  }

  /** Half of the last place written, for every child; what a rounded sum may be off by. */
  BigDecimal width(Found found) {
    if (!found.term().isOfChildren()) {
      return Side.half(found.written().decimals());
    }
    BigDecimal width = BigDecimal.ZERO;
    for (String child : vector.place().childIds()) {
      Filing filing = vector.findChild(Rule.Source.REPORTED, child);
      if (filing != null) {
        Written one = filing.filed(found.term().slot());
        width = one.isNumber() ? width.add(Side.half(one.decimals())) : width;
      }
    }
    return width;
  }
}
