package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRulesTest {
  private static final String REQUESTS =
      "unit_id,request_id,applicant_kind,received_on,due_on,closed_on,outcome,withdrawn";
  private static final String ITEMS =
      "unit_id,item_code,name,item_type,approval,on_request,other_service,onboarded,onboarded_on,"
          + "valid_from,valid_to,withdrawn";

  @Test
  void tellsEveryMissingRequiredValue() {
    assertThat(Taken.csv("requests", REQUESTS, ",,\u3000,,,,,x").rejects)
        .containsExactlyInAnyOrder(
            "2,unit_id,missing_value,",
            "2,request_id,missing_value,",
            "2,applicant_kind,missing_value,\u3000",
            "2,received_on,missing_value,",
            "2,withdrawn,bad_boolean,x");
  }

  @Test
  void tellsEveryProblemOfARow() {
    assertThat(Taken.csv("requests", REQUESTS, "1,,人,2020-13-01,x,1800-1-1,y,是的").rejects)
        .containsExactlyInAnyOrder(
            "2,request_id,missing_value,",
            "2,applicant_kind,unknown_code,人",
            "2,received_on,bad_date,2020-13-01",
            "2,due_on,bad_date,x",
            "2,closed_on,out_of_range,1800-1-1",
            "2,outcome,unknown_code,y",
            "2,withdrawn,bad_boolean,是的");
  }

  @Test
  void tellsALaterDayBeforeTheEarlierOne() {
    Taken taken =
        Taken.csv(
            "requests",
            REQUESTS,
            "1,1,natural,2020-5-5,2020/5/4,2020年5月4日,open,",
            "1,2,natural,2020-5-5,2020-5-5,2020-5-5,open,",
            "1,3,natural,x,2020-5-4,2020-5-4,open,");

    assertThat(taken.rejects)
        .containsExactlyInAnyOrder(
            "2,due_on,dates_out_of_order,2020/5/4",
            "2,closed_on,dates_out_of_order,2020年5月4日",
            "4,received_on,bad_date,x");
    assertThat(taken.accepted).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "units|unit_id,name,level,valid_from,valid_to|1,x,县,2020-1-2,2020-1-1|valid_to",
        "service_items|unit_id,item_code,name,item_type,valid_from,valid_to|1,1,x,fee,2020-1-2,2020-1-1|valid_to",
        "disclosures|unit_id,disclosure_id,title,doc_kind,issued_on,abolished_on|1,1,x,other,2020-1-2,2020-1-1|abolished_on",
        "licences|unit_id,decision_no,decided_on,revoked_on|1,1,2020-1-2,2020-1-1|revoked_on",
        "penalties|unit_id,decision_no,decided_on,revoked_on|1,1,2020-1-2,2020-1-1|revoked_on",
        "enforcements|unit_id,decision_no,decided_on,revoked_on|1,1,2020-1-2,2020-1-1|revoked_on"
      })
  void ordersTheDaysOfEveryDataSet(String set, String header, String row, String column) {
    assertThat(Taken.csv(set, header, row).rejects)
        .containsExactly("2," + column + ",dates_out_of_order,2020-1-1");
  }

  @Test
  void wantsClosingDayAndOutcomeTogether() {
    Taken taken =
        Taken.csv(
            "requests",
            REQUESTS,
            "1,1,natural,2020-5-5,,2020-5-6,,",
            "1,2,natural,2020-5-5,,,open,",
            "1,3,natural,2020-5-5,,2020-5-6,nonsense,",
            "1,4,natural,2020-5-5,,2020-5-66,,",
            "1,5,natural,2020-5-5,,2020-5-4,,",
            "1,6,natural,2020-5-5,,,,");

    assertThat(taken.rejects)
        .containsExactlyInAnyOrder(
            "2,outcome,incomplete_pair,",
            "3,closed_on,incomplete_pair,",
            "4,outcome,unknown_code,nonsense",
            "5,closed_on,bad_date,2020-5-66",
            "6,closed_on,dates_out_of_order,2020-5-4",
            "6,outcome,incomplete_pair,");
    assertThat(taken.accepted).hasSize(1);
    assertThat(
            Taken.csv(
                    "disputes",
                    "unit_id,case_id,kind,filed_on,closed_on,outcome",
                    "1,1,行政复议,2020-1-2,2020-1-1,",
                    "1,2,行政复议,2020-1-2,,结果维持")
                .rejects)
        .containsExactlyInAnyOrder(
            "2,closed_on,dates_out_of_order,2020-1-1",
            "2,outcome,incomplete_pair,",
            "3,closed_on,incomplete_pair,");
  }

  @Test
  void wantsTheDayOfIssueOfRegulationsAndNormativeDocuments() {
    String header = "unit_id,disclosure_id,title,doc_kind,issued_on,published_on,withdrawn";

    Taken taken =
        Taken.csv(
            "disclosures",
            header,
            "1,1,x,规章,,2020-1-1,",
            "1,2,x,normative,\u3000,2020-1-1,",
            "1,3,x,其他,,2020-1-1,",
            "1,4,x,规章,2020,2020-1-1,",
            "1,5,x,法律,,2020-1-1,",
            "1,6,,规章,,2020-1-1,是");

    assertThat(taken.rejects)
        .containsExactlyInAnyOrder(
            "2,issued_on,missing_value,",
            "3,issued_on,missing_value,\u3000",
            "5,issued_on,bad_date,2020",
            "6,doc_kind,unknown_code,法律");
    assertThat(taken.keys).containsExactly("1|3", "1|6");
  }

  @Test
  void needsOnlyTheKeyOfAWithdrawnRowButChecksWhatIsThere() {
    Taken taken =
        Taken.csv(
            "requests",
            REQUESTS,
            "1,1,,,,,,true",
            ",2,,,,,,1",
            "1,3,人,x,,,y,是",
            "1,4,,2020-5-5,2020-5-4,,,TRUE",
            "1,5,,,,2020-5-4,,true",
            "1,6,natural,2020-5-5,,,,false");

    assertThat(taken.rejects)
        .containsExactlyInAnyOrder(
            "3,unit_id,missing_value,",
            "4,applicant_kind,unknown_code,人",
            "4,received_on,bad_date,x",
            "4,outcome,unknown_code,y",
            "5,due_on,dates_out_of_order,2020-5-4");
    assertThat(taken.keys).containsExactly("1|1", "1|5", "1|6");
    assertThat(Taken.csv("units", "unit_id,name,level,valid_from,withdrawn", "1,,,,1").rejects)
        .containsExactly("2,valid_from,missing_value,");
    assertThat(
            Taken.csv(
                    "facts",
                    "unit_id,year,fact_code,value,withdrawn",
                    "1,2020,,,1",
                    "1,2020,policy_items,,1")
                .rejects)
        .containsExactly("2,fact_code,missing_value,");
  }

  @ParameterizedTest
  @CsvSource({
    "licence,true,true,false", "confirmation,false,true,true", "payment,false,true,true",
    "reward,false,true,true", "adjudication,false,true,true", "other_power,false,true,true",
    "public_service,false,true,true", "penalty,false,false,false", "enforcement,false,false,false",
    "levy,false,false,false", "inspection,false,false,false", "fee,false,false,false",
    "intermediary,false,false,false"
  })
  void fillsInFlagsByTheTypeOfAnItem(String type, String approval, String onRequest, String other) {
    assertThat(Taken.csv("service_items", ITEMS, "1,2,x," + type + ",,,,,,2020-1-1,,").accepted)
        .containsExactly(
            "2 unit_id=1 item_code=2 name=x item_type=%s approval=%s on_request=%s other_service=%s valid_from=2020-01-01"
                .formatted(type, approval, onRequest, other));
  }

  @Test
  void keepsFlagsThatAreWritten() {
    assertThat(Taken.csv("service_items", ITEMS, "1,2,x,fee,1,是,,,,2020-1-1,,").accepted.get(0))
        .contains("approval=true on_request=true other_service=true");
    assertThat(
            Taken.csv("service_items", ITEMS, "1,2,x,licence,0,否,true,,,2020-1-1,,")
                .accepted
                .get(0))
        .contains("approval=false on_request=false other_service=true");
    assertThat(Taken.csv("service_items", ITEMS, "1,2,x,reward,,否,,,,2020-1-1,,").accepted.get(0))
        .contains("approval=false on_request=false other_service=false");
  }

  @Test
  void readsOnboardingFromFlagAndDay() {
    Taken taken =
        Taken.csv(
            "service_items",
            ITEMS,
            "1,1,x,fee,,,,是,,2020-1-1,,",
            "1,2,x,fee,,,,,2020-2-1,2020-1-1,,",
            "1,3,x,fee,,,,否,,2020-1-1,,",
            "1,4,x,fee,,,,否,2020/2/1,2020-1-1,,",
            "1,5,x,fee,,,,1,2019-2-1,2020-1-1,,",
            "1,6,x,fee,,,,不,2020-2-1,2020-1-1,,");

    assertThat(taken.accepted)
        .extracting(line -> line.substring(line.indexOf("other_service=false") + 20))
        .containsExactly(
            "onboarded=true onboarded_on=2020-01-01 valid_from=2020-01-01",
            "onboarded=true onboarded_on=2020-02-01 valid_from=2020-01-01",
            "onboarded=false valid_from=2020-01-01",
            "onboarded=true onboarded_on=2019-02-01 valid_from=2020-01-01");
    assertThat(taken.rejects)
        .containsExactly("5,onboarded_on,incomplete_pair,2020/2/1", "7,onboarded,bad_boolean,不");
  }

  @Test
  void boundsAmounts() {
    String penalties = "unit_id,decision_no,decided_on,fine_yuan,confiscated_yuan,party_seq";

    assertThat(
            Taken.csv("penalties", penalties, "1,1,2020-1-1,-1,-0.01,0", "1,1,2020-1-1,0,0.00,1")
                .rejects)
        .containsExactly(
            "2,fine_yuan,out_of_range,-1",
            "2,confiscated_yuan,out_of_range,-0.01",
            "2,party_seq,out_of_range,0");
    assertThat(
            Taken.csv("procurements", "unit_id,project_no,signed_on,amount_yuan", "1,1,2020-1-1,-5")
                .rejects)
        .containsExactly("2,amount_yuan,out_of_range,-5");
    assertThat(
            Taken.csv(
                    "facts",
                    "unit_id,year,fact_code,value",
                    "1,2020,policy_items,1.23456",
                    "1,2020,x,1",
                    "1,2020,fine_yuan,-1.2345")
                .rejects)
        .containsExactly(
            "2,value,bad_number,1.23456",
            "3,fact_code,undeclared_fact,x",
            "4,fact_code,undeclared_fact,fine_yuan");
  }

  @Test
  void keepsWhatNoFigureUsesRawAndCountsIt() {
    Taken taken =
        Taken.csv(
            "disclosures",
            "unit_id,disclosure_id,title,article20_item,doc_kind,channel",
            "1,1,x,16,其他,布告栏",
            "1,2,x,0,其他,门户网站",
            "1,3,x,15,其他,",
            "1,4,,99,其他,布告栏");

    assertThat(taken.accepted)
        .containsExactly(
            "2 unit_id=1 disclosure_id=1 title=x doc_kind=other",
            "3 unit_id=1 disclosure_id=2 title=x doc_kind=other channel=portal",
            "4 unit_id=1 disclosure_id=3 title=x article20_item=15 doc_kind=other");
    assertThat(taken.kept)
        .containsExactly("{article20_item=16, channel=布告栏}", "{article20_item=0}");
    assertThat(taken.rejects).containsExactly("5,title,missing_value,");
    assertThat(taken.notes)
        .containsExactly(
            "2 unknown values of article20_item are kept as written and read as missing",
            "1 unknown values of channel are kept as written and read as missing");
  }
}
