package gouji.export;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import gouji.contract.Form;
import gouji.report.AuditedReport;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditPageTest {
  private static final Map<String, Form> FORMS = DeclarationReader.readAll(List.of()).forms();
  private static final String FILE = "a.txt";
  private static final String HOSTILE = "<script>alert('x')</script>\"&";

  /** A report with every cell of a form, all on one line, and one finding about two of them. */
  private static AuditedReport report(String form, String text) {
    List<AuditedReport.Table> tables = new ArrayList<>();
    FORMS
        .get(form)
        .tables()
        .forEach(
            t -> tables.add(new AuditedReport.Table(t.id(), t.title(), "complete", 0, List.of())));
    List<AuditedReport.Cell> cells = new ArrayList<>();
    FORMS.get(form).cells().forEach(c -> cells.add(cell(c, text)));
    AuditedReport.Finding finding =
        new AuditedReport.Finding(
            "requests.row_total",
            "error",
            "requests.received:total",
            List.of("requests.received:total", "requests.received:natural"),
            "5",
            "4",
            "1",
            text,
            text,
            List.of(text),
            List.of(FILE + " 第7行", "别的数 3（b.txt 第9行第1字）"));
    return new AuditedReport(
        FILE,
        null,
        form,
        false,
        2022,
        "标题",
        text,
        "county",
        new AuditedReport.Matched(text, "", List.of("b.txt")),
        tables,
        cells,
        List.of(),
        Map.of(),
        List.of(finding),
        List.of(new AuditedReport.Line(7, text)));
  }

  private static AuditedReport.Cell cell(Form.Cell cell, String raw) {
    return new AuditedReport.Cell(
        cell.address(),
        cell.row().label(),
        cell.column().label(),
        "number",
        new BigDecimal("12345"),
        raw,
        "第7行第1字",
        7);
  }

  private static String page(AuditedReport... reports) throws IOException {
    StringWriter out = new StringWriter();
    AuditPage page = new AuditPage(out, FORMS);
    for (AuditedReport report : reports) {
      page.add(report);
    }
    page.end();
    return out.toString();
  }

  private static List<String> found(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().map(m -> m.group(1)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-60", "2021-30"})
  void showsEveryCellInItsPlaceOfTheForm(String form) throws IOException {
    String page = page(report(form, "5"));

    assertThat(found("<td id=\"c1-([^\"]+)\"", page))
        .containsExactlyInAnyOrderElementsOf(
            FORMS.get(form).cells().stream().map(Form.Cell::address).toList());
    assertThat(page)
        .contains(
            "<th class=\"header\" scope=\"colgroup\" colspan=\"5\">法人或其他组织</th>",
            "scope=\"rowgroup\" rowspan=\"8\">(三)不予公开</th>",
            "<h1>5 2022年度 勾稽核对</h1>",
            "<p>与上一年度的报告比对：5</p>",
            "<p>与 1 份下级单位的报告比对：b.txt</p>");
  }

  @Test
  void linksCellsFindingsAndTextWithEachOther() throws IOException {
    String page = page(report("2021-30", "5"), report("2019-60", "6"));

    assertThat(page)
        .contains(
            "<td id=\"c1-requests.received:total\" class=\"number error\"><a href=\"#r1-7\""
                + " title=\"第7行第1字 5\">12345</a><sup><a href=\"#f1-1\">1</a></sup></td>",
            "<td id=\"c1-requests.received:natural\" class=\"number part\">",
            "<li id=\"f2-1\" class=\"error\">",
            "<a href=\"#c2-requests.received:total\">一、本年新收政府信息公开申请数量 / 总计 12345</a>",
            "<p class=\"more\"><a href=\"#r1-7\">第7行</a>；别的数 3（b.txt 第9行第1字）</p>",
            "<p id=\"r1-7\"><b>7</b>5</p>");
    List<String> ids = found(" id=\"([^\"]+)\"", page);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(Set.copyOf(found("href=\"#([^\"]+)\"", page))).isSubsetOf(ids);
  }

  @Test
  void linksOnlySomeCellsOfAFindingAboutVeryMany() throws IOException {
    List<String> all = FORMS.get("2021-30").cells().stream().map(Form.Cell::address).toList();
    AuditedReport.Finding many =
        new AuditedReport.Finding(
            "levels.sum", "info", all.get(0), all, "", "", "", "多", "", List.of(), List.of());
    AuditedReport report = report("2021-30", "5");

    String page = page(report.with(report.matched(), Map.of(), List.of(many)));

    assertThat(found("(<sup>)", page)).hasSize(16);
    assertThat(found("(<a href=\"#c1-)", page)).hasSize(16);
    assertThat(page).contains("</a>等</p>");
  }

  @Test
  void escapesHostileTextAndNeedsNothingFromOutside() throws IOException {
    String page = page(report("2021-30", HOSTILE), AuditedReport.none(HOSTILE, HOSTILE));

    assertThat(page)
        .doesNotContain("<script", "http:", "https:", "url(", "@import", "src=")
        .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;");
    assertThat(found("href=\"(.)", page).stream().collect(Collectors.toSet())).containsOnly("#");
  }

  @Test
  void closesWhatItOpens() throws IOException {
    String page = page(report("2019-60", "5"), AuditedReport.none(FILE, "文件无法打开"));

    for (String tag : List.of("section", "header", "div", "aside", "ol", "li", "p", "td", "sup")) {
      assertThat(found("<(" + tag + ")[ >]", page))
          .as(tag)
          .hasSameSizeAs(found("</(" + tag + ")>", page));
    }
    assertThat(page).endsWith("</main>\n</body>\n</html>\n").contains("不是可读的年度报告：文件无法打开");
  }
}
