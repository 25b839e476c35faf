package gouji.testkit.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many requests of each outcome and applicant a year closes: no number twice, neither among the
 * cells nor among their totals, so that two cells put in each other's place are seen.
 *
 * @param counts by outcome row and applicant column
 * @param carried of each applicant, requests that came from the year before or go into the next
 */
record RequestPlan(List<List<Integer>> counts, List<Integer> carried) {
  private static final int APPLICANTS = 6;

  /**
   * A plan of so many outcome rows, found by trying.
   *
   * @param carried as in the record
   * @param taken numbers that other cells of the year have
   */
  static RequestPlan of(int rows, List<Integer> carried, Set<Integer> taken) {
    List<Integer> numbers = new ArrayList<>();
    for (int n = 1; numbers.size() < rows * APPLICANTS; n++) {
      if (!taken.contains(n) && !carried.contains(n) && n != sum(carried)) {
        numbers.add(n);
      }
    }
    for (long seed = 1; seed < 10_000; seed++) {
      List<Integer> shuffled = new ArrayList<>(numbers);
      new Dice(seed).shuffle(shuffled);
      List<List<Integer>> counts = new ArrayList<>();
      for (int r = 0; r < rows; r++) {
        counts.add(List.copyOf(shuffled.subList(r * APPLICANTS, (r + 1) * APPLICANTS)));
      }
      RequestPlan plan = new RequestPlan(List.copyOf(counts), carried);
      if (plan.hasNoNumberTwice(taken)) {
        return plan;
      }
    }
    throw new IllegalStateException("no plan was found in which no number is there twice");
  }

  /** Requests of an applicant that the year closes. */
  int closed(int applicant) {
    return counts.stream().mapToInt(row -> row.get(applicant)).sum();
  }

  private boolean hasNoNumberTwice(Set<Integer> taken) {
    List<Integer> all = new ArrayList<>(taken);
    counts.forEach(all::addAll);
    counts.forEach(row -> all.add(sum(row)));
    all.addAll(carried);
    all.add(sum(carried));
    List<Integer> closed = new ArrayList<>();
    for (int a = 0; a < APPLICANTS; a++) {
      closed.add(closed(a));
    }
    all.addAll(closed);
    all.add(sum(closed));
    for (int sign = -1; sign <= 1; sign += 2) {
      for (int a = 0; a < APPLICANTS; a++) {
        all.add(closed.get(a) + sign * carried.get(a));
      }
      all.add(sum(closed) + sign * sum(carried));
    }
    return new HashSet<>(all).size() == all.size();
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }
}
