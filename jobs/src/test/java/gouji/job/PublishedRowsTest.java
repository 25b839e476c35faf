package gouji.job;

import static gouji.testkit.PublishedText.DECLARED;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.ingest.RawCell;
import gouji.ingest.RawRow;
import gouji.ingest.UnitMap;
import gouji.published.PublishedReport;
import gouji.published.ReportReader;
import gouji.testkit.PublishedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublishedRowsTest {
  private static final UnitMap.Unit UNIT = new UnitMap.Unit("A", "own");

  private final ReportReader reader = new ReportReader(DECLARED);
  private final List<String> notes = new ArrayList<>();

  /** The rows of a report, as {@code line cell=value}. */
  private List<String> rows(List<String> lines) {
    PublishedReport report =
        reader.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)).orElseThrow();
    PublishedRows rows = PublishedRows.of(report, UNIT);
    assertThat(texts(rows.header())).isEqualTo("unit_id|year|form|scope|cell|value");
    assertThat(rows.findProblem()).isEmpty();
    List<String> read = new ArrayList<>();
    for (RawRow row = rows.next(); row != null; row = rows.next()) {
      String[] cells = texts(row).split("[|]", -1);
      assertThat(List.of(cells).subList(0, 4)).isEqualTo(List.of("A", "2021", "2021-30", "own"));
      read.add(row.line() + " " + cells[4] + "=" + cells[5]);
    }
    notes.addAll(rows.notes());
    return read;
  }

  private static String texts(RawRow row) {
    return row.cells().stream().map(RawCell::text).collect(Collectors.joining("|"));
  }

  /** The lines with one of them changed. */
  private static List<String> changed(PublishedText text, String row, String line) {
    return text.lines().stream().map(l -> l.contains(row) ? line : l).toList();
  }

  @Test
  void filesEveryCellAsItIsWritten() {
    PublishedText text =
        PublishedText.of(
            "甲县",
            2021,
            "requests.received:natural １２",
            "requests.received:enterprise /",
            "requests.received:research ",
            "requests.received:ngo 详见附表",
            "proactive.fee:amount_10k 1,234.5万元");

    List<String> rows = rows(text.lines());

    assertThat(rows).hasSize(DECLARED.formOf(2021).orElseThrow().cells().size());
    int line = text.lines().indexOf("一、本年新收政府信息公开申请数量 | １２ | / |  | 详见附表 | 0 | 0 | 0 |") + 1;
    assertThat(line).isPositive();
    assertThat(rows)
        .contains(
            line + " requests.received:natural=１２",
            line + " requests.received:enterprise=/",
            line + " requests.received:research=",
            line + " requests.received:ngo=详见附表",
            line + " requests.received:other=0")
        .anyMatch(r -> r.endsWith(" proactive.fee:amount_10k=1,234.5万元"));
    assertThat(notes).isEmpty();
  }

  @Test
  void filesWhatItCannotReadAsUnreadAndNeverAsBlank() {
    PublishedText text = PublishedText.of("甲县", 2021);
    List<String> ambiguous = changed(text, "2.重复申请", "2.重复申请 | 0 | 4 |");

    List<String> rows = rows(ambiguous);

    assertThat(rows)
        .hasSize(DECLARED.formOf(2021).orElseThrow().cells().size())
        .noneMatch(r -> r.endsWith("="));
    assertThat(rows.stream().filter(r -> r.endsWith("=（未读出）")))
        .isNotEmpty()
        .allMatch(r -> r.contains(" requests.decline_repeat:"));
    assertThat(notes).hasSize(1);
    assertThat(notes.get(0)).contains("收到和处理政府信息公开申请", "filed as （未读出）");
  }

  @Test
  void filesTheRowsBehindACutAsUnreadAndNothingOfATableThatIsNotThere() {
    List<String> lines = PublishedText.of("甲县", 2021).lines();
    int cut = lines.indexOf("2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |");

    List<String> rows = rows(lines.subList(0, cut));

    assertThat(rows)
        .anyMatch(r -> r.contains(" requests.received:total=0"))
        .anyMatch(r -> r.endsWith(" requests.carried_out:total=（未读出）"))
        .noneMatch(r -> r.contains(" disputes."));
    assertThat(notes).hasSize(2);
    assertThat(notes.get(1)).contains("was not found; nothing of it is filed");
  }

  @Test
  void filesTheIndicatorsThatTheTextStates() {
    PublishedText text = PublishedText.of("甲县", 2021);

    assertThat(rows(text.saying("全年主动公开政府信息1,205条，申请答复及时率达98.5%。").lines()))
        .endsWith("3 disclosures_published=1,205", "3 timely_reply_rate=98.5");
    assertThat(rows(text.saying("全年主动公开政府信息一百零五条。").lines()))
        .as("read back by all who read what was filed")
        .endsWith("3 disclosures_published=105");
  }

  @Test
  void masksNumbersOfPeopleInTexts() {
    PublishedText text = PublishedText.of("甲县", 2021, "requests.received:other 电话13912345678");

    assertThat(rows(text.lines()))
        .anyMatch(r -> r.endsWith(" requests.received:other=电话139****5678"));
  }

  @Test
  void tellsOfAnotherYearInThePeriod() {
    List<String> lines = PublishedText.of("甲县", 2021).saying("统计期限为2020年1月1日至2020年12月31日。").lines();

    assertThat(rows(lines)).isNotEmpty();
    assertThat(notes).containsExactly("its title says 2021, its period 2020; it is filed for 2021");
  }
}
