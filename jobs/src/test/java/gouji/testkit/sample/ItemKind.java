package gouji.testkit.sample;

import java.util.List;

/**
 * Service items of one type and how many of them are valid at the end of each year.
 *
 * @param code type of the items
 * @param letters what their codes begin with
 * @param onRequest whether they are handled on request
 * @param written whether {@code on_request} is written, because the type's default differs
 * @param atEnd numbers at the end of 2018, 2019, 2020 and 2021
 * @param units who is in charge
 */
record ItemKind(
    Code code,
    String letters,
    boolean onRequest,
    boolean written,
    List<Integer> atEnd,
    List<String> units) {
  private static final List<Code> TYPES =
      Code.list(
          """
          licence 行政许可, penalty 行政处罚, enforcement 行政强制, levy 行政征收, payment 行政给付,
          inspection 行政检查, confirmation 行政确认, reward 行政奖励, adjudication 行政裁决,
          other_power 其他行政权力, public_service 公共服务, fee 行政事业性收费, intermediary 中介服务\
          """);

  /** Who grants licences, penalises and enforces: departments 10 to 17. */
  static final List<String> DECIDING = Register.lasting().subList(9, 17);

  /** All kinds; at the end of 2020, 1,483 items are handled on request. */
  static List<ItemKind> all() {
    return List.of(
        usual("licence", "XK", true, 171, 186, 186, 191),
        usual("penalty", "CF", false, 2818, 2859, 3402, 3455),
        usual("enforcement", "QZ", false, 152, 175, 160, 163),
        usual("fee", "SF", false, 31, 33, 33, 30),
        usual("confirmation", "QR", true, 205, 210, 214, 219),
        usual("payment", "JF", true, 180, 183, 187, 190),
        usual("reward", "JL", true, 90, 94, 96, 97),
        usual("adjudication", "CJ", true, 24, 23, 25, 26),
        usual("other_power", "QT", true, 270, 279, 283, 290),
        usual("public_service", "GG", true, 455, 470, 487, 501),
        unusual("public_service", "GZ", false, 6, 6, 6, 7),
        usual("levy", "ZS", false, 30, 31, 35, 36),
        unusual("levy", "ZQ", true, 4, 5, 5, 6),
        usual("inspection", "JC", false, 280, 290, 300, 305),
        usual("intermediary", "ZJ", false, 50, 56, 61, 63));
  }

  private static ItemKind usual(String type, String letters, boolean onRequest, Integer... atEnd) {
    return new ItemKind(type(type), letters, onRequest, false, List.of(atEnd), units(type));
  }

  private static ItemKind unusual(
      String type, String letters, boolean onRequest, Integer... atEnd) {
    return new ItemKind(type(type), letters, onRequest, true, List.of(atEnd), units(type));
  }

  private static Code type(String english) {
    return TYPES.stream().filter(t -> t.english().equals(english)).findFirst().orElseThrow();
  }

  private static List<String> units(String type) {
    return switch (type) {
      case "licence", "penalty", "enforcement" -> DECIDING;
      case "intermediary" -> Register.lasting().subList(3, 17);
      case "public_service" -> Register.filers(2019).subList(1, 41);
      default -> Register.lasting();
    };
  }

  /** Code of the item with that number among those of its unit. */
  static String itemCode(String unit, String letters, int number) {
    return "%s-%s-%04d".formatted(unit, letters, number);
  }
}
