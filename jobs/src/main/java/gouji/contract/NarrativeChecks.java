package gouji.contract;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks narratives: their slots, and the figures that they state. */
final class NarrativeChecks {
  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)%?}");

  private final Checked checked;
  private final Set<String> figures = new TreeSet<>();

  NarrativeChecks(Checked checked) {
    this.checked = checked;
    figures.addAll(checked.indicators());
    checked
        .declared()
        .forms()
        .values()
        .forEach(f -> f.cells().forEach(c -> figures.add(c.address())));
  }

  void run(Narrative narrative) {
    if (narrative.rule() != null) {
      checked.known(narrative, "rule", "there is no rule", narrative.rule(), checked.rules());
    }
    for (int i = 0; i < narrative.patterns().size(); i++) {
      pattern(narrative, i);
    }
    for (Narrative.State state : narrative.states()) {
      for (int i = 0; i < state.figures().size(); i++) {
        String figure = state.figures().get(i);
        if (figures.stream().noneMatch(f -> isMeant(figure, f))) {
          checked.wrong(
              state, "figures", i, Checked.unknown("there is no figure", figure, figures));
        }
      }
    }
  }

  /** Whether a figure that may end its row with a star means that one. */
  static boolean isMeant(String figure, String one) {
    int star = figure.indexOf('*');
    return star < 0
        ? figure.equals(one)
        : one.startsWith(figure.substring(0, star)) && one.endsWith(figure.substring(star + 1));
  }

  private void pattern(Narrative narrative, int at) {
    Set<String> slots = new TreeSet<>();
    Matcher slot = SLOT.matcher(narrative.patterns().get(at));
    while (slot.find()) {
      slots.add(slot.group(1));
    }
    String rest = slot.replaceAll("");
    if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      checked.wrong(
          narrative, "patterns", at, "a slot is small letters in curly brackets: {n} or {rate%}");
    }
    for (Narrative.State state : narrative.states()) {
      if (state.slot() != null && !slots.contains(state.slot())) {
        checked.wrong(
            narrative,
            "patterns",
            at,
            "the pattern lacks the slot %s; put {%s} where its number stands"
                .formatted(state.slot(), state.slot()));
      }
    }
  }
}
