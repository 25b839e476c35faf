package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.Figure;
import gouji.contract.Rule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Evaluates every assertion over one vector; free of Spark. */
final class Evaluation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Assertions assertions;
  private final Slots slots;
  private final Map<String, Map<String, List<Asked>>> byForm = new HashMap<>();

  /** What can be told from what was supplied: as many sets as roots differ in, at most. */
  private final Map<String, Map<Set<String>, BitSet>> supplied = new HashMap<>();

  Evaluation(Assertions assertions) {
    this.assertions = assertions;
    slots = new Slots(assertions);
    for (String form : assertions.forms()) {
      Map<String, List<Asked>> byRule = new LinkedHashMap<>();
      for (Asked one : Asked.of(assertions.of(form), slots, form)) {
        byRule.computeIfAbsent(one.assertion().rule().id(), r -> new ArrayList<>()).add(one);
      }
      byForm.put(form, byRule);
      supplied.put(form, new ConcurrentHashMap<>());
    }
  }

  /** The numbers of all figures. */
  Slots slots() {
    return slots;
  }

  /** The verdicts of every instance, source and scope; those of one rule next to each other. */
  List<Verdict> verdicts(Vector vector) {
    List<Verdict> verdicts = new ArrayList<>();
    Lookup lookup = lookup(vector);
    byForm
        .getOrDefault(vector.place().form(), Map.of())
        .values()
        .forEach(asked -> judge(asked, lookup, verdicts));
    return verdicts;
  }

  /** The verdicts of the instances of one rule. */
  List<Verdict> verdicts(Vector vector, Rule rule) {
    List<Verdict> verdicts = new ArrayList<>();
    Map<String, List<Asked>> byRule = byForm.getOrDefault(vector.place().form(), Map.of());
    judge(byRule.getOrDefault(rule.id(), List.of()), lookup(vector), verdicts);
    return verdicts;
  }

  private Lookup lookup(Vector vector) {
    String form = vector.place().form();
    vector.joinScopes();
    BitSet told =
        supplied.containsKey(form)
            ? supplied.get(form).computeIfAbsent(vector.place().supplied(), s -> told(form, s))
            : new BitSet();
    return new Lookup(assertions, vector, told);
  }

  private static void judge(List<Asked> asked, Lookup lookup, List<Verdict> verdicts) {
    for (Asked one : asked) {
      if (one.isOf(lookup.vector().place().year()) && one.isThere(lookup.vector())) {
        verdicts.add(new Judge(one, lookup).verdict());
      }
    }
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
