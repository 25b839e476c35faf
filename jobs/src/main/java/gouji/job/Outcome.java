package gouji.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a job.
 *
 * @param counts how many of what, in the order of telling
 * @param warnings what the user should look at, one a line
 * @param notes what else is to be told, one a line
 * @param wrong whether there are rejected rows or findings of severity error
 */
public record Outcome(
    Map<String, Long> counts, List<String> warnings, List<String> notes, boolean wrong) {

  /** Copies what is handed in. */
  public Outcome {
    counts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  /** An outcome without notes. */
  public Outcome(Map<String, Long> counts, List<String> warnings, boolean wrong) {
    this(counts, warnings, List.of(), wrong);
  }

  /** Both outcomes together, this one first. */
  public Outcome and(Outcome next) {
    Map<String, Long> all = new LinkedHashMap<>(counts);
    next.counts.forEach((what, n) -> all.merge(what, n, Long::sum));
    List<String> told = new ArrayList<>(warnings);
    told.addAll(next.warnings);
    List<String> noted = new ArrayList<>(notes);
    noted.addAll(next.notes);
    return new Outcome(all, told, noted, wrong || next.wrong);
  }
}
