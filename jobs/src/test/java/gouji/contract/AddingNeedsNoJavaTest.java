package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddingNeedsNoJavaTest {
  private final Declarations before = DeclarationReader.readAll(List.of());
  private final Declarations after =
      DeclarationReader.readAll(List.of(Path.of("jobs/src/test/resources/further")));

  private static Declarations.Counted counted(Declarations declared, String name) {
    return declared.counted().stream()
        .filter(c -> c.name().equals(name) && !"2021-30".equals(c.form()))
        .filter(c -> !"2019-60".equals(c.form()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anIndicatorIsOneFile() {
    assertThat(before.indicators()).doesNotContainKey("requests_by_lawyers");
    assertThat(after.indicators().get("requests_by_lawyers").label()).isEqualTo("法律服务机构申请数");

    Measure measure = counted(after, "requests_by_lawyers").measure();
    assertThat(measure.dataset()).isEqualTo("requests");
    assertThat(measure.any())
        .containsExactly(
            List.of(
                new Condition("applicant_kind", null, List.of("legal_service"), null, null),
                new Condition("received_on", Condition.Is.IN_YEAR, null, null, null)));
  }

  @Test
  void aFactIsOneFile() {
    assertThat(before.facts()).hasSize(17);
    assertThat(after.facts()).hasSize(18).extracting(Indicator::code).contains("hotline_calls");

    assertThat(counted(after, "hotline_calls").measure())
        .isEqualTo(Declarations.factMeasure("hotline_calls"));
  }

  @Test
  void aHeaderLabelIsOneMoreLineInTheFileOfTheDataSet() {
    assertThat(before.dataSet("fees").field("receipt_no").labels()).isEmpty();
    assertThat(after.dataSet("fees").field("receipt_no").labels())
        .extracting(Field.Label::label)
        .containsExactly("缴款书编号");
    assertThat(after.dataSets().keySet()).isEqualTo(before.dataSets().keySet());
  }

  @Test
  void aFormIsOneFileWithTheRulesOfItsSums() {
    assertThat(before.formOf(2031).map(Form::id)).contains("2021-30");
    assertThat(after.formOf(2031).map(Form::id)).contains("2031-1");
    assertThat(after.formOf(2030).map(Form::id)).contains("2021-30");

    assertThat(after.forms().get("2031-1").cells())
        .extracting(Form.Cell::address)
        .containsExactly(
            "requests.received:natural",
            "requests.received:others",
            "requests.received:total",
            "service.hotline:calls");
    assertThat(counted(after, "requests.received:others").measure().any())
        .containsExactly(
            List.of(
                new Condition("received_on", Condition.Is.IN_YEAR, null, null, null),
                new Condition("applicant_kind", null, null, List.of("natural"), null)));
    assertThat(after.rules().get("requests.two_columns").check()).isEqualTo(Rule.Check.FORM_SUM);
  }
}
