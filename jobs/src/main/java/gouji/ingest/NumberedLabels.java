package gouji.ingest;

import gouji.contract.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels of numbered rows under heads, such as {@code (三)不予公开 1.属于国家秘密}: they are known with and
 * without any of the numbers, and without the heads from the left.
 */
final class NumberedLabels {
  private static final Pattern DROPPED = Pattern.compile("[\\s\\p{Z}\"'“”‘’「」『』/:>—-]+");
  private static final Pattern NUMBER =
      Pattern.compile("\\(([一二三四五六七八九十]+)\\)[、.]?|([一二三四五六七八九十]+)[、.]|\\(?([0-9]+)\\)?[、.]?");

  private NumberedLabels() {}

  /** Every spelling of a label in its plain form; none when it carries no number. */
  static List<String> spellings(String label) {
    String plain = plain(label);
    List<String> spellings = new ArrayList<>();
    if (plain.indexOf('<') < 0) {
      return spellings;
    }
    for (String part : plain.split("(?=<)", -1)) {
      String bare = part.substring(part.indexOf('>') + 1);
      List<String> longer = new ArrayList<>(List.of(part, bare));
      for (String head : spellings) {
        longer.add(head + part);
        longer.add(head + bare);
      }
      spellings = longer;
    }
    return spellings;
  }

  /** A text without spaces, quotes and strokes, its numbers in one shape: {@code <三>不予公开<1>…}. */
  static String plain(String text) {
    String bare = DROPPED.matcher(Labels.normal(text)).replaceAll("");
    Matcher numbers = NUMBER.matcher(bare);
    return numbers.replaceAll(
        n ->
            "<"
                + (n.group(1) != null ? n.group(1) : n.group(2) != null ? n.group(2) : n.group(3))
                + ">");
  }
}
