package gouji.published;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Written;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutsTest {
  private static final int REPORTS = 20;

  private final Declarations declared = DeclarationReader.readAll(List.of());
  private final ReportReader reader = new ReportReader(declared);

  /** What is read otherwise than it was written, and how many cells were read. */
  private record Compared(List<String> wrong, List<String> open, int read) {}

  private Compared compared(MadeUpReport report, byte[] file) {
    List<String> wrong = new ArrayList<>();
    List<String> open = new ArrayList<>();
    PublishedReport found = reader.read(file).orElseThrow();
    int read = 0;
    assertThat(found.form().id()).isEqualTo(report.form().id());
    for (Form.Cell cell : report.form().cells()) {
      Written written = Written.of(report.cells().get(cell.address()), cell.column().unit());
      ReadCell one = found.findCell(cell.address()).orElse(null);
      if (one == null || one.isAmbiguous()) {
        open.add(cell.address());
      } else if (one.written().state() != written.state()
          || (written.isNumber() && written.number().compareTo(one.written().number()) != 0)) {
        wrong.add(cell.address() + " " + one.written() + " and not " + written);
      } else {
        read++;
      }
    }
    return new Compared(wrong, open, read);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void readsEveryCellOfALayout(Layout layout) {
    for (Form form : declared.forms().values()) {
      for (int seed = 0; seed < REPORTS; seed++) {
        MadeUpReport report = MadeUpReport.of(form, form.firstYear(), new Random(seed), false);
        byte[] file = layout.of(report).getBytes(StandardCharsets.UTF_8);

        Compared compared = compared(report, file);

        assertThat(compared.wrong()).as("%s of %s", layout, form.id()).isEmpty();
        assertThat(compared.open()).as("%s of %s", layout, form.id()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void neverGuessesWhereCellsAreEmpty(Layout layout) {
    for (Form form : declared.forms().values()) {
      int read = 0;
      for (int seed = 0; seed < REPORTS; seed++) {
        MadeUpReport report = MadeUpReport.of(form, form.firstYear(), new Random(seed), true);

        Compared compared = compared(report, layout.of(report).getBytes(StandardCharsets.UTF_8));

        assertThat(compared.wrong()).as("%s of %s", layout, form.id()).isEmpty();
        read += compared.read();
      }
      assertThat(read)
          .as("%s of %s", layout, form.id())
          .isGreaterThanOrEqualTo(REPORTS * form.cells().size() * layout.leastRead() / 100);
    }
  }

  @Test
  void readsGb18030() {
    Form form = declared.forms().get("2021-30");
    MadeUpReport report = MadeUpReport.of(form, 2022, new Random(7), false);
    byte[] file = Layout.ROWS_ENDED.of(report).getBytes(Charset.forName("GB18030"));

    assertThat(compared(report, file).open()).isEmpty();
  }
}
