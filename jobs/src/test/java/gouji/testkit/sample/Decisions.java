package gouji.testkit.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Licences, penalties and enforcements: one row for each party of a decision. */
final class Decisions {
  private static final List<Code> PARTIES =
      Code.list("natural 自然人, individual_business 个体工商户, organization 法人及非法人组织");
  private static final List<Code> PENALTIES =
      Code.list("fine 罚款, warning 警告, confiscation 没收, suspension 责令停产停业, criticism 通报批评");
  private static final List<Code> MEASURES =
      Code.list("seal 查封, seize 扣押, freeze 冻结, demolish 强制拆除");
  private static final List<Layout> OFFICES =
      List.of(
          Layout.PLAIN, Layout.MARKED, Layout.OLD, Layout.COMPACT, Layout.NATIONAL, Layout.WIDE);

  private final String dataSet;
  private final String word;
  private final String letters;
  private final Dice dice;
  private final Names names;

  private Decisions(String dataSet, String word, String letters, long seed) {
    this.dataSet = dataSet;
    this.word = word;
    this.letters = letters;
    dice = new Dice(seed);
    names = new Names(dice);
  }

  static void write(SampleFolder input) {
    new Decisions("licences", "许决", "XK", 2020_02).write(input, 412, 3752, 398);
    new Decisions("penalties", "罚决", "CF", 2020_03).write(input, 305, 3402, 331);
    new Decisions("enforcements", "强决", "QZ", 2020_04).write(input, 64, 160, 73);
  }

  private void write(SampleFolder input, int before, int counted, int after) {
    input.write(dataSet + "/2019/all.csv.gz", Layout.COMPACT, year(2019, before));
    List<Filing> rows = new ArrayList<>(year(2020, counted));
    input.write(dataSet + "/2020/revised.csv", Layout.PLAIN, revise(rows));
    input.write(dataSet + "/2020/withdrawn.jsonl", Layout.PLAIN, withdraw(rows));
    offices(input, rows);
    List<Filing> last = year(2021, after);
    if (dataSet.equals("enforcements")) {
      input.write(dataSet + "/2021/all.xlsx", Layout.MARKED, last);
    } else {
      input.write(dataSet + "/2021/all.csv", Layout.NATIONAL, last);
    }
  }

  private void offices(SampleFolder input, List<Filing> rows) {
    for (int i = 0; i < ItemKind.DECIDING.size(); i++) {
      String unit = ItemKind.DECIDING.get(i);
      List<Filing> own = rows.stream().filter(r -> r.text("unit_id").equals(unit)).toList();
      String path = "%s/2020/%s.csv".formatted(dataSet, unit);
      input.write(path, OFFICES.get(i % OFFICES.size()), own);
    }
  }

  /** A year's decisions: those that count, and behind them a few revoked within the year. */
  private List<Filing> year(int year, int counted) {
    List<Filing> rows = new ArrayList<>();
    int revoked = 2 + counted / 150;
    for (int i = 0; i < counted + revoked; i++) {
      LocalDate day =
          i == 0
              ? LocalDate.of(year, 1, 1)
              : i == 1 ? LocalDate.of(year, 12, 31) : dice.dayOf(year);
      LocalDate end = LocalDate.of(year, 12, 31);
      LocalDate revokedOn = i == counted ? end : i > counted ? dice.day(day, end) : null;
      if (i < counted && i % 90 == 5) {
        revokedOn = i == 5 ? end.plusDays(1) : end.plusDays(dice.between(2, 200));
      }
      rows.addAll(decision(year, i, day, revokedOn));
    }
    return rows;
  }

  /** One decision; every 25th is on several parties, all or only one of which it may spare. */
  private List<Filing> decision(int year, int ordinal, LocalDate day, LocalDate revokedOn) {
    String unit = ItemKind.DECIDING.get(ordinal % 8 == 7 ? dice.below(8) : ordinal % 8);
    Filing head =
        Filing.of("unit_id", unit)
            .with(
                "decision_no",
                "%s〔%d〕%d号".formatted(word, year, ordinal / 8 * 2 + (ordinal % 8 == 7 ? 2 : 1)))
            .with("item_code", ItemKind.itemCode(unit, letters, dice.between(1, 15)))
            .with("decided_on", day);
    int parties = ordinal % 25 == 8 ? dice.between(2, 4) : 1;
    List<Filing> rows = new ArrayList<>();
    for (int p = 1; p <= parties; p++) {
      Filing row = party(head, parties > 1 ? p : null).with("revoked_on", revokedOn);
      boolean spared = ordinal % 75 == 8 && p == 1;
      rows.add(content(spared ? row.with("revoked_on", day) : row));
    }
    return rows;
  }

  private Filing party(Filing head, Integer sequence) {
    Code kind = dice.pick(PARTIES);
    boolean company = kind.english().equals("organization");
    String name =
        switch (kind.english()) {
          case "natural" -> names.person();
          case "organization" -> names.company();
          default -> names.shop();
        };
    return head.with("party_seq", sequence)
        .with("party_kind", kind)
        .with("party_name", name)
        .with("party_id", company ? names.companyNumber() : names.personNumber());
  }

  private Filing content(Filing row) {
    if (dataSet.equals("enforcements")) {
      return row.with("measure_kind", dice.pick(MEASURES));
    }
    if (!dataSet.equals("penalties")) {
      return row;
    }
    Code kind = dice.pick(PENALTIES);
    Filing penalty =
        row.with("penalty_kind", dice.oneIn(6) ? new Code("fine;warning", "罚款、警告") : kind);
    if (penalty.text("penalty_kind").startsWith("fine")) {
      return penalty.with("fine_yuan", BigDecimal.valueOf(dice.between(2, 900) * 5_000L, 2));
    }
    return kind.english().equals("confiscation")
        ? penalty.with("confiscated_yuan", BigDecimal.valueOf(dice.between(1, 999_999), 2))
        : penalty;
  }

  /**
   * Spoils some single-party rows of 2020 as they were first filed and gives the rows that set them
   * right: by a later time, or only by a greater file path.
   */
  private List<Filing> revise(List<Filing> rows) {
    List<Filing> revised = new ArrayList<>();
    for (int i = 10; i <= 60; i += 10) {
      Filing right = rows.get(i);
      if (right.at("party_seq") != null || right.at("revoked_on") != null) {
        continue;
      }
      Filing wrong = right.with("decided_on", ((LocalDate) right.at("decided_on")).minusYears(1));
      boolean timed = i % 20 == 0;
      LocalDateTime filed = LocalDateTime.of(2020, 12, 1, 9, 30, i % 60);
      rows.set(i, timed ? wrong.with("submitted_at", filed) : wrong);
      String number = right.text("decision_no").replace("2020", "２０２０");
      revised.add(
          right.with("decision_no", number).with("submitted_at", timed ? filed.plusDays(3) : null));
    }
    return revised;
  }

  /** Adds two decisions to those of 2020 and gives the rows that take them back. */
  private List<Filing> withdraw(List<Filing> rows) {
    List<Filing> withdrawals = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Filing key =
          Filing.of("unit_id", ItemKind.DECIDING.get(i))
              .with("decision_no", "%s〔2020〕%d号".formatted(word, 9000 + i));
      Filing head = key.with("decided_on", LocalDate.of(2020, 11, 11));
      rows.add(content(party(head, 1)));
      if (i == 1) {
        rows.add(content(party(head, 2)));
      }
      withdrawals.add(
          key.with("party_seq", i == 0 ? 1 : null)
              .with("submitted_at", LocalDateTime.of(2021, 1, 4, 8, 0, 0))
              .with("withdrawn", true));
    }
    return withdrawals;
  }
}
