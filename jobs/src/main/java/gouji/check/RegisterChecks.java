package gouji.check;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Rule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;

/**
 * Checks a unit's place in the register of a year against what was supplied and filed for it.
 *
 * @param declared the declarations
 * @param units the register
 * @param isFiling whether figures were filed at all, by anybody
 */
record RegisterChecks(Declarations declared, UnitYears units, boolean isFiling)
    implements Serializable {
  private static final String UNKNOWN_UNIT = "register.unknown_unit";
  private static final String VALIDITY = "register.validity";
  private static final String PARENT = "register.parent";
  private static final String MISSING = "filing.missing";

  /** What is asked of units that are in the register. */
  private static final List<String> WHERE_KNOWN = List.of(VALIDITY, PARENT, MISSING);

  private static final List<String> ALL = List.of(UNKNOWN_UNIT, VALIDITY, PARENT, MISSING);

  /** Adds the findings of one unit and year. */
  void check(int year, String unit, List<Pack> packs, Tally tally, List<Row> found) {
    UnitYears.One one = units.find(year, unit);
    BigDecimal records = records(packs);
    if (!units.isRegister()) {
      withoutRegister(year, unit, records, tally, found);
      return;
    }
    if (records != null) {
      String number = Wording.plain(records);
      judge(UNKNOWN_UNIT, one != null, year, unit, number, tally, found);
      if (one != null) {
        judge(VALIDITY, one.isValidInYear(), year, unit, number, tally, found);
      }
    }
    if (one != null) {
      judge(PARENT, one.hasSoundParent(), year, unit, null, tally, found);
      if (isFiling) {
        filing(year, unit, one, packs, tally, found);
      }
    }
  }

  /** Records count nowhere without a register; what was filed needs none. */
  private void withoutRegister(
      int year, String unit, BigDecimal records, Tally tally, List<Row> found) {
    if (records != null) {
      judge(UNKNOWN_UNIT, false, year, unit, Wording.plain(records), tally, found);
    }
    for (String id : records == null ? ALL : WHERE_KNOWN) {
      Rule rule = declared.rules().get(id);
      if (rule != null) {
        tally.add(year, rule, Verdict.State.NOT_APPLICABLE);
      }
    }
  }

  /** How many records are of the unit in that year; null for none. */
  private static BigDecimal records(List<Pack> packs) {
    List<BigDecimal> numbers = new ArrayList<>();
    packs.stream()
        .filter(p -> p.part() == Packed.Part.COVERAGE)
        .forEach(p -> Packed.numbers(p.figures(), (slot, number) -> numbers.add(number)));
    return numbers.stream().reduce(BigDecimal::add).orElse(null);
  }

  private void judge(
      String id,
      boolean isSound,
      int year,
      String unit,
      String left,
      Tally tally,
      List<Row> found) {
    Rule rule = declared.rules().get(id);
    if (rule == null) {
      return;
    }
    tally.add(year, rule, isSound ? Verdict.State.PASS : Verdict.State.FAIL);
    if (!isSound) {
      found.add(row(rule, year).with(Columns.UNIT_ID, unit).with(Columns.LEFT, left).row());
    }
  }

  /**
   * A unit that filed nothing is missed where some unit under the same root filed; that is known
   * only when all units were looked at, so the finding stands under its root until then.
   */
  private void filing(
      int year, String unit, UnitYears.One one, List<Pack> packs, Tally tally, List<Row> found) {
    Rule rule = declared.rules().get(MISSING);
    boolean hasFiled = packs.stream().anyMatch(p -> p.part() == Packed.Part.REPORTED);
    if (hasFiled) {
      tally.filed(year, one.root());
    }
    if (rule != null && one.isValidAtEnd()) {
      tally.addUnder(one.root(), year, rule, hasFiled ? Verdict.State.PASS : Verdict.State.FAIL);
      if (!hasFiled) {
        found.add(
            row(rule, year)
                .with(Columns.UNIT_ID, unit)
                .with(Columns.SOURCE, "reported")
                .with(Columns.ROOT_ID, one.root())
                .row());
      }
    }
  }

  /** A finding that is about no figure of a form. */
  static FindingRow row(Rule rule, Integer year) {
    Rule.Severity severity = year == null ? rule.severity() : rule.severity(year);
    return new FindingRow()
        .with(Columns.YEAR, year)
        .with(Columns.RULE, rule.id())
        .with(Columns.SEVERITY, severity.name().toLowerCase(Locale.ROOT))
        .with(Columns.MESSAGE, rule.message().getOrDefault("zh", ""))
        .with(Columns.HINTS, List.of())
        .with(Columns.EVIDENCE, List.of())
        .with(Columns.OPERANDS, List.of());
  }
}
