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

  /** The years that may be reported without naming them: those with a form that have ended. */
  YearWindow usual() {
    int last = Math.min(today.getYear() - 1, FIRST_FORM + YearWindow.MOST - 1);
    return new YearWindow(FIRST_FORM, Math.max(FIRST_FORM, last));
  }

  /**
   * The years in which records are counted: the usual ones, so that a naming of years does not have
   * them counted again, and those named.
   *
   * @param before the years in which they were counted so far, which are kept; null for none
   */
  YearWindow window(YearWindow before) {
    YearWindow window = usual();
    if (areNamed()) {
      window = together(window, new YearWindow(first, last));
    }
    return before == null ? window : together(before, window);
  }

  /** Both and what lies between; the second alone when that is too much. */
  private static YearWindow together(YearWindow a, YearWindow b) {
    int first = Math.min(a.first(), b.first());
    int last = Math.max(a.last(), b.last());
    return last - first < YearWindow.MOST ? new YearWindow(first, last) : b;
  }

  /**
   * The years to report.
   *
   * @param firstEvent first of the usual years in which a record has an event, 0 for none
   * @param lastEvent last such year
   */
  Set<Integer> chosen(int firstEvent, int lastEvent) {
    if (areNamed()) {
      return AggregateJob.span(first, last);
    }
    boolean none = firstEvent == 0 || today.getYear() <= FIRST_FORM;
    return none ? new TreeSet<>() : AggregateJob.span(firstEvent, lastEvent);
  }
}
