package gouji.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;

/**
 * A cell as somebody wrote it: a number, or what stands in its place. Numbers are exact, and how
 * many decimals were written is kept, for it tells how far the number was rounded.
 *
 * @param state what it is
 * @param number the number; null unless it is one
 * @param decimals how many decimals were written; below 0 for a number of ten thousands
 * @param raw the text as written
 */
public record Written(State state, BigDecimal number, int decimals, String raw)
    implements Serializable {
  private static final Set<String> NOT_APPLICABLE = Set.of("/", "-", "—", "——", "无", "不适用");
  private static final List<String> COUNTED =
      List.of(
          "项", "个", "件", "条", "次", "家", "份", "种", "宗", "起", "人", "篇", "部", "类", "例", "户", "笔", "%");
  private static final Set<String> MINUS = Set.of("-", "−", "减少", "减");
  private static final List<String> SIGNS = List.of("+", "-", "−", "增加", "新增", "增", "减少", "减");
  private static final String TEN_THOUSAND_YUAN = "万元";
  private static final String YUAN = "元";
  private static final int TEN_THOUSAND = 4;
  private static final int GROUP = 3;

  /** What stands in a cell. */
  public enum State {
    /** A number. */
    NUMBER,
    /** Nothing, in a table that is there. */
    BLANK,
    /** A mark that there is nothing to say: {@code /}, {@code -}, 无. */
    NOT_APPLICABLE,
    /** Something else. */
    TEXT,
    /** The table, the filing or the year is not there at all. */
    ABSENT
  }

  /** Nothing at all. */
  public static final Written NOTHING = new Written(State.ABSENT, null, 0, "");

  /** An empty cell. */
  public static final Written EMPTY = new Written(State.BLANK, null, 0, "");

  /**
   * What is filed for a cell that a published report has, but of which nobody can say for certain
   * what stands there. It is a text: no rule says anything of it.
   */
  public static final String UNREAD = "（未读出）";

  /** A number that was computed: exact. */
  public static Written computed(BigDecimal number) {
    return new Written(State.NUMBER, number, Math.max(0, number.scale()), "");
  }

  /**
   * Reads a cell.
   *
   * @param raw the text; null as empty
   * @param unit the unit of the cell's numbers, such as 万元; null for plain counts
   */
  public static Written of(String raw, String unit) {
    String text =
        raw == null ? "" : Labels.trimmed(Normalizer.normalize(raw, Normalizer.Form.NFKC));
    if (text.isEmpty()) {
      return new Written(State.BLANK, null, 0, raw == null ? "" : raw);
    }
    if (NOT_APPLICABLE.contains(text)) {
      return new Written(State.NOT_APPLICABLE, null, 0, raw);
    }
    Written number = number(withoutNote(text), unit, raw);
    return number == null ? new Written(State.TEXT, null, 0, raw) : number;
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return state == State.NUMBER;
  }

  /** Whether the cell is there, and what stands in it was not read. */
  public boolean isUnread() {
    return state == State.TEXT && UNREAD.equals(raw);
  }

  /** Whether it is a number with a sign before it, as only changes are written. */
  public boolean isSigned() {
    String text = Labels.trimmed(Normalizer.normalize(raw, Normalizer.Form.NFKC));
    return isNumber() && SIGNS.stream().anyMatch(text::startsWith);
  }

  /** Whether nothing was said in a table that is there: a blank, or a mark for none. */
  public boolean isLeftBlank() {
    return state == State.BLANK || state == State.NOT_APPLICABLE;
  }

  private static Written number(String text, String unit, String raw) {
    String digits = text;
    boolean minus = false;
    for (String sign : SIGNS) {
      if (digits.startsWith(sign)) {
        minus = MINUS.contains(sign);
        digits = Labels.trimmed(digits.substring(sign.length()));
        break;
      }
    }
    int places = 0;
    if (digits.endsWith(TEN_THOUSAND_YUAN)) {
      digits = without(digits, TEN_THOUSAND_YUAN);
      places = YUAN.equals(unit) ? TEN_THOUSAND : 0;
    } else if (digits.endsWith(YUAN)) {
      digits = without(digits, YUAN);
      places = TEN_THOUSAND_YUAN.equals(unit) ? -TEN_THOUSAND : 0;
    } else {
      for (String counted : COUNTED) {
        if (digits.endsWith(counted)) {
          digits = without(digits, counted);
          break;
        }
      }
    }
    BigDecimal plain = plain(digits);
    if (plain == null) {
      return null;
    }
    int decimals = plain.scale();
    BigDecimal number = plain.scaleByPowerOfTen(places);
    return new Written(State.NUMBER, minus ? number.negate() : number, decimals - places, raw);
  }

  /** Digits with a decimal point and separators in their right places; null for anything else. */
  private static BigDecimal plain(String text) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String decimals = point < 0 ? "" : text.substring(point + 1);
    String[] groups = whole.split(",", -1);
    for (int i = 0; i < groups.length; i++) {
      boolean isSound =
          groups.length == 1
              || (i == 0 ? groups[i].length() <= GROUP : groups[i].length() == GROUP);
      if (!isSound || !isDigits(groups[i])) {
        return null;
      }
    }
    if (point >= 0 && !isDigits(decimals)) {
      return null;
    }
    String joined = String.join("", groups);
    return new BigDecimal(point < 0 ? joined : joined + "." + decimals);
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String without(String text, String end) {
    return Labels.trimmed(text.substring(0, text.length() - end.length()));
  }

  /** The text without a note in brackets behind it. */
  private static String withoutNote(String text) {
    if (!text.endsWith(")")) {
      return text;
    }
    int depth = 0;
    for (int at = text.length() - 1; at > 0; at--) {
      if (text.charAt(at) == ')') {
        depth++;
      } else if (text.charAt(at) == '(') {
        depth--;
        if (depth == 0) {
          return Labels.trimmed(text.substring(0, at));
        }
      }
    }
    return text;
  }
}
