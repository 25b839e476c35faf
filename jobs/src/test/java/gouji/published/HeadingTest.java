package gouji.published;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingTest {
  private final ReportReader reader = new ReportReader(DeclarationReader.readAll(List.of()));

  private PublishedReport report(String text) {
    return reader.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "设为首页 加入收藏;松溪市水务局2021年政府信息公开工作年度报告, 松溪市水务局",
    "松溪市水务局;关于2021年政府信息公开工作年度报告, 松溪市水务局",
    "按要求，特向社会公布松溪市水务局2021年度政府信息公开工作年度报告。, 松溪市水务局",
    "2021年松溪市水务局全年主动公开信息7条。, 松溪市水务局",
    "2021年通过政府网站主动公开信息7条。, ''",
    "2021年在区信息公开网主动公开信息7条。, ''"
  })
  void findsTheUnit(String begin, String unit) {
    String text = begin.replace(";", "\n") + "\n二、主动公开政府信息情况\n现行有效件数\n规章 | 0 | 0 | 0 |\n";

    assertThat(report(text).unit()).isEqualTo(unit);
  }
}
