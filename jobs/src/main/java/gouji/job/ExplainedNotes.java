package gouji.job;

import gouji.contract.Declarations;
import gouji.measure.Breakdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What else is to be told of a figure: why there is none, and how its records are to be read.
 *
 * @param missing data sets and facts of the figure that were not supplied
 * @param given whether the records give a figure that is neither 0 nor absent
 * @param lines how many lines tell its records
 */
record ExplainedNotes(
    Declarations declared,
    Breakdown breakdown,
    Area area,
    Set<String> missing,
    boolean given,
    long lines) {

  /** The notes, one sentence each. */
  List<String> all() {
    List<String> notes = new ArrayList<>();
    if (!given) {
      addWhyNone(notes);
    }
    if (breakdown.isAsWritten() && given) {
      notes.add("a rate as the unit wrote it, the same in both scopes: it is never summed.");
    }
    if (breakdown.counts(m -> m.overArea())) {
      notes.add("what several units have counts once; each of them shows it in its own figure.");
    }
    if (breakdown.counts(m -> !m.less().isEmpty())) {
      notes.add("records that count both for and against the figure are left out.");
    }
    return notes;
  }

  private void addWhyNone(List<String> notes) {
    missing.forEach(operand -> notes.add(notSupplied(operand)));
    if (!missing.isEmpty()) {
      return;
    }
    if (breakdown.isRate()) {
      notes.add("absent: the denominator is 0.");
    } else if (breakdown.isAsWritten()) {
      notes.add("absent: the unit itself wrote none for the year, and a rate is never summed.");
    } else if (lines == 0) {
      notes.add("0, not absent: records were supplied, but none counts.");
    }
  }

  private String notSupplied(String operand) {
    boolean set = declared.dataSets().containsKey(operand);
    String title =
        set ? declared.dataSet(operand).title() : declared.indicators().get(operand).label();
    return "absent, not 0: nothing was supplied. The %s %s (%s) has no record in the area of %s %s."
        .formatted(set ? "data set" : "fact", operand, title, area.rootId(), area.rootName());
  }
}
