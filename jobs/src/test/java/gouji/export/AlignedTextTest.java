package gouji.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignedTextTest {
  private final StringWriter out = new StringWriter();
  private final AlignedText text = new AlignedText(out, List.of("name", "n", "more"), List.of("n"));

  @Test
  void aChineseCharacterTakesTwoPlaces() throws IOException {
    text.add(List.of("弋阳县", "12", "x"));
    text.add(List.of("ab", "3", "（一）"));
    text.flush();

    assertThat(out)
        .hasToString(
            """
            name     n  more
            弋阳县  12  x
            ab       3  （一）
            """);
  }

  @Test
  void aCombiningMarkTakesNoneAndALineBreakIsASpace() throws IOException {
    text.add(List.of("e\u0301", "1", "a\nb"));
    text.flush();

    assertThat(out).hasToString("name  n  more\ne\u0301     1  a b\n");
  }

  @Test
  void columnsOnlyGrowFromBlockToBlock() throws IOException {
    text.add(List.of("longer", "1", "x"));
    text.flush();
    text.add(List.of("s", "1", "x"));
    text.flush();

    assertThat(out).hasToString("name    n  more\nlonger  1  x\ns       1  x\n");
  }
}
