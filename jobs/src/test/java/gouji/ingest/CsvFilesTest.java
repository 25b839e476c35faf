package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFilesTest {
  private static final String HEADER = "unit_id,receipt_no,collected_on,amount_yuan";

  @Test
  void takesNoLineWithoutANonEmptyCellForARow() {
    Taken taken =
        Taken.csv(
            "fees", "", " \u3000", ",,", HEADER, "", ",,,", "\"\",\u200B", "1,2,2020-1-2,3", "");

    assertThat(taken.accepted)
        .containsExactly("8 unit_id=1 receipt_no=2 collected_on=2020-01-02 amount_yuan=3.00");
    assertThat(taken.rejects).isEmpty();
    assertThat(taken.read).isEqualTo(1);
  }

  @Test
  void countsPhysicalLinesWhateverTheLineBreak() {
    String text =
        "\uFEFF"
            + HEADER
            + ",note\r\n1,2,x,3,\"a\r\nb\rc\nd\"\r1,2,y,3,\n\r\n\n1,2,z,3,\"\r\n\"\n1,2,w,3,";

    assertThat(Taken.csv("fees", text).rejects)
        .containsExactly(
            "2,collected_on,bad_date,x",
            "6,collected_on,bad_date,y",
            "9,collected_on,bad_date,z",
            "11,collected_on,bad_date,w");
  }

  @Test
  void readsQuotesAfterTheStandard() {
    Taken taken = Taken.csv("fees", HEADER, "1,\"a,\"\"b\"\"\n c\",\"2020-01-02\",\"1,000.5\"");

    assertThat(taken.accepted)
        .containsExactly(
            "2 unit_id=1 receipt_no=a,\"b\"\n c collected_on=2020-01-02 amount_yuan=1000.50");
  }

  @Test
  void endsARecordWithAStrayQuoteAtTheNextLineBreakOutsideQuotes() {
    Taken taken =
        Taken.csv(
            "fees",
            HEADER,
            "1,a\"b,2020-01-02,3",
            "1,\"a\"b,2020-01-02,3",
            "1,\"a\" ,\"2020-\n01-02\",3",
            "1, \"a\",2020-01-02,3",
            "1,a,2020-01-02,3");

    assertThat(taken.rejects)
        .containsExactly(
            "2,,malformed_row,1,a\"b,2020-01-02,3",
            "3,,malformed_row,1,\"a\"b,2020-01-02,3",
            "4,,malformed_row,1,\"a\" ,\"2020-\n01-02\",3",
            "6,,malformed_row,1, \"a\",2020-01-02,3");
    assertThat(taken.accepted).hasSize(1).first().asString().startsWith("7 ");
    assertThat(taken.read).isEqualTo(5);
  }

  @Test
  void takesTheRestOfTheFileAsOneRowAfterAnUnclosedQuote() {
    Taken taken = Taken.csv("fees", HEADER, "1,a,2020-01-02,3", "1,\"b,2020-01-02,3", "x,y", "");

    assertThat(taken.rejects).containsExactly("3,,malformed_row,1,\"b,2020-01-02,3\nx,y\n");
    assertThat(taken.accepted).hasSize(1);
    assertThat(taken.read).isEqualTo(2);
  }

  @Test
  void refusesFewerCellsThanHeadersAndMoreThatAreNotEmpty() {
    Taken taken =
        Taken.csv(
            "fees",
            HEADER,
            "1,a,2020-01-02",
            "1,b,2020-01-02,3,,\u3000",
            "1,c,2020-01-02,3,,x",
            "1,\"d\",2020-01-02");

    assertThat(taken.rejects)
        .containsExactly(
            "2,,malformed_row,1,a,2020-01-02",
            "4,,malformed_row,1,c,2020-01-02,3,,x",
            "5,,malformed_row,1,\"d\",2020-01-02");
    assertThat(taken.accepted).hasSize(1);
  }

  @Test
  void refusesTheFileWhoseHeaderNamesAColumnTwiceBeforeItLooksForMissingOnes() {
    Taken taken = Taken.csv("fees", "", "unit_id,\"票据号\",ＲＥＣＥＩＰＴ_NO", "1,2,3");

    assertThat(taken.rejects).containsExactly("1,,malformed_row,unit_id,\"票据号\",ＲＥＣＥＩＰＴ_NO");
    assertThat(taken.accepted).isEmpty();
    assertThat(taken.read).isZero();
  }

  @Test
  void refusesTheFileWhoseHeaderHasAQuoteOutOfPlace() {
    assertThat(Taken.csv("fees", "unit_id,\"receipt_no", "1,2").rejects)
        .containsExactly("1,,malformed_row,unit_id,\"receipt_no\n1,2");
  }

  @Test
  void namesTheFirstMissingColumnInTheOrderOfTheContract() {
    assertThat(Taken.csv("fees", "amount_yuan,\"x,y\",unit_id,", "1,2,3,").rejects)
        .containsExactly("1,receipt_no,missing_column,amount_yuan,x,y,unit_id,");
    assertThat(Taken.csv("units", "\n\nvalid_from,name,unit_id\n").rejects)
        .containsExactly("1,level,missing_column,valid_from,name,unit_id");
    assertThat(Taken.csv("service_items", "unit_id,item_code,name,valid_from").rejects)
        .containsExactly("1,item_type,missing_column,unit_id,item_code,name,valid_from");
    assertThat(Taken.csv("penalties", "unit_id,decision_no,party_seq").rejects)
        .containsExactly("1,decided_on,missing_column,unit_id,decision_no,party_seq");
    assertThat(Taken.csv("fees", ",,", ",").rejects).containsExactly("1,unit_id,missing_column,");
  }

  @Test
  void givesNoRowAndNoRejectForAHeaderAlone() {
    Taken taken = Taken.csv("fees", HEADER);

    assertThat(taken.rejects).isEmpty();
    assertThat(taken.accepted).isEmpty();
    assertThat(taken.notes).isEmpty();
    assertThat(taken.read).isZero();
  }

  @Test
  void knowsHeadersByNameAndLabelInAnyOrderCaseAndWidth() {
    Taken taken =
        Taken.csv(
            "fees", "收费金额（元）, COLLECTED_ON\u3000,\"\u200B票据号\",ｕｎｉｔ_ｉｄ,事项编码", "5,20200102,2,1,x");

    assertThat(taken.accepted)
        .containsExactly(
            "2 unit_id=1 receipt_no=2 item_code=x collected_on=2020-01-02 amount_yuan=5.00");
  }

  @Test
  void namesAnUnknownColumnOnceAndLeavesItOut() {
    Taken taken =
        Taken.csv("fees", HEADER + ",备注,,备注", "1,2,20200102,3,a,b,c", "1,3,20200102,3,,,");

    assertThat(taken.accepted).hasSize(2);
    assertThat(taken.notes)
        .containsExactly("columns that are not known here are left out: (without a name), 备注");
  }

  @Test
  void needsNoCellBelowAnEmptyHeaderAtTheEnd() {
    Taken taken =
        Taken.csv(
            "fees", HEADER + ",,", "1,2,20200102,3", "1,3,20200102,3,x", "1,4,20200102,3,,,y");

    assertThat(taken.accepted).hasSize(2);
    assertThat(taken.rejects).containsExactly("4,,malformed_row,1,4,20200102,3,,,y");
  }

  @Test
  void readsTheSameWhereverItsBufferEnds() throws IOException {
    String text = "\uFEFFa,b\r\n\"x\"\"y\r\n\",1\r\n\r\n\"u\"v,\"2\n\"\rw,\"";
    List<String> whole = records(new CsvRows(new StringReader(text)));

    assertThat(whole).hasSize(4);
    for (int size = 1; size < text.length() + 2; size++) {
      assertThat(records(new CsvRows(new StringReader(text), size))).isEqualTo(whole);
    }
  }

  private static List<String> records(CsvRows rows) throws IOException {
    List<String> records = new ArrayList<>();
    records.add(rows.header().toString());
    for (RawRow row = rows.next(); row != null; row = rows.next()) {
      records.add(row.toString());
    }
    return records;
  }
}
