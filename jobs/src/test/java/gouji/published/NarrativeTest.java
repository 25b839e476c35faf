package gouji.published;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarrativeTest {
  private final ReportReader reader = new ReportReader(DeclarationReader.readAll(List.of()));

  private PublishedReport report(String sentences) {
    String text =
        "松溪市水务局2020年政府信息公开工作年度报告\n"
            + sentences
            + "\n二、主动公开政府信息情况\n信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n规章 | 0 | 0 | 0 |\n";
    return reader.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private List<String> stated(String sentences) {
    return report(sentences).statements().stream()
        .map(s -> String.join("+", s.figures()) + "=" + s.written().number().toPlainString())
        .toList();
  }

  @Test
  void readsNumbersInDigitsAndInChinese() {
    assertThat(stated("全年共收到政府信息公开申请１，２０３件。")).containsExactly("requests.received:total=1203");
    assertThat(stated("全年共收到政府信息公开申请十二件。")).containsExactly("requests.received:total=12");
    assertThat(stated("全年主动公开政府信息1.5万条。")).containsExactly("disclosures_published=15000.0");
  }

  @Test
  void readsASentenceOverTwoLines() {
    assertThat(stated("全年收到政府信息公\n开申请 34 件，答复及时率为零。"))
        .containsExactly("requests.received:total=34");
  }

  @Test
  void takesTheLongerOfTwoSayings() {
    assertThat(stated("予以公开及部分公开258件。"))
        .containsExactly("requests.open:total+requests.partial:total=258");
  }

  @Test
  void leavesSentencesOfOtherYearsAlone() {
    assertThat(stated("2019年收到政府信息公开申请9件。")).isEmpty();
    assertThat(stated("2020年收到政府信息公开申请9件。")).containsExactly("requests.received:total=9");
  }

  @Test
  void tellsTheLineAndMasksNumbersOfPeople() {
    Statement one = report("一、总体情况\n收到政府信息公开申请9件（电话13912345678）。").statements().get(0);

    assertThat(one.line()).isEqualTo(3);
    assertThat(one.sentence()).contains("139****5678").doesNotContain("13912345678");
  }

  @Test
  void readsAWholeWithItsParts() {
    List<ListedParts> parts = report("主动公开信息227条，其中动态85条，公告21条，文件121条。").parts();

    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).whole()).isEqualTo(new BigDecimal(227));
    assertThat(parts.get(0).parts())
        .containsExactly(new BigDecimal(85), new BigDecimal(21), new BigDecimal(121));
    assertThat(report("公开信息20条，其中动态3条、公告4条等。").parts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"十, 10", "十二, 12", "二十, 20", "一百零五, 105", "两千三百, 2300", "三万二千, 32000", "二二, "})
  void readsChineseNumbers(String text, BigDecimal number) {
    assertThat(ChineseNumber.of(text)).isEqualTo(number);
  }
}
