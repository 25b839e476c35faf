package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final String FEES =
      "unit_id,receipt_no,collected_on,amount_yuan,submitted_at,withdrawn";
  private static final String ITEMS =
      "unit_id,item_code,name,item_type,valid_from,valid_to,onboarded,visits";

  private static String fee(String column, String value) {
    String[] row = {"1", "2", "2020-01-01", "5", "", ""};
    row[java.util.List.of(FEES.split(",", -1)).indexOf(column)] = "\"" + value + "\"";
    return String.join(",", row);
  }

  private static String fees(String column, String value) {
    Taken taken = Taken.csv("fees", FEES, fee(column, value));
    if (taken.accepted.isEmpty()) {
      return String.join(";", taken.rejects).replace("2," + column + ",", "").split(",", 2)[0];
    }
    String rest = taken.accepted.get(0).split(" " + column + "=", 2)[1];
    return rest.split(" (?=[a-z_]+=)", 2)[0];
  }

  private static Taken item(String validTo, String onboarded, String visits) {
    return Taken.csv(
        "service_items",
        ITEMS,
        "1,2,x,fee,1900-01-01,%s,%s,\"%s\"".formatted(validTo, onboarded, visits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-3-7",
        "2020-03-07",
        "2020/3/7",
        "2020/03/07",
        "20200307",
        "2020年3月7日",
        "2020年03月07日",
        "２０２０－３－７",
        "２０２０／０３／０７",
        " 2020-3-7\u3000",
        "\uFEFF2020-3-7\u200B"
      })
  void readsDatesInEverySpelling(String written) {
    assertThat(fees("collected_on", written)).isEqualTo("2020-03-07");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-02-30",
        "2019-2-29",
        "2020-13-1",
        "2020-0-1",
        "2020-1/1",
        "2020/1-1",
        "2020.1.1",
        "20-1-1",
        "2020-001-1",
        "2020年3月7",
        "2020年3-7日",
        "2020-3",
        "2020-3-7 00:00:00",
        "2020-03-07T00:00:00",
        "202003071",
        "2020 - 3 - 7",
        "+2020-3-7",
        "43831",
        "二〇二〇年三月七日"
      })
  void refusesDatesThatAreNone(String written) {
    assertThat(fees("collected_on", written)).isEqualTo("bad_date");
  }

  @ParameterizedTest
  @CsvSource({
    "1900-01-01,1900-01-01",
    "1899-12-31,out_of_range",
    "2199-12-31,2199-12-31",
    "2200-1-1,out_of_range",
    "9999-12-31,out_of_range",
    "99991231,out_of_range"
  })
  void boundsDates(String written, String read) {
    assertThat(fees("collected_on", written)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31", "9999/12/31", "99991231", "9999年12月31日", "９９９９－１２－３１"})
  void readsTheEndOfTimeInValidToAsEmpty(String written) {
    assertThat(item(written, "", "").accepted.get(0)).doesNotContain("valid_to");
    assertThat(item("9999-12-30", "", "").rejects)
        .containsExactly("2,valid_to,out_of_range,9999-12-30");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-03-07 01:02:03,2020-03-07T01:02:03Z",
    "２０２０－０３－０７　０１：０２：０３,2020-03-07T01:02:03Z",
    "2020-03-07,2020-03-07T00:00:00Z",
    "2020年3月7日,2020-03-07T00:00:00Z",
    "20200307,2020-03-07T00:00:00Z",
    "2020-03-07 24:00:00,bad_timestamp",
    "2020-03-07 01:02,bad_timestamp",
    "2020-03-07T01:02:03,bad_timestamp",
    "2020-03-07 01:02:03.5,bad_timestamp",
    "2020-02-30 01:02:03,bad_timestamp",
    "yesterday,bad_timestamp",
    "1899-12-31 23:59:59,out_of_range"
  })
  void readsTimes(String written, String read) {
    assertThat(fees("submitted_at", written)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5;5.00",
        "+5;5.00",
        "-5;-5.00",
        "－５．２;-5.20",
        "0;0.00",
        "-0.00;0.00",
        "007;7.00",
        "1.50000;1.50",
        "1,234.5;1234.50",
        "12,345,678;12345678.00",
        "１，２３４;1234.00",
        "-1,234;-1234.00",
        "999999999999999999.99;999999999999999999.99"
      })
  void readsNumbers(String written, String read) {
    assertThat(fees("amount_yuan", written)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.005",
        "1.234",
        "1,23",
        "1234,567",
        "1,2345",
        ",123",
        "1,,234",
        "1,234,",
        "1.234,567",
        "1e3",
        "1E+03",
        "5.",
        ".5",
        "--5",
        "5-",
        "+",
        "1 234",
        "5元",
        "¥5",
        "5%",
        "0x1F",
        "NaN",
        "Infinity",
        "五",
        "٣",
        "(5)",
        "1000000000000000000"
      })
  void refusesNumbersThatAreNone(String written) {
    assertThat(fees("amount_yuan", written)).isEqualTo("bad_number");
  }

  @ParameterizedTest
  @CsvSource({
    "true,true",
    "TRUE,true",
    "True,true",
    "1,true",
    "是,true",
    "ＴＲＵＥ,true",
    "１,true",
    "false,false",
    "False,false",
    "0,false",
    "否,false"
  })
  void readsBooleans(String written, String read) {
    assertThat(fees("withdrawn", written)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "y", "T", "2", "1.0", "01", "-1", "有", "√", "是的"})
  void refusesBooleansThatAreNone(String written) {
    assertThat(fees("withdrawn", written)).isEqualTo("bad_boolean");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0;0", "1.0;1", "2.00;2", "1,000;1000", "３;3"})
  void readsWholeNumbersByValue(String written, String read) {
    assertThat(item("", "", written).accepted.get(0)).contains(" visits=" + read + " ");
  }

  @ParameterizedTest
  @CsvSource({"1.5,bad_number", "-1,out_of_range", "-0.5,bad_number", "x,bad_number"})
  void refusesWholeNumbersThatAreNone(String written, String reason) {
    assertThat(item("", "", written).rejects).containsExactly("2,visits," + reason + "," + written);
  }

  @ParameterizedTest
  @CsvSource({
    "1949,",
    "2199,",
    "2020.0,",
    "1948,out_of_range",
    "2200,out_of_range",
    "20,out_of_range",
    "2020年,bad_number",
    "2020.5,bad_number",
    "2020-1-1,bad_number"
  })
  void boundsYears(String written, String reason) {
    Taken taken =
        Taken.csv("facts", "unit_id,year,fact_code,value", "1," + written + ",policy_items,1.2345");

    if (reason == null) {
      assertThat(taken.accepted).hasSize(1);
    } else {
      assertThat(taken.rejects).containsExactly("2,year," + reason + "," + written);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0012,0012",
    "ＡＢ１２,AB12",
    "ab,ab",
    "1.50,1.50",
    "1e3,1e3",
    "\u300000\u200B,00",
    "①,1"
  })
  void keepsKeysAsTheyAreButForWidth(String written, String read) {
    assertThat(fees("receipt_no", written)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ＡＢ ", "（甲）〔2020〕１号", "１,０００"})
  void keepsTextAsItIsButForSpaceAround(String written) {
    Taken taken =
        Taken.csv(
            "units", "unit_id,name,level,valid_from", "1,\"" + written + "\u3000\",部门,2020-1-1");

    assertThat(taken.accepted.get(0)).contains(" name=" + written.strip() + " level");
  }
}
