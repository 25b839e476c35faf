package gouji.export;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.report.AnnualReport;
import gouji.report.AnnualReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
  private static final Pattern HEADING = Pattern.compile("<h2>(.*?)</h2>");

  @ParameterizedTest
  @ValueSource(strings = {"2019-60", "2021-30"})
  void hasTheSixSectionsOfTheOfficialReport(String form) throws IOException {
    String page = page(AnnualReports.full(form));

    assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n").endsWith("</html>\n");
    assertThat(HEADING.matcher(page).results().map(m -> m.group(1)))
        .containsExactly(
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项");
    for (String tag :
        new String[] {"section", "table", "thead", "tbody", "tr", "div", "th", "td"}) {
      assertThat(count(page, "<" + tag + "[ >]")).isEqualTo(count(page, "</" + tag + ">"));
    }
  }

  @Test
  void printsSignedNumbersWithTheirSignAndAmountsToTheFen() throws IOException {
    assertThat(page(AnnualReports.full("2019-60")))
        .contains(
            "<td class=\"number\">+7</td>",
            "<td class=\"number\">-8</td>",
            "<td class=\"number\" colspan=\"2\">3703.70</td>",
            "<td class=\"number\">—</td>");
  }

  @Test
  void tellsAScreenReaderWhatEachHeadIsFor() throws IOException {
    assertThat(page(AnnualReports.full("2021-30")))
        .contains(
            "<caption>青石县人民政府2022年度收到和处理政府信息公开申请情况</caption>",
            "<th class=\"header\" scope=\"colgroup\" colspan=\"5\">法人或其他组织</th>",
            "<th class=\"header\" scope=\"col\" rowspan=\"2\">自然人</th>",
            "<th class=\"label\" scope=\"rowgroup\" rowspan=\"8\">(三)不予公开</th>",
            "<th class=\"label\" scope=\"row\">1.属于国家秘密</th>",
            "<td class=\"error\"><span>错误</span></td>");
  }

  @Test
  void escapesHostileNames() throws IOException {
    String page = page(AnnualReports.full("2021-30", "<script>alert('x')</script>\"&\u0007"));

    assertThat(page)
        .doesNotContain("<script", "\u0007")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;\uFFFD");
  }

  @Test
  void needsNothingFromOutside() throws IOException {
    String page = page(AnnualReports.full("2021-30"));

    assertThat(page)
        .doesNotContain("http:", "https:", "url(", "@import", "src=", "href=")
        .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
  }

  @Test
  void saysThatNothingWasFoundWhereThereAreNoFindings() throws IOException {
    assertThat(page(AnnualReports.empty("2021-30")))
        .contains("<p>勾稽核对未发现问题。</p>\n</section>\n<section id=\"section6\">")
        .doesNotContain("class=\"findings", "class=\"coverage", "class=\"facts");
  }

  @Test
  void givesTheSameBytesForTheSameReport() throws IOException {
    assertThat(page(AnnualReports.full("2019-60"))).isEqualTo(page(AnnualReports.full("2019-60")));
  }

  private static long count(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().count();
  }

  private static String page(AnnualReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlReport().write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
