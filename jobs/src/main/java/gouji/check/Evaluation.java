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
import java.util.function.Predicate;

/** Evaluates every assertion over one vector; free of Spark. */
final class Evaluation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Assertions assertions;
  private final Slots slots;
  private final Map<String, List<Asked>> byForm = new HashMap<>();

  /** What can be told from what was supplied: as many sets as roots differ in, at most. */
  private final Map<String, Map<Set<String>, BitSet>> supplied = new HashMap<>();

  Evaluation(Assertions assertions) {
    this.assertions = assertions;
    slots = new Slots(assertions);
    for (String form : assertions.forms()) {
      byForm.put(form, Asked.of(assertions.of(form), slots, form));
      supplied.put(form, new ConcurrentHashMap<>());
    }
  }

  /** The numbers of all figures. */
  Slots slots() {
    return slots;
  }

  /** The verdicts of every instance, source and scope. */
  List<Verdict> verdicts(Vector vector) {
    return verdicts(vector, r -> true);
  }

  /** The verdicts of the instances of some rules. */
  List<Verdict> verdicts(Vector vector, Predicate<Rule> which) {
    String form = vector.place().form();
    List<Verdict> verdicts = new ArrayList<>();
    if (!byForm.containsKey(form)) {
      return verdicts;
    }
    BitSet told = supplied.get(form).computeIfAbsent(vector.place().supplied(), s -> told(form, s));
    vector.joinScopes();
    Lookup lookup = new Lookup(assertions, vector, told);
    for (Asked one : byForm.get(form)) {
      if (which.test(one.assertion().rule())
          && one.isOf(vector.place().year())
          && one.isThere(vector)) {
        verdicts.add(new Judge(one, lookup).verdict());
      }
    }
    return verdicts;
  }

  private BitSet told(String form, Set<String> given) {
    BitSet told = new BitSet(slots.size());
    for (int slot = 0; slot < slots.size(); slot++) {
      Figure figure = slots.figure(form, slot);
      told.set(slot, figure != null && given.containsAll(figure.operands()));
    }
    return told;
  }
}
