package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Assertions;
import gouji.contract.Figure;
import gouji.contract.Formula;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the figures of an assertion in a vector.
 *
 * @param assertions what is known of figures
 * @param vector the figures
 * @param source the source under check
 * @param scope the scope under check
 */
record Lookup(Assertions assertions, Vector vector, Rule.Source source, Rule.Scope scope) {

  /** The figure of a summand. */
  Found find(Assertion.Operand operand) {
    if (operand.address() == null) {
      return Found.number(operand, Written.computed(BigDecimal.ONE), "");
    }
    Rule.Source from = from(operand);
    if (operand.area() == Formula.Area.CHILDREN) {
      return children(operand, from);
    }
    Rule.Scope of = scope(operand);
    if (operand.lastYear()) {
      String reason = whyNoLastYear(operand.address(), from, of);
      if (!reason.isEmpty()) {
        return Found.notApplicable(operand, reason);
      }
    }
    Filing filing = vector.find(from, of, operand.lastYear());
    return from == Rule.Source.COMPUTED ? computed(operand, filing) : reported(operand, filing, "");
  }

  private Rule.Scope scope(Assertion.Operand operand) {
    return switch (operand.area()) {
      case OWN -> Rule.Scope.OWN;
      case CONSOLIDATED -> Rule.Scope.CONSOLIDATED;
      case CHECKED, CHILDREN -> scope;
    };
  }

  /** Whether a reported figure was not filed at all. */
  boolean isLeftOut(Assertion.Operand operand) {
    return from(operand) == Rule.Source.REPORTED && !isFiled(operand);
  }

  /** Whether a figure was filed, be it blank. */
  boolean isFiled(Assertion.Operand operand) {
    Filing filing = vector.find(from(operand), scope(operand), operand.lastYear());
    return filing != null && filing.has(operand.address());
  }

  private String whyNoLastYear(String address, Rule.Source from, Rule.Scope of) {
    String last = vector.place().lastForm();
    if (last == null) {
      return "没有上一年度";
    }
    if (!assertions.isComparable(vector.place().form(), last, address)) {
      return "上一年度报表没有可比的单元格";
    }
    boolean reportedArea = from == Rule.Source.REPORTED && of == Rule.Scope.CONSOLIDATED;
    return reportedArea ? vector.place().areaChange() : "";
  }

  private Figure figure(String address) {
    return Computed.figure(assertions.figures(vector.place().form()), address);
  }

  private Found computed(Assertion.Operand operand, Filing filing) {
    Figure figure = figure(operand.address());
    if (!vector.place().isOfYear()
        || figure == null
        || !vector.place().supplied().containsAll(figure.operands())) {
      return Found.notApplicable(operand, "没有相应的数据");
    }
    Filing there = filing == null ? new Filing() : filing;
    if (Computed.isMissing(figure, there, operand.address())) {
      return Found.missing(operand, Written.NOTHING, "比率没有分母");
    }
    return Found.number(operand, there.computed(operand.address()), "");
  }

  private Found reported(Assertion.Operand operand, Filing filing, String of) {
    Figure figure = figure(operand.address());
    if (filing == null) {
      return Found.missing(operand, Written.NOTHING, of + "没有上报");
    }
    Written written = filing.filed(operand.address(), figure);
    String origin = filing.origin(operand.address());
    return switch (written.state()) {
      case NUMBER -> Found.number(operand, written, origin);
      case BLANK, NOT_APPLICABLE -> {
        if (!filing.leavesZerosOut(figure)) {
          yield Found.missing(operand, written, of + "未填");
        }
        yield isMissingTotal(figure, filing)
            ? Found.missing(operand, written, of + "合计未填")
            : Found.assumed(operand, written, origin);
      }
      case TEXT -> Found.missing(operand, written, of + "不是数字");
      case ABSENT -> Found.missing(operand, written, of + "没有上报");
    };
  }

  /** Whether a blank total stands over parts that are not all 0. */
  private boolean isMissingTotal(Figure figure, Filing filing) {
    Map<String, Figure> figures = assertions.figures(vector.place().form());
    for (String part : figure.parts()) {
      Written written = filing.filed(part, figures.get(part));
      boolean isSomething =
          written.isNumber()
              ? written.number().signum() != 0
              : written.state() == Written.State.TEXT;
      if (isSomething || isMissingTotal(figures.get(part), filing)) {
        return true;
      }
    }
    return false;
  }

  private Found children(Assertion.Operand operand, Rule.Source from) {
    if (vector.place().childIds().isEmpty()) {
      return Found.notApplicable(operand, "没有下级单位");
    }
    BigDecimal sum = BigDecimal.ZERO;
    int decimals = 0;
    boolean isAssumed = true;
    List<String> missing = new ArrayList<>();
    for (String child : new TreeSet<>(vector.place().childIds())) {
      Filing filing = vector.findChild(from, child);
      Found one =
          from == Rule.Source.COMPUTED
              ? computed(operand, filing)
              : reported(operand, filing, child);
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
      return Found.missing(operand, Written.NOTHING, String.join("、", missing));
    }
    Written written = new Written(Written.State.NUMBER, sum, decimals, "");
    return isAssumed
        ? Found.assumed(operand, Written.EMPTY, "")
        : Found.number(operand, written, "");
  }

  /** Half of the last place written, for every child; what a rounded sum may be off by. */
  BigDecimal width(Found found) {
    if (found.operand().area() != Formula.Area.CHILDREN) {
      return Side.half(found.written().decimals());
    }
    BigDecimal width = BigDecimal.ZERO;
    for (String child : vector.place().childIds()) {
      Filing filing = vector.findChild(Rule.Source.REPORTED, child);
      if (filing != null) {
        Written one = filing.filed(found.operand().address(), figure(found.operand().address()));
        width = one.isNumber() ? width.add(Side.half(one.decimals())) : width;
      }
    }
    return width;
  }

  /** Whether a summand is a figure that somebody wrote. */
  boolean isReported(Found found) {
    return found.operand().address() != null && from(found.operand()) == Rule.Source.REPORTED;
  }

  /** Whether a summand is an amount or a rate. */
  boolean isMeasured(Found found) {
    return found.operand().address() != null && figure(found.operand().address()).isMeasured();
  }

  private Rule.Source from(Assertion.Operand operand) {
    return operand.source() == null ? source : operand.source();
  }
}
