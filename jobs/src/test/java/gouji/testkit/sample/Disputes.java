package gouji.testkit.sample;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reconsiderations and lawsuits; what is pending at a year's end is closed in a later one. */
final class Disputes {
  private static final List<Code> KINDS =
      Code.list("reconsideration 行政复议, litigation_direct 未经复议直接起诉, litigation_after 复议后起诉");
  private static final List<Code> OUTCOMES = Code.list("upheld 结果维持, corrected 结果纠正, other 其他结果");

  /** Of each year and kind: upheld, corrected, other, pending at its end. */
  private static final List<List<List<Integer>>> YEARS =
      List.of(
          List.of(List.of(8, 4, 7, 1), List.of(11, 9, 13, 10), List.of(12, 16, 17, 0)),
          List.of(List.of(0, 1, 0, 0), List.of(15, 2, 2, 2), List.of(0, 0, 0, 0)),
          List.of(List.of(3, 5, 6, 1), List.of(9, 4, 7, 10), List.of(11, 12, 13, 14)));

  private final Dice dice = new Dice(2020_07);
  private final List<Deque<Filing>> pending =
      List.of(new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>());
  private int cases;

  static void write(SampleFolder input) {
    Disputes disputes = new Disputes();
    List<Layout> layouts = List.of(Layout.OLD, Layout.PLAIN, Layout.WIDE);
    for (int y = 0; y < YEARS.size(); y++) {
      List<Filing> rows = new ArrayList<>();
      for (int k = 0; k < KINDS.size(); k++) {
        rows.addAll(disputes.year(2019 + y, k, YEARS.get(y).get(k)));
      }
      String path = "disputes/%d.%s".formatted(2019 + y, y == 1 ? "jsonl" : "csv");
      input.write(path, layouts.get(y), rows);
    }
  }

  /** Rows of one year and kind; a case of the year before is filed again with its end. */
  private List<Filing> year(int year, int kind, List<Integer> counts) {
    List<Filing> rows = new ArrayList<>();
    for (int o = 0; o < OUTCOMES.size(); o++) {
      for (int i = 0; i < counts.get(o); i++) {
        Filing open = pending.get(kind).poll();
        Filing filed = open == null ? filed(year, kind, i) : open;
        LocalDate day = (LocalDate) filed.at("filed_on");
        LocalDate first = day.getYear() < year ? LocalDate.of(year, 1, 1) : day;
        rows.add(
            filed
                .with("closed_on", dice.day(first, LocalDate.of(year, 12, 31)))
                .with("outcome", OUTCOMES.get(o)));
      }
    }
    for (int i = 0; i < counts.get(OUTCOMES.size()); i++) {
      Filing open = filed(year, kind, 1);
      pending.get(kind).add(open);
      rows.add(open);
    }
    return rows;
  }

  /** A new case; in 2019, every fifth is one of 2018. */
  private Filing filed(int year, int kind, int ordinal) {
    cases++;
    int filedIn = year == 2019 && ordinal % 5 == 4 ? 2018 : year;
    return Filing.of("unit_id", Register.lasting().get(cases * 7 % Register.lasting().size()))
        .with("case_id", "〔%d〕%03d".formatted(filedIn, cases))
        .with("kind", KINDS.get(kind))
        .with("filed_on", dice.dayOf(filedIn));
  }
}
