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
import java.util.regex.Pattern;

/** Finds in the sentences of a report what declared patterns say of cells and indicators. */
final class NarrativeReading {
  private static final String RULE = "text.cell";
  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)(%?)}|…");
  private static final String GAP = "[^。;0-9]{0,20}?";
  private static final Pattern PARTS =
      Pattern.compile("(" + ChineseNumber.PATTERN + ")([项件条个次家份])(?:\\([^)]*\\))?,其中:?([^。;]+)");

  private final List<Saying> sayings = new ArrayList<>();
  private final Spellings spellings;

  /** One way of saying something. */
  private record Saying(Narrative narrative, Pattern pattern) {}

  /** Where a saying was found in a sentence. */
  private record Match(Saying saying, Matcher found) {}

  NarrativeReading(Collection<Narrative> narratives, Spellings spellings) {
    this.spellings = spellings;
    for (Narrative narrative : narratives) {
      narrative.patterns().forEach(p -> sayings.add(new Saying(narrative, compiled(p))));
    }
  }

  private Pattern compiled(String pattern) {
    String plain = spellings.plain(pattern.replace("…", "\u0001")).replace("\u0001", "…");
    plain = plain.replaceAll("[\\s\"“”]", "");
    StringBuilder compiled = new StringBuilder();
    Matcher slot = SLOT.matcher(plain);
    int from = 0;
    while (slot.find()) {
      compiled.append(Pattern.quote(plain.substring(from, slot.start())));
      if (slot.group(1) == null) {
        compiled.append(GAP);
      } else {
        String rate = slot.group(2).isEmpty() ? "" : "%";
        compiled.append("(?<").append(slot.group(1)).append('>');
        compiled.append(rate.isEmpty() ? ChineseNumber.PATTERN : "[0-9]+(?:\\.[0-9]+)?");
        compiled.append(')').append(rate);
      }
      from = slot.end();
    }
    return Pattern.compile(compiled.append(Pattern.quote(plain.substring(from))).toString());
  }

  /** What the text states of figures that the form has, or that are indicators. */
  List<Statement> statements(
      List<Prose.Sentence> sentences, Form form, Set<String> indicators, Integer year) {
    Set<String> known = new TreeSet<>(indicators);
    form.cells().forEach(c -> known.add(c.address()));
    List<Statement> statements = new ArrayList<>();
    for (Prose.Sentence sentence : sentences) {
      if (!sentence.isOfAnotherYear(year)) {
        matches(sentence.text()).forEach(m -> add(statements, m, sentence, known));
      }
    }
    return statements;
  }

  /** The sayings of a sentence; of those that overlap the longest. */
  private List<Match> matches(String text) {
    List<Match> all = new ArrayList<>();
    for (Saying saying : sayings) {
      Matcher found = saying.pattern().matcher(text);
      if (found.find()) {
        all.add(new Match(saying, found));
      }
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

  /** Wholes with the parts that their sentences list: 227条,其中工作动态85条,公告公示21条. */
  static List<ListedParts> parts(List<Prose.Sentence> sentences) {
    List<ListedParts> listed = new ArrayList<>();
    for (Prose.Sentence sentence : sentences) {
      Matcher whole = PARTS.matcher(sentence.text());
      if (whole.find() && !whole.group(3).contains("等") && !whole.group(3).contains("主要")) {
        Matcher part =
            Pattern.compile("(" + ChineseNumber.PATTERN + ")" + whole.group(2) + "(?=[,、。;]|$)")
                .matcher(whole.group(3));
        List<BigDecimal> parts = new ArrayList<>();
        while (part.find()) {
          parts.add(ChineseNumber.of(part.group(1)));
        }
        if (parts.size() > 1 && !parts.contains(null)) {
          listed.add(
              new ListedParts(
                  ChineseNumber.of(whole.group(1)), parts, sentence.shown(), sentence.line()));
        }
      }
    }
    return listed;
  }
}
