package gouji.published;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of a report, without space and quotation marks, each with its line. */
final class Prose {
  private static final Pattern END = Pattern.compile("[。;!?]");

  /** A line that no sentence goes on with: a numbered heading, or the title. */
  private static final Pattern HEADING =
      Pattern.compile(
          "(?:[一二三四五六七八九十]+、|\\([一二三四五六七八九十]+\\))[^。;,]{1,25}" + "|[^。;,]{0,50}(?:公开工作|年度报告|年报)");

  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\"“”‘’'「」『』]");
  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年");

  private Prose() {}

  /** A sentence with its line. */
  record Sentence(String text, int line) {
    /** Whether it names another year than the report's. */
    boolean isOfAnotherYear(Integer year) {
      Matcher named = YEAR.matcher(text);
      while (named.find()) {
        if (year != null && !named.group(1).equals(year.toString())) {
          return true;
        }
      }
      return false;
    }

    /** The sentence as people may see it. */
    String shown() {
      return PersonalNumbers.masked(text);
    }
  }

  static List<Sentence> sentences(SourceText source, Spellings spellings) {
    List<Sentence> sentences = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int line = 0;
    for (SourceLine one : source.lines()) {
      if (one.shape() != SourceLine.Shape.PLAIN) {
        close(sentences, open, line);
        continue;
      }
      String text = UNSEEN.matcher(spellings.plain(one.cells().get(0).raw())).replaceAll("");
      if (HEADING.matcher(text).matches()) {
        close(sentences, open, line);
        continue;
      }
      Matcher end = END.matcher(text);
      int from = 0;
      while (end.find()) {
        line = open.isEmpty() ? one.cells().get(0).position().line() : line;
        open.append(text, from, end.end());
        close(sentences, open, line);
        from = end.end();
      }
      line = open.isEmpty() ? one.cells().get(0).position().line() : line;
      open.append(text.substring(from));
    }
    close(sentences, open, line);
    return sentences;
  }

  private static void close(List<Sentence> sentences, StringBuilder open, int line) {
    if (!open.isEmpty()) {
      sentences.add(new Sentence(open.toString(), line));
      open.setLength(0);
    }
  }
}
