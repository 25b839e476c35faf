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

  /** Titles, and what compares with another year. */
  private static final Pattern ASIDE =
      Pattern.compile("《[^》]*》|,?[^,。;]{0,6}[较比][^,。;]{0,4}20\\d\\d年[^,。;]*");

  private static final Pattern OTHER_PERIOD =
      Pattern.compile(
          "上半年|下半年|季度|历年|近[三五两几]年|(?:实施|施行|开通|成立)以来"
              + "|截[至止][^,。;]{0,8}?(?<![0-9])(?:[1-9]|1[01])月");

  private Prose() {}

  /** A sentence with its line. */
  record Sentence(String text, int line) {
    /** Whether it is about another year than the report's, about part of one, or about several. */
    boolean isOfAnotherPeriod(Integer year) {
      String about = about(year);
      Matcher named = YEAR.matcher(about);
      while (named.find()) {
        if (year != null && !named.group(1).equals(year.toString())) {
          return true;
        }
      }
      return OTHER_PERIOD.matcher(about).find();
    }

    /** Whether it goes on with what the sentence before it is about. */
    boolean isContinued() {
      return text.startsWith("其中");
    }

    /** What it says of the report's year, without titles and comparisons. */
    String about(Integer year) {
      String about = ASIDE.matcher(text).replaceAll("");
      if (year == null) {
        return about;
      }
      String next = "(转[至到入]?|延至)" + (year + 1) + "年(?:度)?";
      String before = (year - 1) + "年(?:度)?结转";
      return about.replaceAll(next, "$1下年度").replaceAll(before, "上年度结转");
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
