package gouji.testkit.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data sets' columns with their Chinese headings, typed from the contract. */
final class Columns {
  private static final String DECISION =
      """
      unit_id 决定机关代码 decision_no 决定书文号 party_seq 相对人序号 item_code 事项编码
      party_kind 相对人类别 party_name 相对人名称 party_id 相对人证件号码 decided_on 决定日期
      revoked_on 撤销日期\
      """;

  private static final Map<String, Map<String, String>> DATA_SETS =
      Map.ofEntries(
          set(
              "units",
              """
              unit_id 单位代码 name 单位名称 level 层级 parent_id 上级单位代码 region_code 行政区划代码
              valid_from 启用日期 valid_to 停用日期 successor_id 承继单位代码\
              """),
          set(
              "disclosures",
              """
              unit_id 单位代码 disclosure_id 信息编号 title 标题 article20_item 第二十条项号
              doc_kind 文件类别 doc_no 文号 issued_on 制发日期 published_on 公开日期
              abolished_on 废止日期 channel 公开渠道\
              """),
          set("licences", DECISION),
          set(
              "penalties",
              DECISION + " penalty_kind 处罚类别 fine_yuan 罚款金额(元) confiscated_yuan 没收金额(元)"),
          set("enforcements", DECISION + " measure_kind 强制种类"),
          set(
              "service_items",
              """
              unit_id 实施机构代码 item_code 事项编码 name 事项名称 item_type 事项类型
              approval 行政审批事项 on_request 依申请 other_service 计入其他对外管理服务事项
              onboarded 进驻政务大厅 onboarded_on 进驻日期 visits 到办事现场次数
              qualification 资质类型 valid_from 生效日期 valid_to 失效日期\
              """),
          set(
              "requests",
              """
              unit_id 受理机关代码 request_id 申请编号 applicant_kind 申请人类别 received_on 收到日期
              due_on 答复期限 closed_on 办结日期 outcome 办理结果\
              """),
          set(
              "disputes",
              """
              unit_id 被申请(被告)机关代码 case_id 案件编号 kind 案件类别 filed_on 受理日期
              closed_on 审结日期 outcome 结果\
              """),
          set(
              "fees",
              """
              unit_id 执收单位代码 receipt_no 票据号 item_code 事项编码 collected_on 收费日期
              amount_yuan 收费金额(元)\
              """),
          set(
              "procurements",
              """
              unit_id 采购单位代码 project_no 项目编号 contract_no 合同编号 signed_on 合同签订日期
              amount_yuan 采购金额(元)\
              """),
          set("facts", "unit_id 单位代码 year 年度 fact_code 指标代码 value 数值"),
          set(
              "reported",
              """
              unit_id 单位代码 year 年度 form 报表格式 scope 范围 cell 单元格 value 数值\
              """));

  private Columns() {}

  private static Map.Entry<String, Map<String, String>> set(String name, String columns) {
    Map<String, String> headings = new LinkedHashMap<>();
    String[] words = (columns.strip() + " submitted_at 报送时间 withdrawn 撤回").split("\\s+", -1);
    for (int i = 0; i < words.length; i += 2) {
      headings.put(words[i], words[i + 1]);
    }
    return Map.entry(name, headings);
  }

  /** The columns that some of the rows have, in the contract's order. */
  static List<String> used(String dataSet, List<Filing> rows) {
    return DATA_SETS.get(dataSet).keySet().stream()
        .filter(column -> rows.stream().anyMatch(row -> row.at(column) != null))
        .toList();
  }

  /** The Chinese heading of a column. */
  static String chinese(String dataSet, String column) {
    return DATA_SETS.get(dataSet).get(column);
  }
}
