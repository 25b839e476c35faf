package gouji.testkit.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** What is filed later: revisions that move figures of 2021, withdrawals, and records amiss. */
final class Corrections {
  private static final LocalDateTime FILED = LocalDateTime.of(2022, 3, 1, 9, 0, 0);
  private static final String WATER = Register.department(11);

  private Corrections() {}

  static void write(SampleFolder corrections) {
    decisions(corrections);
    requests(corrections);
    documents(corrections);
    facts(corrections);
    register(corrections);
    BrokenRows.write(corrections);
  }

  /** A licence taken back with all its parties, one party of an enforcement, a higher fine. */
  private static void decisions(SampleFolder folder) {
    Filing gone =
        Filing.of("unit_id", WATER)
            .with("submitted_at", FILED)
            .with("withdrawn", true)
            .with("decision_no", "许决〔2021〕9号");
    folder.write("licences/late/withdrawn.jsonl", Layout.PLAIN, List.of(gone));
    folder.write(
        "enforcements/late/withdrawn.jsonl",
        Layout.PLAIN,
        List.of(gone.with("decision_no", "强决〔2021〕9号").with("party_seq", 2)));
    folder.write("penalties/late/revised.csv", Layout.NATIONAL, List.of(fined()));
  }

  private static Filing fined() {
    return Filing.of("unit_id", WATER)
        .with("decision_no", "罚决〔2021〕9号")
        .with("party_seq", 1)
        .with("party_kind", new Code("organization", "法人及非法人组织"))
        .with("party_name", "云岭建材有限公司")
        .with("decided_on", LocalDate.of(2021, 6, 1))
        .with("penalty_kind", new Code("fine", "罚款"))
        .with("fine_yuan", new BigDecimal("99000.00"))
        .with("submitted_at", FILED);
  }

  private static void requests(SampleFolder folder) {
    Filing withdrawn =
        Filing.of("unit_id", Register.COUNTY)
            .with("request_id", "2021-0002")
            .with("submitted_at", FILED)
            .with("withdrawn", true);
    folder.write("requests/late/revised.jsonl", Layout.PLAIN, List.of(answered(), withdrawn));
  }

  private static Filing answered() {
    return Filing.of("unit_id", Register.COUNTY)
        .with("request_id", "2021-0001")
        .with("applicant_kind", new Code("natural", "自然人"))
        .with("received_on", LocalDate.of(2021, 2, 1))
        .with("due_on", LocalDate.of(2021, 3, 1))
        .with("closed_on", LocalDate.of(2021, 2, 26))
        .with("outcome", new Code("partial", "部分公开"))
        .with("submitted_at", FILED);
  }

  /** A normative document turns out to have been abolished within its year. */
  private static void documents(SampleFolder folder) {
    Filing abolished =
        Filing.of("unit_id", Register.OFFICE)
            .with("disclosure_id", "GF-0025")
            .with("title", "停车场管理办法(第25号)")
            .with("doc_kind", new Code("normative", "行政规范性文件"))
            .with("issued_on", LocalDate.of(2021, 1, 1))
            .with("published_on", LocalDate.of(2021, 2, 28))
            .with("abolished_on", LocalDate.of(2021, 12, 31))
            .with("submitted_at", FILED);
    folder.write("disclosures/late/revised.xlsx", Layout.MARKED, List.of(abolished));
  }

  /**
   * More documents reviewed than issued; a number filed twice in one file; and one that comes after
   * a later filing of the same number.
   */
  private static void facts(SampleFolder folder) {
    Code reviewed = new Code("normative_reviewed", "经合法性审查的规范性文件数");
    Code columns = new Code("portal_columns", "网站专题专栏数");
    Code items = new Code("mobile_items", "移动端上线事项数");
    folder.write(
        "facts/late/revised.csv",
        Layout.PLAIN,
        List.of(
            fact(Register.OFFICE, 2021, reviewed, 9).with("submitted_at", FILED),
            fact(Register.SERVICE_HALL, 2021, items, 190).with("submitted_at", FILED),
            fact(Register.SERVICE_HALL, 2020, items, 130)
                .with("submitted_at", LocalDateTime.of(2021, 1, 9, 12, 0, 0)),
            fact(Register.COUNTY, 2021, columns, 16),
            fact(Register.COUNTY, 2021, columns, 17)));
  }

  private static Filing fact(String unit, int year, Code fact, int value) {
    return Filing.of("unit_id", unit)
        .with("year", year)
        .with("fact_code", fact)
        .with("value", BigDecimal.valueOf(value));
  }

  /** Records of a unit that nobody knows, of one before its time, of one after it; an orphan. */
  private static void register(SampleFolder folder) {
    folder.write(
        "fees/late/registers.csv",
        Layout.PLAIN,
        List.of(
            fee(Register.department(999), LocalDate.of(2021, 5, 5), "1200.00"),
            fee(Register.town(18), LocalDate.of(2020, 5, 5), "300.00"),
            fee(Register.ENDED, LocalDate.of(2021, 5, 5), "450.50")));
    Filing orphan =
        Filing.of("unit_id", Register.department(30))
            .with("name", "新区管理办公室")
            .with("level", new Code("department", "部门"))
            .with("parent_id", "361199")
            .with("valid_from", LocalDate.of(2021, 4, 1));
    folder.write("units/late.csv", Layout.OLD, List.of(orphan));
  }

  private static Filing fee(String unit, LocalDate day, String yuan) {
    return Filing.of("unit_id", unit)
        .with("receipt_no", "0009000001")
        .with("collected_on", day)
        .with("amount_yuan", new BigDecimal(yuan));
  }
}
