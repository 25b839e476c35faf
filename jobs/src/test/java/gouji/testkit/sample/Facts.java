package gouji.testkit.sample;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Numbers that no record set holds, by unit and year. */
final class Facts {
  /** Fact, its label, the filing unit's last digits (none: the county), 2019, 2020, 2021. */
  private static final String NUMBERS =
      """
      new_media_accounts 政务新媒体数 001 8 3 2
      new_media_accounts 政务新媒体数 005 7 2 2
      new_media_accounts 政务新媒体数 016 9 2 3
      new_media_accounts 政务新媒体数 017 6 2 1
      new_media_accounts 政务新媒体数 026 2 1 1
      new_media_accounts 政务新媒体数 101 1 1 1
      new_media_accounts 政务新媒体数 102 1 1 1
      new_media_closed 注销政务新媒体数 001 1 4 0
      new_media_closed 注销政务新媒体数 003 0 5 1
      new_media_closed 注销政务新媒体数 014 2 6 0
      new_media_closed 注销政务新媒体数 103 0 3 1
      new_media_closed 注销政务新媒体数 110 1 4 2
      portal_columns 网站专题专栏数 - 10 12 15
      mobile_items 移动端上线事项数 027 61 134 188
      mobile_handled 移动端可办事项数 027 43 110 162
      mobile_auto_fill 自动获取证照应用数 027 12 53 70
      mobile_paperless 无证办理事项数 027 5 20 34
      policy_items 惠企政策事项数 004 1 4 7
      policy_items 惠企政策事项数 015 2 5 6
      npc_proposals 人大代表议案数 - 58 64 71
      cppcc_proposals 政协委员提案数 - 79 84 92
      npc_satisfaction 议案满意率 - 98.3 98.5 98.6
      cppcc_satisfaction 提案满意率 - 98.7 98.8 98.9
      proposals_answered 已办复议案提案数 - 136 148 162
      normative_reviewed 经合法性审查的规范性文件数 - 1 1 2
      normative_reviewed 经合法性审查的规范性文件数 001 3 1 2
      normative_reviewed 经合法性审查的规范性文件数 010 0 1 1
      normative_reviewed 经合法性审查的规范性文件数 014 0 1 0
      normative_reviewed 经合法性审查的规范性文件数 012 0 0 2
      normative_reviewed 经合法性审查的规范性文件数 020 1 0 0
      portal_investment_10k 网站建设投入(万元) 001 180.25 240.5 96.1
      portal_investment_10k 网站建设投入(万元) 027 70 124.5 1204.0625
      other_service_decisions 其他对外管理服务事项办件量 010 417 0 500
      other_service_decisions 其他对外管理服务事项办件量 020 200 0 242
      processing_fee_yuan 信息处理费(元) 010 120.5 0 88
      """;

  private Facts() {}

  static void write(SampleFolder input) {
    input.write("facts/2019.csv", Layout.OLD, year(2019));
    input.write("facts/2021.xlsx", Layout.MARKED, year(2021));
    List<Filing> rows = new ArrayList<>(year(2020));
    int place = place(rows, "mobile_items");
    Filing right = rows.get(place);
    LocalDateTime filed = LocalDateTime.of(2021, 1, 8, 17, 45, 0);
    rows.set(place, right.with("value", new BigDecimal("124")).with("submitted_at", filed));
    input.write("facts/2020.csv", Layout.MARKED, rows);
    input.write(
        "facts/2020-revised.csv",
        Layout.PLAIN,
        List.of(right.with("submitted_at", filed.plusDays(3))));
  }

  private static int place(List<Filing> rows, String fact) {
    int place = 0;
    while (!rows.get(place).text("fact_code").equals(fact)) {
      place++;
    }
    return place;
  }

  private static List<Filing> year(int year) {
    return NUMBERS
        .lines()
        .map(line -> line.split(" ", -1))
        .map(
            words ->
                Filing.of("unit_id", Register.COUNTY + words[2].replace("-", ""))
                    .with("year", year)
                    .with("fact_code", new Code(words[0], words[1]))
                    .with("value", new BigDecimal(words[year - 2016])))
        .toList();
  }
}
