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

  /** Adds the findings of one unit and year. */
  void check(int year, String unit, List<Pack> packs, Tally tally, List<Row> found) {
    UnitYears.One one = units.find(year, unit);
    BigDecimal records = records(packs);
    if (records != null) {
      String number = Wording.plain(records);
      judge("register.unknown_unit", one != null, year, unit, number, tally, found);
      if (one != null) {
        judge("register.validity", one.isValidInYear(), year, unit, number, tally, found);
      }
    }
    if (one != null) {
      judge("register.parent", one.hasSoundParent(), year, unit, null, tally, found);
      if (isFiling) {
        filing(year, unit, one, packs, tally, found);
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
    Rule rule = declared.rules().get("filing.missing");
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
