package gouji.testkit.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Files and rows that are to be rejected, each reason at least once, among sound rows. */
final class BrokenRows {
  private BrokenRows() {}

  static void write(SampleFolder folder) {
    folder.write("readme.txt", "更正与补报材料\n");
    byte[] whole = StoredGzip.of("unit_id,receipt_no\n".repeat(9).getBytes(StandardCharsets.UTF_8));
    folder.write("fees/late/broken.csv.gz", Arrays.copyOf(whole, whole.length / 2));
    disclosures(folder);
    licences(folder);
    items(folder);
    requests(folder);
    payments(folder);
    declared(folder);
    folder.write(
        "units/late-broken.csv",
        """
        unit_id,name,level,valid_from,valid_to
        361126031,测绘队,village,2021-01-01,
        361126032,档案队,department,2021-05-01,2021-04-30
        """);
  }

  /** missing_value (twice), unknown_code, out_of_range, dates_out_of_order. */
  private static void disclosures(SampleFolder folder) {
    folder.write(
        "disclosures/late/broken.csv",
        """
        unit_id,disclosure_id,title,doc_kind,issued_on,published_on,abolished_on,article20_item
        361126001,B-1,犬只管理办法,normative,,2021-03-01,,1
        361126001,B-2,,other,2021-03-01,2021-03-01,,1
        361126001,B-3,停车场公告,circular,2021-03-01,2021-03-01,,1
        361126001,B-4,供水公告,other,1821-03-01,2021-03-01,,1
        361126001,B-5,公路公告,other,2021-03-01,2021-03-01,2021-02-01,1
        361126001,B-6,广告公告,other,2021-03-01,2021-03-02,,16
        """);
  }

  /**
   * malformed_row: a stray quote in a row whose text must not be shown; and a decision whose
   * parties are told in different ways.
   */
  private static void licences(SampleFolder folder) {
    folder.write(
        "licences/late/broken.csv",
        """
        unit_id,decision_no,party_seq,party_kind,party_name,decided_on
        361126012,补〔2021〕1号,,natural,赵"安,2021-03-01
        361126012,补〔2018〕2号,,natural,钱柏,2018-03-02
        361126012,补〔2018〕2号,2,natural,孙辰,2018-03-02
        """);
  }

  /** bad_boolean, incomplete_pair, out_of_range, bad_number. */
  private static void items(SampleFolder folder) {
    folder.write(
        "service_items/late/broken.csv",
        """
        unit_id,item_code,name,item_type,other_service,onboarded,onboarded_on,visits,valid_from
        361126012,B-1,道路事项,inspection,maybe,,,,2021-01-01
        361126012,B-2,道路事项,inspection,false,false,2021-02-01,,2021-01-01
        361126012,B-3,道路事项,inspection,false,,,-1,2021-01-01
        361126012,B-4,道路事项,inspection,false,,,1.5,2021-01-01
        """);
  }

  /** incomplete_pair, dates_out_of_order, bad_date, bad_timestamp; malformed_row of JSON. */
  private static void requests(SampleFolder folder) {
    folder.write(
        "requests/late/broken.csv",
        """
        unit_id,request_id,applicant_kind,received_on,due_on,closed_on,outcome,submitted_at
        361126013,B-1,natural,2021-03-01,2021-03-29,2021-03-20,,
        361126013,B-2,natural,2021-03-01,2021-02-28,2021-03-20,open,
        361126013,B-3,natural,2021-02-30,2021-03-29,2021-03-20,open,
        361126013,B-4,natural,2021-03-01,2021-03-29,2021-03-20,open,2022年春
        """);
    folder.write(
        "requests/late/broken.jsonl",
        """
        {"unit_id":"361126013","request_id":"B-5","applicant_kind":"natural"
        {"unit_id":"361126013","request_id":["B-6"],"applicant_kind":"natural"}
        """);
  }

  /**
   * missing_column; malformed_row, missing_value, bad_number (twice), out_of_range; a spare column.
   */
  private static void payments(SampleFolder folder) {
    folder.write(
        "procurements/late/no-amount.csv",
        """
        unit_id,project_no,signed_on
        361126015,B-1,2021-04-01
        """);
    folder.write(
        "procurements/late/broken.csv",
        """
        采购单位代码,项目编号,合同签订日期,采购金额(元),经办人
        361126015,B-2,2021-04-01
        361126015,,2021-04-01,100.00,甲
        361126015,B-4,2021-04-01,"1,23.00",甲
        361126015,B-5,2021-04-01,100.005,甲
        361126015,B-6,2021-04-01,-100.00,甲
        """);
  }

  /** undeclared_fact, out_of_range, bad_number; undeclared_cell. */
  private static void declared(SampleFolder folder) {
    folder.write(
        "facts/late/broken.csv",
        """
        unit_id,year,fact_code,value
        361126001,2021,happiness,99
        361126001,2300,portal_columns,3
        361126001,2021,policy_items,1.00001
        """);
    folder.write(
        "reported/late/broken.csv",
        """
        unit_id,year,scope,cell,value
        361126,2021,consolidated,requests.received:martian,1
        """);
  }
}
