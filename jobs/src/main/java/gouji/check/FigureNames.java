package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Assertions;
import gouji.contract.Rule;

/**
 * Names figures in Chinese.
 *
 * @param assertions what is known of figures
 * @param form the form of the figures
 */
record FigureNames(Assertions assertions, String form) {

  /** The label of a figure, with whose it is and of which year before it. */
  String of(Assertion.Operand operand) {
    StringBuilder label = new StringBuilder();
    if (operand.lastYear()) {
      label.append("上一年度");
    }
    if (operand.source() != null) {
      label.append(operand.source() == Rule.Source.REPORTED ? "上报" : "计算");
    }
    label.append(
        switch (operand.area()) {
          case CHECKED -> "";
          case OWN -> "本单位";
          case CONSOLIDATED -> "汇总";
          case CHILDREN -> "下级合计";
        });
    return label
        .append(Computed.figure(assertions.figures(form), operand.address()).label())
        .toString();
  }
}
