package gouji.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNameTest {

  @ParameterizedTest
  @CsvSource({
    "弋阳县人民政府, 弋阳县",
    "弋阳县政府, 弋阳县",
    "弋阳县, 弋阳县",
    "弋阳县曹溪镇人民政府, 弋阳县曹溪镇",
    "城东街道办事处, 城东街道",
    "弋阳县人民政府办公室, 弋阳县人民政府办公室",
    "市人民政府, 市人民政府"
  })
  void callsAGovernmentByItsArea(String unit, String plain) {
    assertThat(UnitName.plain(unit)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "弋阳县曹溪镇, town, 弋阳县, county, true",
    "弋阳县教育局, department, 弋阳县, county, true",
    "弋阳县市场监督管理局, department, 弋阳县, county, true",
    "弋阳县乡村振兴局, department, 弋阳县, county, true",
    "上饶市弋阳县, county, 上饶市, city, true",
    "弋阳县工业园区, county, 弋阳县, county, false",
    "弋阳县, county, 弋阳县, county, false",
    "铅山县永平镇, town, 弋阳县, county, false",
    "沙市区教育局, department, 沙市, city, false",
    "津市市教育局, department, 津市, city, false",
    "通州区, county, 通州, city, false",
    "弋阳县教育局招生办, department, 弋阳县教育局, department, false",
    "弋阳县税务局, department, 弋阳县, county, false",
    "弋阳县人民法院, department, 弋阳县, county, false",
    "城东社区卫生站, department, 城东社区, county, false"
  })
  void isBelowOnlyWhereNameAndLevelBothSayIt(
      String unit, String level, String above, String levelAbove, boolean isBelow) {
    assertThat(UnitName.isBelow(unit, level, above, levelAbove)).isEqualTo(isBelow);
  }
}
