package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.Figure;
import gouji.contract.Rule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Evaluates every assertion over one vector; free of Spark. */
final class Evaluation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Assertions assertions;
  private final Slots slots;
  private final Map<String, List<Asked>> byForm = new HashMap<>();

  /** What can be told from what was supplied: as many sets as roots differ in, at most. */
  private final Map<String, Map<Set<String>, BitSet>> supplied = new HashMap<>();

  /** What means the same in a form and in that of last year. */
  private final Map<String, Map<String, BitSet>> comparable = new HashMap<>();

  Evaluation(Assertions assertions) {
    this.assertions = assertions;
    slots = new Slots(assertions);
    for (String form : assertions.forms()) {
      byForm.put(form, Asked.of(assertions.of(form), slots, form));
      supplied.put(form, new ConcurrentHashMap<>());
      comparable.put(form, new ConcurrentHashMap<>());
    }
  }

  /** The numbers of all figures. */
  Slots slots() {
    return slots;
  }

  /** The verdicts of every instance, source and scope; those of one rule next to each other. */
  List<Verdict> verdicts(Vector vector) {
    return verdicts(vector, byForm.getOrDefault(vector.place().form(), List.of()), false);
  }

  /** The same, in a fraction of the time; what plainly holds comes without its figures. */
  List<Verdict> briefly(Vector vector) {
    return verdicts(vector, byForm.getOrDefault(vector.place().form(), List.of()), true);
  }

  /** The verdicts of the instances of one rule. */
  List<Verdict> verdicts(Vector vector, Rule rule) {
    String form = vector.place().form();
    return verdicts(vector, Asked.of(assertions.of(form, rule), slots, form), false);
  }

  private List<Verdict> verdicts(Vector vector, List<Asked> all, boolean isBrief) {
    Lookup lookup = lookup(vector);
    PlainCheck plain = new PlainCheck(lookup);
    int year = vector.place().year();
    List<Verdict> verdicts = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      Asked one = all.get(i);
      if (one.isOf(year) && one.isThere(vector)) {
        Verdict said = isBrief ? plain.find(one) : null;
        verdicts.add(said == null ? new Judge(one, lookup).verdict() : said);
      }
    }
    return verdicts;
  }

  private Lookup lookup(Vector vector) {
    String form = vector.place().form();
    vector.settle();
    BitSet told =
        supplied.containsKey(form)
            ? supplied.get(form).computeIfAbsent(vector.place().supplied(), s -> told(form, s))
            : new BitSet();
    String last = vector.place().lastForm();
    BitSet same =
        comparable.containsKey(form) && last != null
            ? comparable.get(form).computeIfAbsent(last, l -> same(form, l))
            : new BitSet();
    return new Lookup(vector, told, same);
  }

  private BitSet told(String form, Set<String> given) {
    BitSet told = new BitSet(slots.size());
    for (int slot = 0; slot < slots.size(); slot++) {
      Figure figure = slots.figure(form, slot);
      told.set(slot, figure != null && given.containsAll(figure.operands()));
    }
    return told;
  }

  private BitSet same(String form, String last) {
    BitSet same = new BitSet(slots.size());
    for (int slot = 0; slot < slots.size(); slot++) {
      same.set(slot, assertions.isComparable(form, last, slots.address(slot)));
    }
    return same;
  }
}
