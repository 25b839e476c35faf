package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DataSet;
import gouji.contract.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  private static String code(String set, String column, String written) {
    Field field = Taken.DECLARED.dataSet(set).field(column);
    return Codes.of(field, Taken.DECLARED).find(Texts.trim(written));
  }

  @Test
  void knowsEveryCodeAndLabelOfEveryListInAnyCaseAndWidth() {
    for (DataSet set : Taken.DECLARED.dataSets().values()) {
      for (Field field : set.fields()) {
        Codes codes = Codes.of(field, Taken.DECLARED);
        for (Field.Category category : field.categories()) {
          String code = category.value();
          assertThat(codes.find(code)).isEqualTo(code);
          assertThat(codes.find(code.toUpperCase(java.util.Locale.ROOT))).isEqualTo(code);
          category.labels().forEach(l -> assertThat(codes.find(l)).isEqualTo(code));
        }
      }
    }
    assertThat(code("requests", "outcome", "ｏｐｅｎ")).isEqualTo("open");
    assertThat(code("units", "level", "乡镇（街道）")).isEqualTo("town");
    assertThat(code("units", "level", "自治县")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "units,level,省,province",
    "units,level,自治区,province",
    "units,level,直辖市,province",
    "units,level,市,city",
    "units,level,设区的市,city",
    "units,level,自治州,city",
    "units,level,地区,city",
    "units,level,盟,city",
    "units,level,县,county",
    "units,level,区,county",
    "units,level,市辖区,county",
    "units,level,县级市,county",
    "units,level,旗,county",
    "units,level,乡镇,town",
    "units,level,乡,town",
    "units,level,镇,town",
    "units,level,街道,town",
    "units,level,乡镇(街道),town",
    "units,level,部门,department",
    "disclosures,doc_kind,规范性文件,normative",
    "disclosures,doc_kind,行政规范性文件,normative",
    "disputes,outcome,其他结果,other",
    "reported,scope,本单位,own",
    "reported,scope,汇总,consolidated",
    "reported,cell,requests.OPEN:Total,requests.open:total",
    "reported,cell,fine_yuan,fine_yuan",
    "reported,cell,requests.open：total,requests.open:total",
    "facts,fact_code,政务新媒体数,new_media_accounts",
    "facts,fact_code,Policy_Items,policy_items"
  })
  void knowsTheLabelsOfTheContract(String set, String column, String written, String code) {
    assertThat(code(set, column, written)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(一)予以公开|open",
        "（一）予以公开|open",
        "予以公开|open",
        "三、本年度办理结果 (一)予以公开|open",
        "(二)部分公开|partial",
        "部分公开(区分处理的,只计这一情形,不计其他情形)|partial",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）|partial",
        "1.属于国家秘密|refuse_state_secret",
        "１．属于国家秘密|refuse_state_secret",
        "1、属于国家秘密|refuse_state_secret",
        "属于国家秘密|refuse_state_secret",
        "(三)不予公开 1.属于国家秘密|refuse_state_secret",
        "（三）不予公开1.属于国家秘密|refuse_state_secret",
        "不予公开/属于国家秘密|refuse_state_secret",
        "(三)不予公开 - 2. 其他法律行政法规禁止公开|refuse_law_forbids",
        "3.危及“三安全一稳定”|refuse_security",
        "危及\"三安全一稳定\"|refuse_security",
        "不予公开 危及三安全一稳定|refuse_security",
        "(四)无法提供 1.本机关不掌握相关政府信息|unable_not_held",
        "重复申请|decline_repeat",
        "(五)不予处理 2.重复申请|decline_repeat",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|other_no_correction",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|other_fee_unpaid",
        "其他|other",
        "3.其他|other",
        "其他处理|other",
        "(六)其他处理|other",
        "(六)其他处理 3.其他|other",
        "refuse_law_forbids|refuse_law_forbids"
      })
  void knowsOutcomesWithAndWithoutNumbersAndHeads(String written, String code) {
    assertThat(code("requests", "outcome", written)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "不予公开",
        "(三)不予公开",
        "无法提供",
        "4.属于国家秘密",
        "(四)无法提供 1.属于国家秘密",
        "已办结",
        "received",
        "total",
        "1.",
        "其他法律"
      })
  void knowsNoOtherOutcome(String written) {
    assertThat(code("requests", "outcome", written)).isNull();
  }

  @Test
  void hasNoSpellingForTwoOutcomes() {
    List<Field.Category> outcomes =
        Taken.DECLARED.dataSet("requests").field("outcome").categories();
    long all =
        outcomes.stream()
            .mapToLong(
                c ->
                    c.labels().stream()
                        .flatMap(l -> NumberedLabels.spellings(l).stream())
                        .distinct()
                        .count())
            .sum();
    long distinct =
        outcomes.stream()
            .flatMap(c -> c.labels().stream())
            .flatMap(l -> NumberedLabels.spellings(l).stream())
            .distinct()
            .count();

    assertThat(distinct).isEqualTo(all);
    assertThat(outcomes).hasSize(21);
  }

  @Test
  void takesNoNumberForAFormOrAnIndicatorItIsNot() {
    assertThat(code("reported", "form", "201960")).isNull();
    assertThat(code("reported", "form", "２０１９－６０")).isEqualTo("2019-60");
    assertThat(code("facts", "fact_code", "portal_investment_k")).isNull();
    assertThat(code("facts", "fact_code", "fine_yuan")).isNull();
  }
}
