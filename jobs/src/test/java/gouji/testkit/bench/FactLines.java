package gouji.testkit.bench;

import gouji.testkit.bench.ProvinceUnits.Group;
import java.nio.file.Path;

/** The facts of a year: heads of groups state all of them, other units the first three. */
final class FactLines {
  private static final int FEW = 3;
  private static final byte[][] CODES =
      Lines.utf8(
          "new_media_accounts",
          "normative_reviewed",
          "portal_columns",
          "new_media_closed",
          "mobile_items",
          "mobile_handled",
          "mobile_auto_fill",
          "mobile_paperless",
          "policy_items",
          "npc_proposals",
          "cppcc_proposals",
          "proposals_answered",
          "other_service_decisions",
          "processing_fee_yuan",
          "portal_investment_10k",
          "npc_satisfaction",
          "cppcc_satisfaction");

  private FactLines() {}

  /** Writes one file for each group, of a few with figures amiss, and gives the number of rows. */
  static long write(Path folder, ProvinceUnits register, int year, long seed) {
    long rows = 0;
    for (Group group : register.groups()) {
      Path file = folder.resolve("facts/%d/%s.csv".formatted(year, group.head().id()));
      try (Lines out = new Lines(file, "unit_id,year,fact_code,value")) {
        for (int unit = 0; unit < group.units().size(); unit++) {
          for (int fact = 0; fact < (unit == 0 ? CODES.length : FEW); fact++) {
            Draw draw = new Draw(seed, year, group.place(), unit, fact);
            out.add(group.unit(unit).code()).next().add(year, 4).next().add(CODES[fact]).next();
            value(out, draw, fact);
          }
        }
        rows += out.rows();
      }
    }
    return rows;
  }

  private static void value(Lines out, Draw draw, int fact) {
    boolean decimals = fact >= CODES.length - 4;
    out.add(draw.below(90), 1);
    if (decimals) {
      out.add(Lines.CENTS[draw.below(100)]);
    }
    if (draw.oneIn(Records.SLIPS)) {
      out.add(Records.NO_DAY);
    }
    out.end();
  }
}
