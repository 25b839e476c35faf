package gouji.job;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.job.AuditedUnits.Known;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditedUnitsTest {
  private static Known county(String name, int year) {
    return Known.of(name, year, "2019-60", "county");
  }

  private static Known below(String name, String level) {
    return Known.of(name, 2020, "2019-60", level);
  }

  @Test
  void findsTheReportOfTheYearBeforeUnderEitherName() {
    AuditedUnits units = new AuditedUnits(List.of(county("弋阳县人民政府", 2020), county("弋阳县", 2019)));

    assertThat(units.last(0)).isEqualTo(1);
    assertThat(units.last(1)).isEqualTo(AuditedUnits.NONE);
  }

  @Test
  void putsEachUnitBelowTheNearestOne() {
    AuditedUnits units =
        new AuditedUnits(
            List.of(
                Known.of("上饶市", 2020, "2019-60", "city"),
                below("上饶市弋阳县", "county"),
                below("上饶市弋阳县曹溪镇人民政府", "town"),
                below("上饶市教育局", "department"),
                below("上饶市弋阳县曹溪镇财政所", "department")));

    assertThat(units.below(0)).containsExactly(1, 3);
    assertThat(units.below(1)).containsExactly(2);
    assertThat(units.below(2)).containsExactly(4);
    assertThat(units.above(0)).isEqualTo(AuditedUnits.NONE);
    assertThat(units.above(4)).isEqualTo(2);
  }

  @Test
  void matchesNoOtherYearOrForm() {
    AuditedUnits units =
        new AuditedUnits(
            List.of(
                county("弋阳县", 2019),
                Known.of("弋阳县", 2020, "2021-30", "county"),
                below("弋阳县曹溪镇", "town"),
                Known.of("弋阳县漆工镇", null, "2019-60", "town"),
                Known.NONE));

    assertThat(units.below(0)).isEmpty();
    assertThat(units.below(1)).isEmpty();
  }

  @Test
  void leavesOutWhatIsThereTwice() {
    AuditedUnits units =
        new AuditedUnits(
            List.of(
                county("弋阳县", 2020),
                below("弋阳县曹溪镇", "town"),
                below("弋阳县曹溪镇人民政府", "town"),
                below("弋阳县漆工镇", "town"),
                county("玉山县", 2020),
                county("玉山县", 2020),
                below("玉山县冰溪镇", "town")));

    assertThat(units.below(0)).containsExactly(3);
    assertThat(units.above(6)).isEqualTo(AuditedUnits.NONE);
  }
}
