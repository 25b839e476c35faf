package gouji.testkit.sample;

import java.util.List;

/** Invented people and companies; their numbers begin with a region that does not exist. */
final class Names {
  private static final List<String> PLACES =
      List.of("云岭", "金禾", "远桥", "星渡", "白鹭", "恒川", "新芽", "松石", "海棠", "同舟", "青禾", "长风");
  private static final List<String> TRADES =
      List.of("建材", "农业", "商贸", "运输", "食品", "餐饮", "医药", "机械", "服装", "矿业", "电子", "物业");
  private static final List<String> SURNAMES =
      List.of("赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫");
  private static final List<String> GIVEN =
      List.of("安", "柏", "辰", "冬", "帆", "谷", "禾", "嘉", "可", "岚", "明", "宁", "平", "秋", "森", "文");

  private final Dice dice;

  Names(Dice dice) {
    this.dice = dice;
  }

  String company() {
    return dice.pick(PLACES) + dice.pick(TRADES) + "有限公司";
  }

  String shop() {
    return dice.pick(PLACES) + dice.pick(TRADES) + "店";
  }

  String person() {
    String second = dice.oneIn(3) ? "" : dice.pick(GIVEN);
    return dice.pick(SURNAMES) + dice.pick(GIVEN) + second;
  }

  String companyNumber() {
    return "91999999MA%08d".formatted(dice.below(100_000_000));
  }

  String personNumber() {
    return "999999%d%02d%02d%04d"
        .formatted(
            dice.between(1950, 2000), dice.between(1, 12), dice.between(1, 28), dice.below(10_000));
  }
}
