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

  /** Unit, day of issue, of publication, of abolition. */
  private static final String DOCUMENTS =
      """
      361126001 2016-03-02 2017-05-04 -
      361126001 2017-06-01 2018-01-09 2021-01-01
      361126001 2018-11-20 2019-01-01 -
      361126001 2019-02-11 2019-02-18 -
      361126001 2019-08-30 2019-12-31 2021-12-31
      361126 2020-01-01 2020-01-01 -
      361126001 2020-04-15 2020-04-15 -
      361126010 2020-09-01 2020-09-01 -
      361126014 2020-12-30 2020-12-31 -
      361126001 2016-07-07 2020-01-01 2020-11-30
      361126001 2017-10-10 2020-06-18 -
      361126001 2018-02-28 2020-06-18 -
      361126001 2019-05-05 2020-06-18 -
      361126001 2019-12-31 2020-06-18 -
      361126 2015-04-01 2020-06-19 -
      361126 2018-08-08 2020-06-19 -
      361126 2019-03-15 2020-06-19 -
      361126020 2017-09-09 2020-10-20 -
      361126020 2018-12-31 2020-10-20 -
      361126020 2019-01-01 2020-10-20 -
      361126005 2015-06-06 - -
      361126006 2016-06-06 - -
      361126007 2017-06-06 - -
      361126008 2018-06-06 - -
      361126001 2021-01-01 2021-02-28 -
      361126001 2021-02-04 2021-03-28 -
      361126001 2021-03-07 2021-04-28 -
      361126 2021-04-10 2021-05-28 -
      361126 2021-05-13 2021-06-28 -
      361126010 2021-06-16 2021-07-28 -
      361126012 2021-07-19 2021-08-28 -
      361126012 2021-08-22 2021-09-28 -
      """;

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
    DOCUMENTS.lines().map(line -> line.split(" ", -1)).forEach(w -> add(w[0], w[1], w[2], w[3]));
  }

  private void add(String unit, String issued, String published, String abolished) {
    number++;
    normative.add(
        Filing.of("unit_id", unit)
            .with("disclosure_id", "GF-%04d".formatted(number))
            .with("title", "%s管理办法(第%d号)".formatted(dice.pick(TOPICS), number))
            .with("article20_item", 1)
            .with("doc_kind", KINDS.get(0))
            .with("doc_no", "弋规〔%s〕%d号".formatted(issued.substring(0, 4), number))
            .with("issued_on", day(issued))
            .with("published_on", day(published))
            .with("abolished_on", day(abolished))
            .with("channel", published.equals("-") ? null : dice.pick(CHANNELS)));
  }

  private static LocalDate day(String text) {
    return text.equals("-") ? null : LocalDate.parse(text);
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
    Filing withdrawal = wrong.with("submitted_at", filed.plusDays(9)).with("withdrawn", true);
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
    return Filing.of("unit_id", dice.pick(Register.filers(year)))
        .with("disclosure_id", "%d-%04d".formatted(year, ordinal))
        .with("title", "关于%s工作的公告%d".formatted(dice.pick(TOPICS), ordinal))
        .with("article20_item", dice.between(1, 15))
        .with("doc_kind", KINDS.get(1))
        .with("issued_on", dice.oneIn(3) ? null : published.minusDays(dice.below(30)))
        .with("published_on", dice.oneIn(12) ? null : published)
        .with("channel", dice.pick(CHANNELS));
  }
}
