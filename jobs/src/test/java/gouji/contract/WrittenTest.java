package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3                | 3     | 0
          １２             | 12    | 0
          +543             | 543   | 0
          -15              | -15   | 0
          −15              | -15   | 0
          －15             | -15   | 0
          减4              | -4    | 0
          增4              | 4     | 0
          增加5            | 5     | 0
          减少3项          | -3    | 0
          33项             | 33    | 0
          152 个           | 152   | 0
          25534.03万元     | 25534.03 | 2
          1,483            | 1483  | 0
          12,345,678.9     | 12345678.9 | 1
          98.5%            | 98.5  | 1
          98.50％          | 98.50 | 2
          22(其中修订16件) | 22    | 0
          22件（其中(甲)修订16件） | 22 | 0
          0                | 0     | 0
          0.00             | 0.00  | 2
          """)
  void readsNumbersAndKeepsTheDecimalsWritten(String raw, BigDecimal number, int decimals) {
    Written written = Written.of(raw, null);

    assertThat(written.state()).isEqualTo(Written.State.NUMBER);
    assertThat(written.number()).isEqualTo(number);
    assertThat(written.decimals()).isEqualTo(decimals);
    assertThat(written.raw()).isEqualTo(raw);
  }

  @Test
  void tellsNumbersWithASign() {
    assertThat(Written.of("＋4", null).isSigned()).isTrue();
    assertThat(Written.of("减少3项", null).isSigned()).isTrue();
    assertThat(Written.of("4", null).isSigned()).isFalse();
    assertThat(Written.of("-", null).isSigned()).isFalse();
  }

  @Test
  void putsYuanAndTenThousandYuanIntoTheUnitOfTheCell() {
    assertThat(Written.of("255340300元", "万元").number()).isEqualByComparingTo("25534.03");
    assertThat(Written.of("255340300元", "万元").decimals()).isEqualTo(4);
    assertThat(Written.of("2.5万元", "元").number()).isEqualByComparingTo("25000");
    assertThat(Written.of("2.5万元", "元").decimals()).isEqualTo(-3);
    assertThat(Written.of("7元", "元").number()).isEqualByComparingTo("7");
    assertThat(Written.of("7万元", "万元").number()).isEqualByComparingTo("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "-", "—", "——", "无", "不适用", " / ", "／", "－"})
  void knowsMarksThatThereIsNothingToSay(String raw) {
    assertThat(Written.of(raw, null).state()).isEqualTo(Written.State.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000", "\uFEFF"})
  void knowsBlanks(String raw) {
    assertThat(Written.of(raw, null).state()).isEqualTo(Written.State.BLANK);
    assertThat(Written.of(null, null).state()).isEqualTo(Written.State.BLANK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "详见附表",
        "1,48",
        "12,34,567",
        "1.2.3",
        "3-4",
        "约3",
        "--5",
        "(3)",
        ".5",
        "5.",
        "1e3",
        "3项4",
        "项",
        "+",
        "3(",
        "3)",
        "３万",
        "1 2"
      })
  void takesAnythingElseForText(String raw) {
    assertThat(Written.of(raw, null).state()).isEqualTo(Written.State.TEXT);
    assertThat(Written.of(raw, null).number()).isNull();
  }

  @Test
  void takesWhatWasNotReadForAText() {
    assertThat(Written.of(Written.UNREAD, null).state()).isEqualTo(Written.State.TEXT);
    assertThat(Written.of(Written.UNREAD, null).isUnread()).isTrue();
    assertThat(Written.of("详见附表", null).isUnread()).isFalse();
    assertThat(Written.of("", null).isUnread()).isFalse();
  }
}
