package gouji.job;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.measure.YearWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportYearsTest {
  @Test
  void reportsTheYearsOfRecordsThatHaveEnded() {
    ReportYears years = new ReportYears(null, null, LocalDate.of(2022, 12, 31));

    assertThat(years.window(null)).isEqualTo(new YearWindow(2019, 2021));
    assertThat(years.chosen(2020, 2021)).containsExactly(2020, 2021);
    assertThat(years.chosen(0, 0)).isEmpty();
    assertThat(new ReportYears(null, null, LocalDate.of(2023, 1, 1)).window(null))
        .isEqualTo(new YearWindow(2019, 2022));
  }

  @Test
  void reportsNothingBeforeTheFirstFormUnlessNamed() {
    ReportYears early = new ReportYears(null, null, LocalDate.of(2019, 12, 31));

    assertThat(early.chosen(2019, 2019)).isEmpty();
    assertThat(new ReportYears(2015, 2016, LocalDate.of(2019, 12, 31)).chosen(0, 0))
        .containsExactly(2015, 2016);
  }

  @Test
  void addsOutcomesUp() {
    Outcome both =
        new Outcome(Map.of("files", 1L), List.of("a"), false)
            .and(new Outcome(Map.of("files", 2L, "rows", 3L), List.of("b"), true));

    assertThat(both.counts()).containsExactlyInAnyOrderEntriesOf(Map.of("files", 3L, "rows", 3L));
    assertThat(both.warnings()).containsExactly("a", "b");
    assertThat(both.wrong()).isTrue();
  }
}
