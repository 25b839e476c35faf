package gouji.export;

import gouji.report.AnnualReport;

/** What stands at the head of a document. */
final class Titles {
  private Titles() {}

  /** The title of the report. */
  static String of(AnnualReport report) {
    return report.unitName() + report.year() + "年政府信息公开工作年度报告";
  }

  /** Unit, year and form in one line. */
  static String under(AnnualReport report) {
    return "%s(%s) %d年度 格式依据:%s"
        .formatted(report.unitName(), report.unitId(), report.year(), report.form().basis());
  }
}
