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

  private List<String> listed(String sentences) {
    return report(sentences).parts().stream().map(p -> p.whole() + " " + p.parts()).toList();
  }

  @Test
  void readsWholesAndPartsInOtherPlaces() {
    assertThat(listed("公开信息9条。其中，动态4条，占44%；公告5条，占56%。")).containsExactly("9 [4, 5]");
    assertThat(listed("收到申请12件（其中：网上申请10件，邮寄2件），上年度结转0件。")).containsExactly("12 [10, 2]");
    assertThat(listed("公开信息20条，其中文件12件，公告8条。")).containsExactly("20 [12, 8]");
    assertThat(listed("公开信息20条，其中文件12条（含解读3条），公告9条。")).containsExactly("20 [12, 9]");
    assertThat(listed("公开信息20条，其中文件9条，其他8条。")).containsExactly("20 [9, 8]");
  }

  @Test
  void leavesListsAloneThatMayLeavePartsOut() {
    assertThat(listed("更新信息900条，其中概况3条，动态80条。")).isEmpty();
    assertThat(listed("公开信息20条，其中文件12件，公告9条。")).isEmpty();
    assertThat(listed("公开信息20条，其中文件12条，包含通知3条，批复9条。")).isEmpty();
    assertThat(listed("新增事项20项，其中许可21项，总计21项。")).isEmpty();
    assertThat(listed("受理申请54件，上年结转2件。其中予以公开45件，部分公开4件。")).isEmpty();
    assertThat(listed("公开信息15余条，其中动态9条，公告5条。")).isEmpty();
  }

  @Test
  void readsOtherWordsThatCountAndLink() {
    assertThat(stated("共收到5份政府信息公开申请。")).containsExactly("requests.received:total=5");
    assertThat(stated("新收政府信息公开申请数量0起。")).containsExactly("requests.received:total=0");
    assertThat(stated("受理政府信息公开申请总数为7宗。")).containsExactly("requests.received:total=7");
    assertThat(stated("申请中4件予以公开，3件部分公开。"))
        .containsExactlyInAnyOrder("requests.open:total=4", "requests.partial:total=3");
  }

  @Test
  void sharesANumberAmongAllThatStandBeforeIt() {
    assertThat(stated("同意公开或部分公开8件。"))
        .containsExactly("requests.open:total+requests.partial:total=8");
    assertThat(stated("信息公开方面的行政复议和行政诉讼3件。")).isEmpty();
    assertThat(stated("予以公开2件、部分公开3件。"))
        .containsExactlyInAnyOrder("requests.open:total=2", "requests.partial:total=3");
  }

  @Test
  void leavesWordsAloneThatAreAboutSomethingElse() {
    assertThat(stated("主动公开36件、不予公开43件。")).isEmpty();
    assertThat(stated("受理行政复议56件，行政诉讼24件。")).isEmpty();
    assertThat(stated("未发生行政复议、行政诉讼败诉的情况。")).isEmpty();
    assertThat(stated("收到政府信息公开申请9件（含上年结转1件）。")).doesNotContain("requests.received:total=9");
  }

  @Test
  void tellsTheYearFromOtherPeriods() {
    assertThat(stated("上半年收到政府信息公开申请9件。其中予以公开3件。")).isEmpty();
    assertThat(stated("截至11月底，收到政府信息公开申请9件。")).isEmpty();
    assertThat(stated("截至12月31日，收到政府信息公开申请9件，较2019年增加2件。"))
        .containsExactly("requests.received:total=9");
    assertThat(stated("1件结转到2021年度办理，另含2019年结转的2件。"))
        .containsExactlyInAnyOrder("requests.carried_out:total=1", "requests.carried_in:total=2");
  }

  @ParameterizedTest
  @CsvSource({"十, 10", "十二, 12", "二十, 20", "一百零五, 105", "两千三百, 2300", "三万二千, 32000", "二二, "})
  void readsChineseNumbers(String text, BigDecimal number) {
    assertThat(ChineseNumber.of(text)).isEqualTo(number);
  }
}
