package gouji.job;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of a unit as far as it is certain whom it means. A government is called by its area: 弋阳县
 * and 弋阳县人民政府 are one, and so are 城东街道 and 城东街道办事处. An office (弋阳县人民政府办公室) is a unit of its own,
 * for its report may be about itself only.
 */
final class UnitName {
  private static final Pattern GOVERNMENT =
      Pattern.compile("(?<=\\p{IsHan}{2})人民政府$|(?<=\\p{IsHan}{2})(?<!人民)政府$|(?<=街道)办事处$");
  private static final Pattern AREA =
      Pattern.compile(".+(?:省|自治区|市|自治州|地区|盟|县|(?<!社)区|旗|镇|乡|街道|苏木)");

  /** Begins that belong to the name of an area (沙市 is not above 沙市区), and not to one below it. */
  private static final Pattern GOES_ON = Pattern.compile("[省市州县区旗盟镇乡](?!场|村).*|.");

  /** Bodies that no local government answers for, though their names begin with its area. */
  private static final Pattern APART =
      Pattern.compile(".*(?:税务局|气象局|海关|海事局|烟草专卖局|邮政管理局|调查队|法院|检察院|公司|医院|学校|中学|小学|大学|学院)");

  private static final List<String> LEVELS =
      List.of("province", "city", "county", "town", "department");

  private UnitName() {}

  /** The name without the words that say that it is a government. */
  static String plain(String unit) {
    return GOVERNMENT.matcher(unit).replaceFirst("");
  }

  /**
   * Whether a unit is certainly below another one, by plain names and levels: its name goes on
   * where that of an area ends, and its level is lower.
   */
  static boolean isBelow(String unit, String level, String above, String levelAbove) {
    return unit.length() > above.length()
        && unit.startsWith(above)
        && LEVELS.indexOf(level) > LEVELS.indexOf(levelAbove)
        && LEVELS.contains(levelAbove)
        && AREA.matcher(above).matches()
        && !GOES_ON.matcher(unit.substring(above.length())).matches()
        && !APART.matcher(unit).matches();
  }
}
