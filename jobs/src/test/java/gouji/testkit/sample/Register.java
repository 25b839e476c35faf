package gouji.testkit.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The county's organs, 2019 to 2021: one is renamed, one moves, one ends and two begin. */
final class Register {
  static final String COUNTY = "361126";
  static final String OFFICE = department(1);
  static final String FARMING = department(14);
  static final String SERVICE_HALL = department(27);
  static final String ENDED = department(28);

  private static final List<Code> LEVELS =
      Code.list("county 县, department 部门, town 乡镇(街道), city 设区的市, province 省");
  private static final LocalDate START = LocalDate.of(2001, 1, 1);

  private static final List<String> DEPARTMENTS =
      List.of(
          ("政府办公室 发展和改革委员会 教育体育局 工业和信息化局 公安局 民政局 司法局 财政局 人力资源和社会保障局 自然资源局 "
                  + "住房和城乡建设局 交通运输局 水利局 农业农村局 商务局 文化广电旅游局 卫生健康委员会 退役军人事务局 应急管理局 "
                  + "市场监督管理局 城市管理局 林业局 医疗保障局 统计局 审计局 扶贫办公室 政务服务中心 招商局 渔政执法大队")
              .split(" ", -1));

  private static final List<String> TOWNS =
      List.of(
          "城东街道 城西街道 北门街道 青山镇 白石镇 清溪镇 龙泉镇 石桥镇 双河镇 高田乡 竹林乡 梅岭乡 沙湾乡 东塘乡 西坪乡 云峰乡 南湖镇 柳林街道"
              .split(" ", -1));

  private Register() {}

  static String department(int number) {
    return COUNTY + "%03d".formatted(number);
  }

  static String town(int number) {
    return COUNTY + "%03d".formatted(100 + number);
  }

  /** The organs that file records in a year: the county, its departments, its towns. */
  static List<String> filers(int year) {
    Stream<String> departments =
        IntStream.rangeClosed(1, DEPARTMENTS.size())
            .filter(n -> n != 28 || year < 2020)
            .mapToObj(Register::department);
    Stream<String> towns =
        IntStream.rangeClosed(1, TOWNS.size())
            .filter(n -> n <= 16 || year >= 2003 + n)
            .mapToObj(Register::town);
    return Stream.of(Stream.of(COUNTY), departments, towns).flatMap(s -> s).toList();
  }

  /** Departments that are there in every year. */
  static List<String> lasting() {
    return IntStream.rangeClosed(1, 25).mapToObj(Register::department).toList();
  }

  static void write(SampleFolder input) {
    List<Filing> units = new ArrayList<>();
    units.add(unit(COUNTY, "弋阳县", 0, null, START));
    for (int n = 1; n <= DEPARTMENTS.size(); n++) {
      String parent = n == 29 ? FARMING : COUNTY;
      Filing unit = unit(department(n), DEPARTMENTS.get(n - 1), 1, parent, START);
      units.add(n == 28 ? ended(unit) : unit);
    }
    for (int n = 1; n <= TOWNS.size(); n++) {
      LocalDate from =
          n == 17 ? LocalDate.of(2020, 1, 1) : n == 18 ? LocalDate.of(2021, 7, 1) : START;
      units.add(unit(town(n), TOWNS.get(n - 1), 2, COUNTY, from));
    }
    input.write("units/register.csv", Layout.MARKED, units);
    Filing renamed = unit(department(26), "乡村振兴局", 1, COUNTY, LocalDate.of(2021, 6, 1));
    Filing moved = unit(SERVICE_HALL, "政务服务中心", 1, OFFICE, LocalDate.of(2021, 1, 1));
    input.write("units/changes-2021.jsonl", Layout.PLAIN, List.of(renamed, moved));
  }

  private static Filing ended(Filing unit) {
    return unit.with("valid_to", LocalDate.of(2020, 1, 1)).with("successor_id", department(15));
  }

  private static Filing unit(String id, String name, int level, String parent, LocalDate from) {
    return Filing.of("unit_id", id)
        .with("name", name)
        .with("level", LEVELS.get(level))
        .with("parent_id", parent)
        .with("region_code", COUNTY)
        .with("valid_from", from);
  }
}
