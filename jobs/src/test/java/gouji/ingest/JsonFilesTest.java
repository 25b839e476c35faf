package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFilesTest {
  @Test
  void readsStringsNumbersBooleansAndNull() {
    Taken taken =
        Taken.json(
            "service_items",
            "\uFEFF{\"unit_id\":\"01\",\"item_code\":12345678901234567890,\"name\":true,"
                + "\"item_type\":\"fee\",\"approval\":null,\"on_request\":1,\"other_service\":false,"
                + "\"visits\":2.0,\"valid_from\":20200101}");

    assertThat(taken.accepted)
        .containsExactly(
            "1 unit_id=01 item_code=12345678901234567890 name=true item_type=fee approval=false"
                + " on_request=true other_service=false visits=2 valid_from=2020-01-01");
  }

  @Test
  void readsNumbersExactlyAndWithExponents() {
    String row =
        "{\"unit_id\":1,\"receipt_no\":2,\"collected_on\":\"2020-01-01\",\"amount_yuan\":%s}";

    assertThat(
            Taken.json(
                    "fees",
                    row.formatted("1e3"),
                    row.formatted("-1.50"),
                    row.formatted("123456789012345678.99"),
                    row.formatted("12.5E-1"))
                .accepted)
        .extracting(line -> line.substring(line.lastIndexOf('=') + 1))
        .containsExactly("1000.00", "-1.50", "123456789012345678.99", "1.25");
    assertThat(
            Taken.json(
                    "fees",
                    row.formatted("1.005"),
                    row.formatted("1e18"),
                    row.formatted("1e999999999"),
                    row.formatted("1e-999999999"),
                    row.formatted("true"),
                    row.formatted("\"1e3\""))
                .rejects)
        .containsExactly(
            "1,amount_yuan,bad_number,1.005",
            "2,amount_yuan,bad_number,1e18",
            "3,amount_yuan,bad_number,1e999999999",
            "4,amount_yuan,bad_number,1e-999999999",
            "5,amount_yuan,bad_number,true",
            "6,amount_yuan,bad_number,1e3");
    assertThat(Taken.json("fees", row.formatted("1".repeat(3000))).rejects).hasSize(1);
  }

  @Test
  void writesANumberInAKeyWithoutExponentAndRefusesAFraction() {
    String row =
        "{\"unit_id\":%s,\"receipt_no\":2,\"collected_on\":\"2020-01-01\",\"amount_yuan\":1}";

    Taken taken =
        Taken.json("fees", row.formatted("1.2e3"), row.formatted("5.0"), row.formatted("1.5"));

    assertThat(taken.keys).containsExactly("1200|2", "5|2");
    assertThat(taken.rejects).containsExactly("3,unit_id,bad_number,1.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "5",
        "null",
        "\"x\"",
        "{\"unit_id\":{\"a\":1}}",
        "{\"note\":[]}",
        "{\"unit_id\":1} x",
        "{\"unit_id\":1}{\"unit_id\":2}",
        "{\"unit_id\":1,}",
        "{\"unit_id\":1",
        "{'unit_id':1}",
        "{\"unit_id\":NaN}",
        "{\"unit_id\":01}",
        "unit_id,name",
        "{\"unit_id\":1,\"unit_id\":1}",
        "{\"unit_id\":1,\"执收单位代码\":null}",
        " {\"unit_id\":\"\\x\"}"
      })
  void refusesWhatIsNoFlatObject(String line) {
    Taken taken = Taken.json("fees", "", line);

    assertThat(taken.rejects).containsExactly("2,,malformed_row," + line);
    assertThat(taken.read).isEqualTo(1);
  }

  @Test
  void refusesANameThatIsTooLongForOneOfTheJsonReaders() {
    String row =
        "{\"unit_id\":1,\"receipt_no\":2,\"collected_on\":\"2020-01-01\",\"amount_yuan\":1,\"%s\":3}";

    Taken taken =
        Taken.json("fees", row.formatted("n".repeat(50_000)), row.formatted("n".repeat(50_001)));

    assertThat(taken.keys).containsExactly("1|2");
    assertThat(taken.rejects).hasSize(1);
    assertThat(taken.rejects.get(0)).startsWith("2,,malformed_row,");
  }

  @Test
  void takesAnObjectWithoutANonEmptyValueForNoRow() {
    Taken taken = Taken.json("fees", "{}", "", "  ", "{\"unit_id\":null,\"note\":\" \u3000\"}");

    assertThat(taken.rejects).isEmpty();
    assertThat(taken.read).isZero();
  }

  @Test
  void checksColumnsRowByRowAndNamesUnknownKeysOnce() {
    Taken taken =
        Taken.json(
            "fees",
            "{\"执收单位代码\":\"1\",\"ＲＥＣＥＩＰＴ_NO\":\"2\",\"备注\":\"x\"}\r",
            "{\"unit_id\":\"1\",\"collected_on\":\"2020-13-01\",\"备注\":\"x\",\"b\":1,\"amount_yuan\":1}");

    assertThat(taken.rejects)
        .containsExactly(
            "1,collected_on,missing_value,",
            "1,amount_yuan,missing_value,",
            "2,collected_on,bad_date,2020-13-01",
            "2,receipt_no,missing_value,");
    assertThat(taken.notes).containsExactly("columns that are not known here are left out: b, 备注");
  }

  @Test
  void keepsAnEmptyReportedValueApartFromAMissingOne() {
    String row =
        "{\"unit_id\":1,\"year\":2020,\"scope\":\"own\",\"cell\":\"requests.open:total\"%s}";

    assertThat(
            Taken.json(
                    "reported",
                    row.formatted(""),
                    row.formatted(",\"value\":\" 3项\""),
                    row.formatted(",\"value\":\"\""),
                    row.formatted(",\"value\":1.50"))
                .accepted)
        .extracting(line -> line.substring(line.indexOf("total") + 5))
        .containsExactly("", " value= 3项", " value=", " value=1.50");
  }
}
