package gouji.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u3000=1",
        "\u00A0=1",
        "\u200B=1",
        "\uFEFF=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        " ＝1",
        "-",
        "-15项",
        "+1e5",
        " -15",
        "\tharmless"
      })
  void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String text) {
    assertThat(SpreadsheetText.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-15", "+543", "-0.5", "3", "张三", "a=b", "—", "（一）", "   ", "'=1"})
  void leavesAllElseAsItIs(String text) {
    assertThat(SpreadsheetText.harmless(text)).isEqualTo(text);
  }

  @Test
  void quotesCellsWithCommasQuotesAndLineBreaks() {
    assertThat(CsvLine.of(Arrays.asList("a", "b,c", "d\"e", "f\ng", "h\ri", " j ", "", null)))
        .isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\ng\",\"h\ri\", j ,,");
    assertThat(CsvLine.of(List.of())).isEmpty();
  }

  @Test
  void keepsSheetNamesWithinWhatIsAllowedAndApart() {
    XlsxText.SheetNames names = new XlsxText.SheetNames();

    assertThat(names.next("二、主动公开政府信息情况")).isEqualTo("二、主动公开政府信息情况");
    assertThat(names.next("a/b\\c:d*e?f[g]'")).isEqualTo("a-b-c-d-e-f-g--");
    assertThat(names.next("长".repeat(40))).isEqualTo("长".repeat(31));
    assertThat(names.next("长".repeat(40))).isEqualTo("长".repeat(29) + "-2");
  }

  @Test
  void keepsCellTextsWithinWhatAWorkbookHolds() {
    assertThat(XlsxText.cell("a_x0041_b")).isEqualTo("a_x005F_x0041_b");
    assertThat(XlsxText.cell("字".repeat(40_000))).hasSize(32_767).endsWith("字…");
    assertThat(XlsxText.cell("a" + "\uD83D\uDE00".repeat(20_000))).hasSize(32_766).endsWith("…");
  }
}
