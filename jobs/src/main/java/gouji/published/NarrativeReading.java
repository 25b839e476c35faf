package gouji.published;

import gouji.contract.Form;
import gouji.contract.Narrative;
import gouji.contract.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Finds in the sentences of a report what declared patterns say of cells and indicators. */
final class NarrativeReading {
  private static final String RULE = "text.cell";

  private final List<Saying> sayings = new ArrayList<>();

  /** Where a saying was found in a sentence. */
  private record Match(Saying saying, Matcher found) {}

  NarrativeReading(Collection<Narrative> narratives, Spellings spellings) {
    for (Narrative narrative : narratives) {
      narrative.patterns().forEach(p -> sayings.add(Saying.of(narrative, p, spellings)));
    }
  }

  /** What the text states of figures that the form has, or that are indicators. */
  List<Statement> statements(
      List<Prose.Sentence> sentences, Form form, Set<String> indicators, Integer year) {
    Set<String> known = new TreeSet<>(indicators);
    form.cells().forEach(c -> known.add(c.address()));
    List<Statement> statements = new ArrayList<>();
    boolean isOther = false;
    for (Prose.Sentence sentence : sentences) {
      isOther = sentence.isOfAnotherPeriod(year) || (isOther && sentence.isContinued());
      if (!isOther) {
        matches(sentence.about(year)).forEach(m -> add(statements, m, sentence, known));
      }
    }
    return statements;
  }

  /** The sayings of a sentence; of those that overlap the longest. */
  private List<Match> matches(String text) {
    List<Match> all = new ArrayList<>();
    for (Saying saying : sayings) {
      saying.find(text).ifPresent(f -> all.add(new Match(saying, f)));
    }
    all.sort(Comparator.comparingInt(m -> m.found().start() - m.found().end()));
    List<Match> kept = new ArrayList<>();
    for (Match one : all) {
      boolean isFree =
          kept.stream()
              .allMatch(
                  k ->
                      one.found().end() <= k.found().start()
                          || k.found().end() <= one.found().start());
      if (isFree) {
        kept.add(one);
      }
    }
    return kept;
  }

  private static void add(
      List<Statement> statements, Match match, Prose.Sentence sentence, Set<String> known) {
    Narrative narrative = match.saying().narrative();
    for (Narrative.State state : narrative.states()) {
      String raw = state.slot() == null ? state.value() : match.found().group(state.slot());
      BigDecimal number = ChineseNumber.of(raw);
      List<String> figures =
          state.figures().stream()
              .flatMap(f -> known.stream().filter(k -> isMeant(f, k)))
              .distinct()
              .toList();
      if (number != null && !figures.isEmpty()) {
        statements.add(
            new Statement(
                narrative.id(),
                narrative.rule() == null ? RULE : narrative.rule(),
                figures,
                new Written(Written.State.NUMBER, number, Math.max(0, number.scale()), raw),
                sentence.shown(),
                sentence.line()));
      }
    }
  }

  private static boolean isMeant(String figure, String known) {
    int star = figure.indexOf('*');
    return star < 0
        ? figure.equals(known)
        : known.startsWith(figure.substring(0, star)) && known.endsWith(figure.substring(star + 1));
  }
}
