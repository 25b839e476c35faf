package gouji.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.contract.Condition.Is;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YearWindowTest {
  private final YearWindow window = new YearWindow(2019, 2022);

  @Test
  void placesTheLastAndTheFirstDayOfAYear() {
    LocalDate last = LocalDate.of(2020, 12, 31);
    LocalDate first = LocalDate.of(2021, 1, 1);

    assertThat(years(Is.IN_YEAR, last)).containsExactly(2020);
    assertThat(years(Is.IN_YEAR, first)).containsExactly(2021);
    assertThat(years(Is.BY_END, last)).containsExactly(2020, 2021, 2022);
    assertThat(years(Is.BY_END, first)).containsExactly(2021, 2022);
    assertThat(years(Is.NOT_BY_END, last)).containsExactly(2019);
    assertThat(years(Is.NOT_BY_END, first)).containsExactly(2019, 2020);
    assertThat(years(Is.BEFORE_YEAR, last)).containsExactly(2021, 2022);
    assertThat(years(Is.BEFORE_YEAR, first)).containsExactly(2022);
    assertThat(years(Is.NOT_BEFORE_YEAR, last)).containsExactly(2019, 2020);
    assertThat(years(Is.NOT_BEFORE_YEAR, first)).containsExactly(2019, 2020, 2021);
  }

  @Test
  void placesDaysOutsideTheWindow() {
    LocalDate before = LocalDate.of(1999, 5, 5);
    LocalDate after = LocalDate.of(2030, 5, 5);

    assertThat(years(Is.IN_YEAR, before)).isEmpty();
    assertThat(years(Is.BY_END, before)).containsExactly(2019, 2020, 2021, 2022);
    assertThat(years(Is.BEFORE_YEAR, before)).containsExactly(2019, 2020, 2021, 2022);
    assertThat(years(Is.NOT_BY_END, before)).isEmpty();
    assertThat(years(Is.IN_YEAR, after)).isEmpty();
    assertThat(years(Is.BY_END, after)).isEmpty();
    assertThat(years(Is.NOT_BEFORE_YEAR, after)).containsExactly(2019, 2020, 2021, 2022);
  }

  @Test
  void takesAMissingDayForOneThatHasNotComeYet() {
    assertThat(years(Is.IN_YEAR, null)).isEmpty();
    assertThat(years(Is.BY_END, null)).isEmpty();
    assertThat(years(Is.BEFORE_YEAR, null)).isEmpty();
    assertThat(years(Is.NOT_BY_END, null)).hasSize(4);
    assertThat(years(Is.NOT_BEFORE_YEAR, null)).hasSize(4);
    assertThat(years(Is.MISSING, null)).hasSize(4);
    assertThat(years(Is.PRESENT, null)).isEmpty();
    assertThat(years(Is.PRESENT, LocalDate.of(1999, 5, 5))).hasSize(4);
  }

  @Test
  void placesAYearAsItsDays() {
    assertThat(years(Is.IN_YEAR, 2021)).containsExactly(2021);
    assertThat(years(Is.BY_END, 2021)).containsExactly(2021, 2022);
  }

  @Test
  void holdsSixtyFourYearsAndNoMore() {
    YearWindow widest = new YearWindow(1960, 2023);

    assertThat(widest.all()).isEqualTo(-1L);
    assertThat(widest.only(2023)).isEqualTo(Long.MIN_VALUE);
    assertThat(widest.from(2023)).isEqualTo(Long.MIN_VALUE);
    assertThat(widest.before(1961)).isEqualTo(1L);
    assertThatThrownBy(() -> new YearWindow(1960, 2024)).hasMessage("1960..2024");
    assertThatThrownBy(() -> new YearWindow(2020, 2019)).hasMessage("2020..2019");
  }

  private List<Integer> years(Is is, Object value) {
    long bits = window.where(is, value);
    assertThat(bits & ~window.all()).as("no bit beside the window").isZero();
    return IntStream.rangeClosed(window.first(), window.last())
        .filter(y -> (bits & window.only(y)) != 0)
        .boxed()
        .toList();
  }
}
