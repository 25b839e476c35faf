package gouji.published;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a report says of itself: the year and the unit that it is about.
 *
 * @param year the report year; null when nothing tells it
 * @param yearFrom what tells the year, in Chinese; empty when nothing does
 * @param otherYears further years that title or period name: then one of them is wrong
 * @param unit the unit; empty when nothing tells it
 */
record Heading(Integer year, String yearFrom, List<Integer> otherYears, String unit) {
  private static final int MOST_TITLE_LINES = 40;
  private static final int LONGEST_TITLE = 70;
  private static final Pattern CITED = Pattern.compile("《[^》]{0,200}》|〔[^〕]*〕|﹝[^﹞]*﹞");
  private static final String REPORT = "(?:政府信息公开|信息公开|政务公开)(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)";
  private static final Pattern TITLE =
      Pattern.compile("([\\p{IsHan}()·]{0,40}?)(20\\d\\d)年?度?([\\p{IsHan}()·]{0,40}?)" + REPORT);
  private static final Pattern PERIOD =
      Pattern.compile("(20\\d\\d)年1月1日[起]?[至到~—-]+(?:20\\d\\d年)?12月31日");
  private static final Pattern TEXT =
      Pattern.compile("(20\\d\\d)年度?[^。;,\\d]{0,30}?政府信息(?:与政务)?公开(?:工作|情况)");
  private static final Pattern SHORT =
      Pattern.compile("(20\\d\\d)年(?:年)?报[_\\- ]*([\\p{IsHan}]{2,30})?");
  private static final Pattern ANY = Pattern.compile("(20\\d\\d)年度?[,，]?");
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "(?:现|现将|向社会)公布((?![我全本])[\\p{IsHan}()·]{2,30}?)20\\d\\d年[^。]{0,12}?" + REPORT);
  private static final Pattern UNIT =
      Pattern.compile(
          "20\\d\\d年度?,?((?![我全本今一在经]|通过|利用|依托|按照|根据)[\\p{IsHan}]{1,19}?[府局委办厅院处会所县市区镇乡道心站队署省旗部])"
              + "(?:全年|共|累计|主动)*(?:政府信息公开|主动公开|公开)");

  /** Copies the list. */
  Heading {
    otherYears = List.copyOf(otherYears);
  }

  static Heading of(SourceText text, Spellings spellings) {
    List<String> lines = new ArrayList<>();
    for (SourceLine line : text.lines()) {
      StringBuilder joined = new StringBuilder();
      line.cells().forEach(c -> joined.append(c.raw()));
      String bare = spellings.plain(joined.toString()).replaceAll("[\\s\\p{Z}]", "");
      lines.add(CITED.matcher(bare).replaceAll(""));
    }
    String all = String.join("", lines);
    Matcher title = title(lines);
    Integer titled = title == null ? null : Integer.valueOf(title.group(2));
    Integer period = year(PERIOD, all);
    List<Integer> others = new ArrayList<>();
    if (titled != null && period != null && !titled.equals(period)) {
      others.add(period);
    }
    String unit = title == null ? "" : named(title);
    unit = unit.isEmpty() ? unit(lines) : unit;
    if (titled != null) {
      return new Heading(titled, "标题", others, unit);
    }
    if (period != null) {
      return new Heading(period, "统计期限", others, unit);
    }
    for (Pattern pattern : List.of(TITLE_ANYWHERE, TEXT, SHORT, ANY)) {
      Integer year = year(pattern, all);
      if (year != null) {
        return new Heading(year, "正文", others, unit);
      }
    }
    return new Heading(null, "", others, unit);
  }

  private static final Pattern TITLE_ANYWHERE =
      Pattern.compile("(20\\d\\d)年?度?[\\p{IsHan}()·]{0,40}?" + REPORT);

  private static Integer year(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Integer.valueOf(found.group(1)) : null;
  }

  /** The title, which may stand on two lines; null when there is none. */
  private static Matcher title(List<String> lines) {
    for (int i = 0; i < Math.min(MOST_TITLE_LINES, lines.size()); i++) {
      String one = lines.get(i);
      String two = i + 1 < lines.size() ? one + lines.get(i + 1) : one;
      boolean isNamed = i + 1 < lines.size() && isNamed(lines.get(i + 1));
      for (String text : isNamed ? List.of(one) : List.of(one, two)) {
        Matcher found = TITLE.matcher(text);
        if (text.length() <= LONGEST_TITLE && found.find() && isAtBegin(found)) {
          return found;
        }
      }
    }
    return null;
  }

  /** Whether a line is a title with a unit, to which the line before it does not belong. */
  private static boolean isNamed(String line) {
    Matcher found = TITLE.matcher(line);
    return line.length() <= LONGEST_TITLE
        && found.find()
        && isAtBegin(found)
        && !named(found).isEmpty();
  }

  /** Whether nothing but a short word stands before a title: then it is none of a sentence. */
  private static boolean isAtBegin(Matcher found) {
    return found.start() <= 2;
  }

  private static String named(Matcher title) {
    String before = title.group(1).replaceAll("^关于|关于$", "");
    String behind = title.group(3).replaceFirst("^关于", "");
    return before.length() >= 2 ? before : behind.length() >= 2 ? behind : "";
  }

  private static String unit(List<String> lines) {
    for (String line : lines) {
      Matcher published = PUBLISHED.matcher(line);
      if (published.find()) {
        return published.group(1);
      }
      Matcher unit = UNIT.matcher(line);
      if (unit.find()) {
        return unit.group(1);
      }
      Matcher shortOne = SHORT.matcher(line);
      if (shortOne.find() && shortOne.group(2) != null) {
        return shortOne.group(2);
      }
    }
    return "";
  }
}
