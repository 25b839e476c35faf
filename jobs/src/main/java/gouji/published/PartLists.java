package gouji.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds wholes with the parts that sentences list: 227条,其中工作动态85条,公告公示21条. A list may go on behind
 * a semicolon, stand in brackets, or be the next sentence. One that may leave parts out tells
 * nothing unless its parts add up.
 */
final class PartLists {
  private static final String NUMBER = "[0-9][0-9,]*(?:\\.[0-9]+)?万?";
  private static final String WHOLE = "(?<![近约超0-9.])(" + NUMBER + ")([" + Parts.UNITS + "])";
  private static final String OF_THESE = "其中[:,]?";

  private static final Pattern BEHIND =
      Pattern.compile(WHOLE + "(?:\\([^()]*\\))?," + OF_THESE + "(.+)");
  private static final Pattern IN_BRACKETS =
      Pattern.compile(WHOLE + "\\(" + OF_THESE + "([^()]+)\\)");
  private static final Pattern AT_END = Pattern.compile(WHOLE + "。$");
  private static final Pattern NEXT = Pattern.compile(OF_THESE + "(.+)");

  private final List<Prose.Sentence> sentences;
  private final List<ListedParts> found = new ArrayList<>();

  private PartLists(List<Prose.Sentence> sentences) {
    this.sentences = sentences;
  }

  static List<ListedParts> of(List<Prose.Sentence> sentences) {
    PartLists lists = new PartLists(sentences);
    for (int i = 0; i < sentences.size(); i++) {
      lists.find(i);
    }
    return lists.found;
  }

  private void find(int at) {
    String text = sentences.get(at).text();
    Matcher brackets = IN_BRACKETS.matcher(text);
    while (brackets.find()) {
      add(at, brackets, List.of(brackets.group(3)));
    }
    Matcher behind = BEHIND.matcher(text);
    if (behind.find()) {
      add(at, behind, List.of(behind.group(3), behind.group(3) + rest(at)));
    }
    Matcher end = AT_END.matcher(text);
    if (end.find() && at + 1 < sentences.size() && isOnlyNumber(text, end)) {
      Matcher next = NEXT.matcher(sentences.get(at + 1).text());
      if (next.lookingAt()) {
        add(at, end, List.of(next.group(1), next.group(1) + rest(at + 1)));
      }
    }
  }

  /** What goes on behind a sentence that ends with a semicolon. */
  private String rest(int at) {
    StringBuilder rest = new StringBuilder();
    int one = at;
    while (sentences.get(one).text().endsWith(";") && one + 1 < sentences.size()) {
      one++;
      rest.append(sentences.get(one).text());
    }
    return rest.toString();
  }

  /** Whether a sentence counts nothing else that the next one may be about. */
  private static boolean isOnlyNumber(String text, Matcher end) {
    Matcher number = Pattern.compile("(" + NUMBER + ")" + end.group(2)).matcher(text);
    while (number.find()) {
      if (!number.group(1).equals(end.group(1))) {
        return false;
      }
    }
    return true;
  }

  /** Adds the first reading of a list that adds up or, where none does, the last that tells. */
  private void add(int at, Matcher whole, List<String> readings) {
    BigDecimal number = ChineseNumber.of(whole.group(1));
    Parts told = null;
    for (String reading : readings) {
      Optional<Parts> parts = Parts.of(reading, whole.group(2));
      if (parts.isPresent() && parts.get().sum().compareTo(number) == 0) {
        told = parts.get();
        break;
      }
      told = parts.filter(p -> p.isAll(number)).orElse(told);
    }
    if (told != null) {
      Prose.Sentence sentence = sentences.get(at);
      found.add(new ListedParts(number, told.numbers(), sentence.shown(), sentence.line()));
    }
  }
}
