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
import java.util.stream.Stream;

/** Evaluates every assertion over one vector; free of Spark. */
final class Evaluation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Assertions assertions;
  private final Slots slots;
  private final Map<String, List<Group>> byForm = new HashMap<>();

  /** What can be told from what was supplied: as many sets as roots differ in, at most. */
  private final Map<String, Map<Set<String>, BitSet>> supplied = new HashMap<>();

  /** What means the same in a form and in that of last year. */
  private final Map<String, Map<String, BitSet>> comparable = new HashMap<>();

  Evaluation(Assertions assertions) {
    this.assertions = assertions;
    slots = new Slots(assertions);
    for (String form : assertions.forms()) {
      byForm.put(form, groups(Asked.of(assertions.of(form), slots, form)));
      supplied.put(form, new ConcurrentHashMap<>());
      comparable.put(form, new ConcurrentHashMap<>());
    }
  }

  /** The numbers of all figures. */
  Slots slots() {
    return slots;
  }

  private List<Group> groups(List<Asked> all) {
    Map<List<Object>, List<Asked>> alike = new LinkedHashMap<>();
    for (Asked one : all) {
      List<Object> key =
          List.of(
              one.assertion().rule().id(),
              one.shown(),
              one.source(),
              one.scope(),
              one.namesScope(),
              one.assertion().wholeCell());
      alike.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
    return alike.values().stream().map(a -> new Group(List.copyOf(a), slots.size())).toList();
  }

  private Stream<Group> groups(Vector vector) {
    return byForm.getOrDefault(vector.place().form(), List.of()).stream()
        .filter(g -> g.isFor(vector));
  }

  /** The verdicts of every instance, source and scope; those of one rule next to each other. */
  List<Verdict> verdicts(Vector vector) {
    return verdicts(vector, groups(vector));
  }

  /**
   * Counts the same verdicts in a fraction of the time; gives those that do not plainly hold, and
   * are not about a cell that was left out.
   */
  List<Verdict> others(Vector vector, Tally tally) {
    Numbers numbers = new Numbers(lookup(vector), Vector.KINDS * slots.size());
    List<Verdict> others = new ArrayList<>();
    groups(vector).forEach(g -> g.judge(numbers, tally, others));
    tally.add(vector.place().year(), others);
    return others;
  }

  /** The verdicts of the instances of one rule. */
  List<Verdict> verdicts(Vector vector, Rule rule) {
    return verdicts(vector, groups(vector).filter(g -> g.rule().id().equals(rule.id())));
  }

  private List<Verdict> verdicts(Vector vector, Stream<Group> groups) {
    Lookup lookup = lookup(vector);
    return groups
        .flatMap(g -> g.asked().stream())
        .map(a -> new Judge(a, lookup).verdict())
        .toList();
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
