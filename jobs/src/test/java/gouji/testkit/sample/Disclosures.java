package gouji.testkit.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Documents. Normative ones: 4 issued in 2020; 15 published in it, 11 of which are older and one of
 * which it abolishes; 19 public at its end, 5 of which were so before.
 */
final class Disclosures {
  private static final List<Code> KINDS = Code.list("normative 行政规范性文件, other 其他");
  private static final List<Code> CHANNELS =
      Code.list("portal 门户网站, gazette 政府公报, wechat 微信, weibo 微博, other 其他");
  private static final List<String> TOPICS =
      List.of("城乡供水", "农村公路", "户外广告", "犬只", "停车场", "集贸市场", "烟花爆竹", "古树名木", "公共租赁住房");

  private final Dice dice = new Dice(2020_05);
  private final List<Filing> normative = new ArrayList<>();
  private int number;

  static void write(SampleFolder input) {
    Disclosures disclosures = new Disclosures();
    disclosures.normative();
    disclosures.fileNormative(input);
    disclosures.fileOthers(input);
  }

  private void normative() {
    String office = Register.OFFICE;
    String county = Register.COUNTY;
    String market = Register.department(20);
    add(office, "2016-03-02", "2017-05-04", null);
    add(office, "2017-06-01", "2018-01-09", "2021-01-01");
    add(office, "2018-11-20", "2019-01-01", null);
    add(office, "2019-02-11", "2019-02-18", null);
    add(office, "2019-08-30", "2019-12-31", "2021-12-31");
    for (int i = 0; i < 4; i++) {
      String unit = List.of(county, office, Register.department(10), Register.FARMING).get(i);
      String issued = List.of("2020-01-01", "2020-04-15", "2020-09-01", "2020-12-30").get(i);
      add(unit, issued, i == 3 ? "2020-12-31" : issued, null);
    }
    add(office, "2016-07-07", "2020-01-01", "2020-11-30");
    for (String issued : List.of("2017-10-10", "2018-02-28", "2019-05-05", "2019-12-31")) {
      add(office, issued, "2020-06-18", null);
    }
    for (String issued : List.of("2015-04-01", "2018-08-08", "2019-03-15")) {
      add(county, issued, "2020-06-19", null);
    }
    for (String issued : List.of("2017-09-09", "2018-12-31", "2019-01-01")) {
      add(market, issued, "2020-10-20", null);
    }
    for (int i = 0; i < 4; i++) {
      add(Register.department(5 + i), "201%d-06-06".formatted(5 + i), null, null);
    }
    String water = Register.department(12);
    String land = Register.department(10);
    List<String> units = List.of(office, office, office, county, county, land, water, water);
    for (int i = 0; i < units.size(); i++) {
      add(
          units.get(i),
          "2021-%02d-%02d".formatted(i + 1, 3 * i + 1),
          "2021-%02d-28".formatted(i + 2),
          null);
    }
  }

  private void add(String unit, String issued, String published, String abolished) {
    number++;
    normative.add(
        Filing.of(
            "unit_id", unit,
            "disclosure_id", "GF-%04d".formatted(number),
            "title", "%s管理办法(第%d号)".formatted(dice.pick(TOPICS), number),
            "article20_item", 1,
            "doc_kind", KINDS.get(0),
            "doc_no", "弋规〔%s〕%d号".formatted(issued.substring(0, 4), number),
            "issued_on", day(issued),
            "published_on", day(published),
            "abolished_on", day(abolished),
            "channel", published == null ? null : dice.pick(CHANNELS)));
  }

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  /** The documents, one of them as first filed with a wrong year, and one that never was. */
  private void fileNormative(SampleFolder input) {
    Filing right = normative.get(14);
    LocalDateTime filed = LocalDateTime.of(2020, 7, 1, 15, 0, 0);
    normative.set(
        14, right.with("issued_on", LocalDate.of(2020, 5, 5)).with("submitted_at", filed));
    Filing wrong =
        right
            .with("disclosure_id", "GF-0099")
            .with("published_on", LocalDate.of(2020, 8, 1))
            .with("submitted_at", filed);
    List<Filing> first = new ArrayList<>(normative.subList(0, 20));
    first.add(wrong);
    input.write("disclosures/normative/to-2020.csv", Layout.OLD, first);
    input.write(
        "disclosures/normative/to-2021.xlsx",
        Layout.MARKED,
        normative.subList(20, normative.size()));
    Filing withdrawal =
        Filing.of(
            "unit_id", wrong.at("unit_id"),
            "disclosure_id", wrong.at("disclosure_id"),
            "submitted_at", filed.plusDays(9),
            "withdrawn", true);
    input.write(
        "disclosures/normative/revised.jsonl",
        Layout.PLAIN,
        List.of(right.with("submitted_at", filed.plusDays(1)), withdrawal));
  }

  private void fileOthers(SampleFolder input) {
    for (int year = 2019; year <= 2021; year++) {
      List<Filing> rows = new ArrayList<>();
      for (int i = 1; i <= 130 + (year - 2019) * 21; i++) {
        rows.add(other(year, i));
      }
      rows.set(4, rows.get(4).with("title", "关于\"放管服\"改革,\n第二批事项的说明"));
      String path = "disclosures/%d/others.csv".formatted(year);
      input.write(path, List.of(Layout.MARKED, Layout.PLAIN, Layout.WIDE).get(year - 2019), rows);
    }
  }

  private Filing other(int year, int ordinal) {
    LocalDate published = dice.dayOf(year);
    return Filing.of(
        "unit_id", dice.pick(Register.filers(year)),
        "disclosure_id", "%d-%04d".formatted(year, ordinal),
        "title", "关于%s工作的公告%d".formatted(dice.pick(TOPICS), ordinal),
        "article20_item", dice.between(1, 15),
        "doc_kind", KINDS.get(1),
        "issued_on", dice.oneIn(3) ? null : published.minusDays(dice.below(30)),
        "published_on", dice.oneIn(12) ? null : published,
        "channel", dice.pick(CHANNELS));
  }
}
