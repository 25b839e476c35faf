package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitMapTest {
  private static UnitMap map(String... lines) {
    return UnitMap.of("map.csv", bytes(lines), Taken.DECLARED);
  }

  private static byte[] bytes(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static String unit(UnitMap map, String file, String name) {
    return map.find(file, name).map(u -> u.unitId() + " " + u.scope()).orElse("none");
  }

  @Test
  void tellsTheUnitByTheFileBeforeTheName() {
    UnitMap map =
        map(
            "unit_id,name,file,scope",
            "1,甲县,,",
            "2,,x/乙.txt,own",
            "3,甲县,own.html,本单位",
            ",,,",
            "4,\"丙局,开发区\",,consolidated");

    assertThat(unit(map, "a.txt", "甲县")).isEqualTo("1 consolidated");
    assertThat(unit(map, "x/乙.txt", "甲县")).isEqualTo("2 own");
    assertThat(unit(map, "乙.txt", "")).isEqualTo("none");
    assertThat(unit(map, "own.html", "丁局"))
        .as("the name beside a file is that of this file only")
        .isEqualTo("3 own");
    assertThat(unit(map, "b.txt", "丙局，开发区")).as("widths do not matter").isEqualTo("4 consolidated");
    assertThat(unit(map, "c.txt", "丁局")).isEqualTo("none");
    assertThat(unit(map, "c.txt", "")).isEqualTo("none");
  }

  @Test
  void readsChineseHeadersInGb18030AndLeavesOtherColumnsAlone() {
    byte[] bytes = "单位名称, 单位代码 ,备注\n甲　县,０１\n甲县,01,x\n".getBytes(Charset.forName("GB18030"));

    UnitMap map = UnitMap.of("map.csv", bytes, Taken.DECLARED);

    assertThat(unit(map, "a.txt", "甲县")).isEqualTo("01 consolidated");
    assertThat(map.bytes()).isEqualTo(bytes);
  }

  @Test
  void takesTheRegisterOfUnitsAsAMap() throws IOException {
    byte[] register = Files.readAllBytes(Path.of("data/yiyang/input/units/register.csv"));

    UnitMap map = UnitMap.of("register.csv", register, Taken.DECLARED);

    assertThat(unit(map, "a.txt", "弋阳县")).isEqualTo("361126 consolidated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "name/甲县;map.csv:1;the header is name. It needs unit_id",
        "unit_id/1;map.csv:1;the header is unit_id. It needs unit_id (单位代码), and name",
        "unit_id,name,单位代码/1,甲,1;map.csv:1;the header names 单位代码 twice. Keep one",
        "unit_id,name/1,甲县/2,甲县;map.csv:3;甲县 is 2 (consolidated) here, and 1 (consolidated) before."
            + " Keep one of them, or tell",
        "unit_id,file,scope/1,a.txt,own/1,a.txt,;map.csv:3;a.txt is 1 (consolidated) here, and 1"
            + " (own) before. Keep one of them.",
        "unit_id,name,scope/1,甲县,all;map.csv:2;the scope is all. Write own",
        "unit_id,name/,甲县;map.csv:2;甲县 has no unit_id. Fill it in.",
        "unit_id,name/1,甲\"县;map.csv:2;1,甲\"县 is no row of the header's columns. Put quotes",
        "unit_id,name/1,甲县,乙县;map.csv:2;1,甲县,乙县 is no row of the header's columns"
      })
  void saysWhereItsMistakeIsAndHowToMendIt(String lines, String where, String what) {
    assertThatThrownBy(() -> map(lines.split("/", -1)))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(FailureCode.UNUSABLE))
        .hasMessageStartingWith("the unit map " + where + " cannot be used: ")
        .hasMessageContaining(what);
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatThrownBy(() -> UnitMap.of("map.csv", new byte[] {(byte) 0xff, 0}, Taken.DECLARED))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("its bytes are neither UTF-8 nor GB18030. Save it as CSV in UTF-8");
    assertThatThrownBy(() -> UnitMap.of("map.csv", bytes(" "), Taken.DECLARED))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("it holds nothing but white space");
  }
}
