package gouji.measure;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.measure.Register.Entry;
import gouji.measure.Register.ParentState;
import gouji.measure.Register.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegisterTest {
  private static final YearWindow YEARS = new YearWindow(2019, 2021);

  @Test
  void givesEachYearTheNewestVersionNotAfterItsEnd() {
    Register register =
        register(
            "A||2010-01-01|",
            "B||2010-01-01|",
            "u|A|2010-01-01|2020-12-31",
            "u|B|2020-12-31|2021-01-01",
            "u|A|2021-01-01|");

    assertThat(entry(register, 2019, "u").ancestors()).containsExactly("u", "A");
    assertThat(entry(register, 2020, "u").ancestors()).containsExactly("u", "B");
    assertThat(entry(register, 2021, "u").ancestors()).containsExactly("u", "A");
    assertThat(entry(register, 2020, "u").rootId()).isEqualTo("B");
  }

  @Test
  void beginsWithTheFirstVersionAndKeepsEndedUnits() {
    Register register = register("late||2020-12-31|", "ended||2010-01-01|2019-01-01");

    assertThat(register.find(2019, "late")).isEmpty();
    assertThat(register.find(2020, "late")).isPresent();
    assertThat(register.of(2021)).containsKeys("late", "ended");
    assertThat(register.find(1999, "late")).isEmpty();
  }

  @Test
  void readsValidityHalfOpen() {
    Register register =
        register(
            "first-day||2010-01-01|2020-01-01",
            "second-day||2010-01-01|2020-01-02",
            "last-day||2010-01-01|2020-12-31",
            "next-year||2010-01-01|2021-01-01",
            "last-day-only||2020-12-31|2021-01-01",
            "never||2020-06-01|2020-06-01");

    assertThat(validity(register, "first-day")).isEqualTo("not in the year");
    assertThat(validity(register, "second-day")).isEqualTo("in the year");
    assertThat(validity(register, "last-day")).isEqualTo("in the year");
    assertThat(validity(register, "next-year")).isEqualTo("at its end");
    assertThat(validity(register, "last-day-only")).isEqualTo("at its end");
    assertThat(validity(register, "never")).isEqualTo("not in the year");
  }

  private static String validity(Register register, String unit) {
    Entry entry = entry(register, 2020, unit);
    assertThat(entry.validAtEnd() && !entry.validInYear()).isFalse();
    return entry.validAtEnd()
        ? "at its end"
        : entry.validInYear() ? "in the year" : "not in the year";
  }

  @Test
  void findsAUnitValidInTheYearByAnyOfItsVersions() {
    Register register = register("u||2010-01-01|2020-03-01", "u||2020-12-31|2020-12-31");

    assertThat(entry(register, 2020, "u").validInYear()).isTrue();
    assertThat(entry(register, 2020, "u").validAtEnd()).isFalse();
  }

  @Test
  void makesAUnitWithAMissingParentARoot() {
    Register register = register("u|gone|2010-01-01|", "below|u|2010-01-01|", "top||2010-01-01|");

    assertThat(entry(register, 2020, "u").parentState()).isEqualTo(ParentState.MISSING);
    assertThat(entry(register, 2020, "below").parentState()).isEqualTo(ParentState.FOUND);
    assertThat(entry(register, 2020, "below").rootId()).isEqualTo("u");
    assertThat(entry(register, 2020, "top").parentState()).isEqualTo(ParentState.NONE);
  }

  @Test
  void makesEveryMemberOfACircleARoot() {
    Register register =
        register("a|b|2010-01-01|", "b|a|2010-01-01|", "self|self|2010-01-01|", "c|a|2010-01-01|");

    assertThat(entry(register, 2020, "a").parentState()).isEqualTo(ParentState.CIRCLE);
    assertThat(entry(register, 2020, "a").ancestors()).containsExactly("a");
    assertThat(entry(register, 2020, "b").ancestors()).containsExactly("b");
    assertThat(entry(register, 2020, "self").ancestors()).containsExactly("self");
    assertThat(entry(register, 2020, "self").parentState()).isEqualTo(ParentState.CIRCLE);
    assertThat(entry(register, 2020, "c").ancestors()).containsExactly("c", "a");
    assertThat(entry(register, 2020, "c").parentState()).isEqualTo(ParentState.FOUND);
  }

  @Test
  void letsSuccessorsInheritFromEndedUnits() {
    Register register =
        register(
            "A||2010-01-01|",
            "B||2010-01-01|",
            "old|A|2010-01-01|2020-06-01|mid",
            "mid|A|2010-01-01|2020-12-31|new",
            "new|B|2020-06-01|",
            "lost|A|2010-01-01|2020-06-01|nobody",
            "alive|A|2010-01-01||new");

    assertThat(entry(register, 2019, "old").heirs()).containsExactly("old", "A");
    assertThat(entry(register, 2020, "old").heirs()).containsExactly("new", "B");
    assertThat(entry(register, 2020, "old").ancestors()).containsExactly("old", "A");
    assertThat(entry(register, 2020, "lost").heirs()).containsExactly("lost", "A");
    assertThat(entry(register, 2020, "alive").heirs()).containsExactly("alive", "A");
  }

  @Test
  void endsAtTheUnitItselfWhenSuccessorsGoInACircle() {
    Register register = register("x||2010-01-01|2020-06-01|y", "y||2010-01-01|2020-06-01|x");

    assertThat(entry(register, 2020, "x").heirs()).containsExactly("x");
    assertThat(entry(register, 2020, "y").heirs()).containsExactly("y");
  }

  @Test
  void suppliesARootByAllUnitsOfItsAreaInThatYear() {
    Register register =
        register(
            "A||2010-01-01|", "B||2010-01-01|", "u|A|2010-01-01|2020-06-01", "u|B|2020-06-01|");
    Supply supply = new Supply(register, YEARS, Map.of("u", Set.of("requests")));

    assertThat(supply.of(2019, "A")).containsExactly("requests");
    assertThat(supply.of(2019, "B")).isEmpty();
    assertThat(supply.of(2020, "A")).isEmpty();
    assertThat(supply.of(2020, "B")).containsExactly("requests");
    assertThat(supply.of(2020, "u")).containsExactly("requests");
    assertThat(supply.of(2020, "stranger")).isEmpty();
  }

  private static Entry entry(Register register, int year, String unit) {
    return register.find(year, unit).orElseThrow();
  }

  /** Versions as {@code unit|parent|from|ends|successor}. */
  private static Register register(String... versions) {
    List<Version> read =
        Stream.of(versions)
            .map(v -> (v + "||||").split("\\|", -1))
            .map(
                v ->
                    new Version(
                        v[0],
                        v[0],
                        "county",
                        v[1].isEmpty() ? null : v[1],
                        v[4].isEmpty() ? null : v[4],
                        LocalDate.parse(v[2]),
                        v[3].isEmpty() ? null : LocalDate.parse(v[3])))
            .toList();
    return new Register(read, YEARS);
  }
}
