package gouji.testkit.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Fees that the county's offices take, and what they buy: 152 projects in 2020. */
final class Payments {
  private static final BigDecimal SPENT = new BigDecimal("255340300.00");

  private final Dice dice = new Dice(2020_08);
  private final List<String> units = Register.lasting();

  static void write(SampleFolder input) {
    Payments payments = new Payments();
    payments.fees(input);
    input.write("procurements/2019.csv", Layout.OLD, payments.projects(2019, 47));
    List<Filing> projects = payments.projects(2020, 152);
    payments.balance(projects);
    input.write("procurements/2020/all.xlsx", Layout.MARKED, projects.subList(0, 90));
    input.write("procurements/2020/rest.csv", Layout.MARKED, projects.subList(90, projects.size()));
    input.write("procurements/2021.csv", Layout.PLAIN, payments.projects(2021, 61));
  }

  private void fees(SampleFolder input) {
    List<Layout> layouts = List.of(Layout.MARKED, Layout.WIDE, Layout.COMPACT);
    for (int year = 2019; year <= 2021; year++) {
      List<Filing> rows = new ArrayList<>();
      for (int i = 1; i <= 140; i++) {
        String unit = dice.pick(units);
        rows.add(
            Filing.of("unit_id", unit)
                .with("receipt_no", "%04d%06d".formatted(year - 2018, i))
                .with("item_code", ItemKind.itemCode(unit, "SF", 1))
                .with("collected_on", i == 1 ? LocalDate.of(year, 12, 31) : dice.dayOf(year))
                .with(
                    "amount_yuan",
                    yuan(i % 35 == 0 ? -20_000 : 1_000, i % 35 == 0 ? -1 : 5_000_000)));
      }
      String ending = year == 2021 ? ".csv.gz" : ".csv";
      input.write("fees/" + year + ending, layouts.get(year - 2019), rows);
    }
  }

  /** So many projects; every eighth has two contracts, the others mostly no contract number. */
  private List<Filing> projects(int year, int count) {
    List<Filing> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      boolean several = i % 8 == 0;
      Filing row =
          Filing.of("unit_id", units.get(i % 20))
              .with("project_no", "%d-%03d".formatted(year, (i + 1) / 2))
              .with("contract_no", several ? "A" : null)
              .with("signed_on", i == 3 ? LocalDate.of(year, 1, 1) : dice.dayOf(year))
              .with("amount_yuan", yuan(10_000_00, 2_500_000_00));
      rows.add(row);
      if (several) {
        rows.add(row.with("contract_no", "B").with("amount_yuan", yuan(10_000_00, 500_000_00)));
      }
    }
    return rows;
  }

  /** Makes the first project so dear that all are together what the county spent. */
  private void balance(List<Filing> projects) {
    BigDecimal others =
        projects.stream()
            .skip(1)
            .map(row -> (BigDecimal) row.at("amount_yuan"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    projects.set(0, projects.get(0).with("amount_yuan", SPENT.subtract(others)));
  }

  private BigDecimal yuan(int fromCents, int toCents) {
    return BigDecimal.valueOf(dice.between(fromCents, toCents), 2);
  }
}
