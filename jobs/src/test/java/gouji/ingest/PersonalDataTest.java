package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  private static final String HEADER =
      "unit_id,decision_no,party_seq,party_kind,party_name,party_id,decided_on,withdrawn";

  private static String row(String seq, String kind, String name, String id) {
    return "1,甲〔2020〕1号,%s,%s,%s,%s,2020-1-1,".formatted(seq, kind, name, id);
  }

  @Test
  void masksPartiesThatAreNoOrganizations() {
    Taken taken =
        Taken.csv(
            "licences",
            HEADER,
            row("1", "organization", "某某公司", "91361100MA351B2C0X"),
            row("2", "自然人", "张小三", "362330199001011234"),
            row("3", "个体工商户", "𠮷野家", "12345678"),
            row("4", "", "李四", "1"),
            row("5", "法人", "王五", "123456789"));

    assertThat(taken.accepted)
        .extracting(line -> line.replaceAll("^.*party_seq=", "").replaceAll(" decided_on.*", ""))
        .containsExactly(
            "1 party_kind=organization party_name=某某公司 party_id=91361100MA351B2C0X",
            "2 party_kind=natural party_name=张** party_id=3623**********1234",
            "3 party_kind=individual_business party_name=𠮷** party_id=1*******",
            "4 party_name=李** party_id=1",
            "5 party_name=王** party_id=1234*6789");
    assertThat(taken.kept).containsExactly("6 party_kind=法人");
  }

  @Test
  void tellsPartiesBySequenceElseNumberElseNameElseAsTheFirst() {
    Taken taken =
        Taken.csv(
            "penalties",
            HEADER,
            row("2", "自然人", "张三", "362330199001011234"),
            row("", "自然人", "张三", "362330199001011234"),
            row("", "自然人", "张三", "362330199001011235"),
            row("", "自然人", "张三", ""),
            row("", "自然人", "张四", ""),
            row("", "", "", ""));

    assertThat(taken.keys).doesNotHaveDuplicates().hasSize(6);
    assertThat(taken.keys.toString()).doesNotContain("张", "3623");
  }

  @Test
  void givesRowsOfOnePartyOneKey() {
    Taken taken =
        Taken.csv(
            "penalties",
            HEADER,
            row("", "自然人", "张三", "362330199001011234"),
            row("", "自然人", "李四", " ３６２３３０１９９００１０１１２３４"),
            row("", "", "王五", ""),
            row("", "organization", "王五\u3000", ""),
            row("", "", "", ""),
            row("1", "", "x", "y"),
            row("１.0", "", "", ""));

    assertThat(taken.keys.get(1)).isEqualTo(taken.keys.get(0));
    assertThat(taken.keys.get(3)).isEqualTo(taken.keys.get(2));
    assertThat(taken.keys.subList(4, 7)).containsOnly("1|甲〔2020〕1号|seq:1");
    assertThat(taken.keys.get(0)).matches("1\\|甲〔2020〕1号\\|party_id:[0-9a-f]{32}");
    assertThat(taken.keys.get(2)).matches("1\\|甲〔2020〕1号\\|party_name:[0-9a-f]{32}");
    assertThat(taken.entities).containsOnly("1|甲〔2020〕1号");
  }

  @Test
  void withdrawsEveryPartyWithARowThatNamesNone() {
    Taken taken =
        Taken.csv(
            "enforcements",
            HEADER,
            "1,2,,,,,,true",
            "1,2,\u3000,自然人,,,,1",
            "1,2,1,,,,,true",
            "1,2,,,张三,,,true",
            "1,,,,,,,true");

    assertThat(taken.keys.subList(0, 3)).containsExactly("1|2|*", "1|2|*", "1|2|seq:1");
    assertThat(taken.keys.get(3)).startsWith("1|2|party_name:");
    assertThat(taken.rejects).containsExactly("6,decision_no,missing_value,");
  }

  @Test
  void tellsRowsApartThatDifferOnlyWhereTheyAreMasked() {
    Taken taken =
        Taken.csv(
            "penalties",
            HEADER,
            row("1", "自然人", "张三", ""),
            row("1", "自然人", "张四", ""),
            row("1", "自然人", " 张三", ""),
            row("1", "其他", "张三", ""));

    assertThat(taken.digests.get(1)).isNotEqualTo(taken.digests.get(0));
    assertThat(taken.digests.get(2)).isEqualTo(taken.digests.get(0));
    assertThat(taken.digests.get(3)).isNotEqualTo(taken.digests.get(0));
  }

  @Test
  void masksTheRawOfAPersonalColumn() {
    String row =
        "{\"unit_id\":1,\"decision_no\":2,\"party_id\":36233019900101123.5,\"decided_on\":20200101,"
            + "\"party_kind\":%s}";

    Taken taken =
        Taken.json(
            "penalties",
            row.formatted("\"自然人\""),
            row.formatted("null"),
            row.formatted("\"nobody\""),
            row.formatted("\"organization\""));

    assertThat(taken.rejects)
        .containsExactly(
            "1,party_id,bad_number,3623***********23.5",
            "2,party_id,bad_number,3623***********23.5",
            "3,party_id,bad_number,3623***********23.5",
            "4,party_id,bad_number,36233019900101123.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"licences", "penalties", "enforcements"})
  void showsNothingOfAMalformedRowOfADecision(String set) {
    assertThat(Taken.csv(set, HEADER, "1,2,张三", "1,\"2,张三").rejects)
        .containsExactly("2,,malformed_row,", "3,,malformed_row,");
    assertThat(Taken.csv(set, "unit_id,decision_no,unit_id,张三", "1,2").rejects)
        .containsExactly("1,,malformed_row,");
    assertThat(Taken.csv(set, "unit_id,\"张三", "1,2").rejects).containsExactly("1,,malformed_row,");
    assertThat(Taken.json(set, "{\"party_name\":\"张三\"").rejects)
        .containsExactly("1,,malformed_row,");
    assertThat(Taken.csv("fees", "unit_id,receipt_no,collected_on,amount_yuan", "张三").rejects)
        .containsExactly("2,,malformed_row,张三");
  }

  @Test
  void namesNoUnknownColumnOfAFileWhoseHeaderMayBeARow() {
    assertThat(Taken.csv("penalties", "1,2,,自然人,张三,362330199001011234,2020-1-1").notes).isEmpty();
  }

  @Test
  void showsNoSecret() {
    assertThat(new Masking("5ec4e7").toString()).isEqualTo("Masking");
    assertThat(new Masking("a").keyedHash().of("张三"))
        .isEqualTo(new Masking("a").keyedHash().of("张三"))
        .isNotEqualTo(new Masking("b").keyedHash().of("张三"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "licences|XK_WSH,XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_JDRQ,XK_XKJGDM|a,某公司,法人及非法人组织,9,2020/1/1,1|unit_id=1"
            + " decision_no=a party_kind=organization party_name=某公司 party_id=9"
            + " decided_on=2020-01-01",
        "penalties|cf_wsh,cf_xdr_mc,CF_XDR_LB,CF_XDR_SHXYM,CF_JDRQ,CF_CFJGDM,CF_CFLB,CF_NR_FK,CF_NR_WFFF|a,某公司,法人及非法人组织,9,2020/1/1,1,罚款；没收，fine、,0.500001,\"1,234\"|unit_id=1"
            + " decision_no=a party_kind=organization party_name=某公司 party_id=9"
            + " decided_on=2020-01-01 penalty_kind=fine,confiscation fine_yuan=5000.01"
            + " confiscated_yuan=12340000.00"
      })
  void knowsTheLabelsOfTheNationalStandard(String set, String header, String row, String read) {
    assertThat(Taken.csv(set, header, row).accepted).containsExactly("2 " + read);
  }

  @Test
  void countsDecimalsAfterTheFactor() {
    String header = "unit_id,decision_no,decided_on,CF_NR_FK,penalty_kind";

    Taken taken =
        Taken.csv(
            "penalties",
            header,
            "1,1,2020-1-1,0.0000015,罚款",
            "1,2,2020-1-1,-0.1,罚款",
            "1,3,2020-1-1,0.1234560,罚款;禁闭",
            "1,4,2020-1-1,,、");

    assertThat(taken.rejects)
        .containsExactly("2,fine_yuan,bad_number,0.0000015", "3,fine_yuan,out_of_range,-0.1");
    assertThat(taken.accepted)
        .containsExactly(
            "4 unit_id=1 decision_no=3 decided_on=2020-01-01 fine_yuan=1234.56",
            "5 unit_id=1 decision_no=4 decided_on=2020-01-01");
    assertThat(taken.kept).containsExactly("4 penalty_kind=罚款;禁闭", "5 penalty_kind=、");
    assertThat(Taken.csv("penalties", header + ",fine_yuan", "1,1,2020-1-1,1,,1").rejects)
        .containsExactly("1,,malformed_row,");
  }

  @Test
  void givesVersionsOfAThingOneEntity() {
    Taken taken =
        Taken.csv(
            "units",
            "unit_id,name,level,valid_from",
            "01,x,县,2020-1-1",
            "０１,x,县,20210101",
            "1,x,县,2020-1-1");

    assertThat(taken.keys).containsExactly("01|2020-01-01", "01|2021-01-01", "1|2020-01-01");
    assertThat(taken.entities).containsExactly("01", "01", "1");
    assertThat(
            Taken.csv(
                    "procurements",
                    "unit_id,project_no,contract_no,signed_on,amount_yuan",
                    "1,2,,2020-1-1,5")
                .entities)
        .containsExactly("1|2|");
  }
}
