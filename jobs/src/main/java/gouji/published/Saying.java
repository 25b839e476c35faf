package gouji.published;

import gouji.contract.Narrative;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which sentences say something.
 *
 * @param narrative what it says
 * @param pattern the words, with a group for each slot
 */
record Saying(Narrative narrative, Pattern pattern) {
  /** Words that count cases and documents; reports take one for another. */
  private static final String COUNTED = "件条起份宗次例项个篇";

  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)(%?)}|…");
  private static final String GAP = "[^。;0-9]{0,20}?";
  private static final String RATE = "[0-9]+(?:\\.[0-9]+)?";

  /** What may stand between words and the number that they are about. */
  private static final String LINK = "(?:的|数量|总数|总量|件数|数)?(?:共计|合计|总计|达到|共|为|有|达|计|了)?:?";

  /** Several things before one number: it is that of all of them. */
  private static final String NOT_JOINED = "(?<![^" + COUNTED + "0-9%)][、或和及与])";

  private static final String NOT_WITHIN = "(?<![0-9.]|[0-9],)";

  /** A pattern of a narrative, read in one spelling. */
  static Saying of(Narrative narrative, String pattern, Spellings spellings) {
    String plain = spellings.plain(pattern.replace("…", "\u0001")).replace("\u0001", "…");
    plain = plain.replaceAll("[\\s\"“”]", "");
    StringBuilder compiled = new StringBuilder(NOT_JOINED);
    Matcher slot = SLOT.matcher(plain);
    int from = 0;
    while (slot.find()) {
      compiled.append(words(plain.substring(from, slot.start()), from > 0));
      boolean isBehindWords = slot.start() > from;
      if (slot.group(1) == null) {
        compiled.append(GAP);
      } else {
        compiled.append(isBehindWords ? LINK : NOT_WITHIN).append(number(slot));
      }
      from = slot.end();
    }
    compiled.append(words(plain.substring(from), from > 0));
    return new Saying(narrative, Pattern.compile(compiled.toString()));
  }

  private static String number(Matcher slot) {
    boolean isRate = !slot.group(2).isEmpty();
    String number = isRate ? RATE : ChineseNumber.PATTERN;
    return "(?<" + slot.group(1) + ">" + number + ")" + (isRate ? "%" : "");
  }

  private static String words(String words, boolean isBehindSlot) {
    boolean isCounted =
        isBehindSlot && !words.isEmpty() && (words.charAt(0) == '件' || words.charAt(0) == '条');
    return isCounted
        ? "[" + COUNTED + "]" + Pattern.quote(words.substring(1))
        : Pattern.quote(words);
  }

  /** Where a sentence says it; empty when it does not, or is about something else. */
  Optional<Matcher> find(String sentence) {
    boolean isMeant =
        (narrative.needs().isEmpty() || narrative.needs().stream().anyMatch(sentence::contains))
            && narrative.unless().stream().noneMatch(sentence::contains);
    Matcher found = pattern.matcher(sentence);
    return isMeant && found.find() ? Optional.of(found) : Optional.empty();
  }
}
