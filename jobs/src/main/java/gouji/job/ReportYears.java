package gouji.job;

import gouji.measure.YearWindow;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * The report years that a command is about.
 *
 * @param first first year named by the user, null for none
 * @param last last year named by the user, null for none
 * @param today the day of the run: only years that have ended are reported unless named
 */
public record ReportYears(Integer first, Integer last, LocalDate today) {
  /** The first report year that has a form. */
  public static final int FIRST_FORM = 2019;

  /** Whether the user named years. */
  public boolean areNamed() {
    return first != null;
  }

  /** The years in which records are counted. */
  YearWindow window() {
    if (areNamed()) {
      return new YearWindow(first, last);
    }
    int last = Math.min(today.getYear() - 1, FIRST_FORM + YearWindow.MOST - 1);
    return new YearWindow(FIRST_FORM, Math.max(FIRST_FORM, last));
  }

  /**
   * The years to report.
   *
   * @param firstEvent first year of the window in which a record has an event, null for none
   * @param lastEvent last such year
   */
  Set<Integer> chosen(Integer firstEvent, Integer lastEvent) {
    if (areNamed()) {
      return AggregateJob.span(first, last);
    }
    boolean none = firstEvent == null || today.getYear() <= FIRST_FORM;
    return none ? new TreeSet<>() : AggregateJob.span(firstEvent, lastEvent);
  }
}
