package gouji.testkit.bench;

import java.time.LocalDate;

/** How the records of one data set are written; one line for each ordinal. */
interface Records {
  /** The first year that a document of the province may bear. */
  int FIRST_DAY_IN = 2000;

  /** All days from {@link #FIRST_DAY_IN} on, as text. */
  byte[][] DAYS = days();

  /** Once in so many lines there is something amiss. */
  int SLIPS = 200;

  /** The data set's name. */
  String dataSet();

  /** The names of its columns. */
  String header();

  /** The ordinal of the record whose unit this one shares. */
  default long head(long ordinal) {
    return ordinal;
  }

  /** Writes a line. */
  void line(Lines out, At at);

  /**
   * Which record is asked for.
   *
   * @param unit the unit
   * @param year the year of the file
   * @param group the place of the deliverer
   * @param ordinal the number of the record within deliverer and year
   * @param revision 0 as first filed, 1 as corrected, 2 as corrected again
   * @param seed what all records of deliverer and year are drawn from
   */
  record At(ProvinceUnits.Unit unit, int year, int group, long ordinal, int revision, long seed) {
    /** Draws what no revision changes. */
    Draw fixed() {
      return new Draw(seed, ordinal);
    }

    /** Draws what revisions change. */
    Draw content() {
      return new Draw(seed, ordinal, 1 + revision);
    }

    /** What is amiss in the line, 1 to 6; 0 for nothing, as in all corrections. */
    int slip(Draw draw) {
      int drawn = draw.below(SLIPS * 6);
      return revision == 0 && drawn < 6 ? drawn + 1 : 0;
    }

    /** Ends a line with the time of filing and whether it is withdrawn. */
    void filed(Lines out, Draw draw, int slip) {
      if (group % 3 != 0) {
        out.add(day(year + 1, 1 + 60 * revision + draw.below(28))).add(NINE);
      }
      out.next();
      if (revision > 0 && draw.oneIn(20)) {
        out.add(TRUE);
      }
      if (slip == 5) {
        out.next().add(TRUE);
      }
      out.end();
    }

    private static final byte[] NINE = Lines.utf8(" 09:00:00");
  }

  /** A day written as text, by its number in the year from 1; later ones are in the next years. */
  static byte[] day(int year, int ordinal) {
    return DAYS[number(year, ordinal)];
  }

  /** The place of a day among {@link #DAYS}. */
  static int number(int year, int ordinal) {
    return STARTS[year - FIRST_DAY_IN] + ordinal - 1;
  }

  /** What stands where a day should be. */
  byte[] NO_DAY = Lines.utf8("2021-02-30");

  byte[] TRUE = Lines.utf8("true");
  byte[] FALSE = Lines.utf8("false");

  /** The places of the first days of the years. */
  int[] STARTS = starts();

  private static int[] starts() {
    int[] starts = new int[80];
    long first = LocalDate.of(FIRST_DAY_IN, 1, 1).toEpochDay();
    for (int i = 0; i < starts.length; i++) {
      starts[i] = (int) (LocalDate.of(FIRST_DAY_IN + i, 1, 1).toEpochDay() - first);
    }
    return starts;
  }

  private static byte[][] days() {
    byte[][] days = new byte[80 * 366][];
    for (int i = 0; i < days.length; i++) {
      days[i] = Lines.utf8(LocalDate.of(FIRST_DAY_IN, 1, 1).plusDays(i).toString());
    }
    return days;
  }
}
