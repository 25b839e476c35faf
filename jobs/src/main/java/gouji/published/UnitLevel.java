package gouji.published;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the level of a unit from its name. */
final class UnitLevel {
  private static final Pattern OFFICE = Pattern.compile("(.+?)(?:人民)?政府(?:办公厅|办公室)?(?:\\(.*\\))?");
  private static final Pattern TOWN = Pattern.compile(".*(?:镇|乡|街道|街道办事处|苏木)");
  private static final Pattern COUNTY = Pattern.compile(".*(?:县|区|旗)");
  private static final Pattern PROVINCE = Pattern.compile(".*(?:省|自治区)");
  private static final Pattern CITY = Pattern.compile(".*(?:市|自治州|州|地区|盟)");
  private static final Set<String> MUNICIPALITIES = Set.of("北京市", "上海市", "天津市", "重庆市");

  private UnitLevel() {}

  /** The level as the register of units spells it; empty for a unit without a name. */
  static String of(String unit) {
    if (unit.isEmpty()) {
      return "";
    }
    Matcher office = OFFICE.matcher(unit);
    String place = office.matches() ? office.group(1) : unit;
    if (MUNICIPALITIES.contains(place)) {
      return "province";
    }
    if (TOWN.matcher(place).matches()) {
      return "town";
    }
    if (PROVINCE.matcher(place).matches()) {
      return "province";
    }
    if (COUNTY.matcher(place).matches()) {
      return "county";
    }
    return CITY.matcher(place).matches() ? "city" : "department";
  }
}
