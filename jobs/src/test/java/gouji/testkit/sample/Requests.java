package gouji.testkit.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Requests for information: 3 in 2020, every cell of the table filled in 2019 and 2021. */
final class Requests {
  private static final List<Code> APPLICANTS =
      Code.list(
          "natural 自然人, enterprise 商业企业, research 科研机构, ngo 社会公益组织, legal_service 法律服务机构, other"
              + " 其他");
  private static final List<Code> OUTCOMES =
      Code.list(
          """
          open 予以公开, partial 部分公开, refuse_state_secret 属于国家秘密,
          refuse_law_forbids 其他法律行政法规禁止公开, refuse_security 危及“三安全一稳定”,
          refuse_third_party 保护第三方合法权益, refuse_internal 属于三类内部事务信息,
          refuse_process 属于四类过程性信息, refuse_enforcement_file 属于行政执法案卷,
          refuse_admin_query 属于行政查询事项, unable_not_held 本机关不掌握相关政府信息,
          unable_needs_creation 没有现成信息需要另行制作, unable_unclear 补正后申请内容仍不明确,
          decline_petition 信访举报投诉类申请, decline_repeat 重复申请, decline_publication 要求提供公开出版物,
          decline_massive 无正当理由大量反复申请, decline_confirm 要求行政机关确认或重新出具已获取信息,
          other_no_correction 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请,
          other_fee_unpaid 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请,
          other 其他处理\
          """);
  private static final int UNHELD = 10;
  private static final int LAST = OUTCOMES.size() - 1;

  /** What other cells of the form hold in 2019. */
  private static final Set<Integer> TAKEN_FIRST =
      Set.of(
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 20, 23, 31, 41, 43, 45, 47, 64,
          152, 171, 305, 412, 617, 2818);

  /** What other cells of the form hold in 2021. */
  private static final Set<Integer> TAKEN_LAST =
      Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 29, 30, 50, 73, 331, 398);

  private static final Map<Integer, List<String>> FILERS =
      Map.of(2019, Register.filers(2019), 2020, Register.filers(2020), 2021, Register.filers(2021));

  private final Dice dice = new Dice(2020_06);
  private final Map<String, Integer> numbers = new HashMap<>();

  static void write(SampleFolder input) {
    Requests requests = new Requests();
    requests.first(input);
    requests.second(input);
    requests.last(input);
  }

  private void first(SampleFolder input) {
    RequestPlan plan = RequestPlan.of(19, List.of(14, 18, 19, 21, 22, 24), TAKEN_FIRST);
    List<Filing> rows = new ArrayList<>();
    for (int a = 0; a < APPLICANTS.size(); a++) {
      List<Code> outcomes = outcomes(plan, a);
      for (int i = 0; i < outcomes.size(); i++) {
        boolean early = i < plan.carried().get(a);
        rows.add(closed(2019, early, APPLICANTS.get(a), outcomes.get(i)));
      }
    }
    List<Filing> revised = new ArrayList<>();
    for (int i = 500; i < rows.size(); i += 1_000) {
      revised.add(rows.get(i));
      rows.set(i, rows.get(i).with("closed_on", null).with("outcome", null));
    }
    input.write("requests/2019/revised.csv", Layout.PLAIN, revised);
    List<Layout> layouts = List.of(Layout.COMPACT, Layout.PLAIN, Layout.OLD, Layout.COMPACT);
    for (int q = 0; q < 4; q++) {
      int quarter = q;
      file(
          input,
          "requests/2019/q%d.csv".formatted(q + 1),
          layouts.get(q),
          rows,
          r -> quarter(r) == quarter);
    }
  }

  private static int quarter(Filing row) {
    LocalDate day = (LocalDate) row.at("received_on");
    return day.getYear() < 2019 ? 0 : (day.getMonthValue() - 1) / 3;
  }

  /** Each outcome as often as planned. In the older form, other takes in two outcomes more. */
  private List<Code> outcomes(RequestPlan plan, int applicant) {
    List<Code> outcomes = new ArrayList<>();
    boolean older = plan.counts().size() < OUTCOMES.size();
    for (int o = 0; o < plan.counts().size(); o++) {
      for (int i = 0; i < plan.counts().get(o).get(applicant); i++) {
        outcomes.add(OUTCOMES.get(older && o == LAST - 2 ? LAST - i % 3 : o));
      }
    }
    dice.shuffle(outcomes);
    return outcomes;
  }

  private void second(SampleFolder input) {
    List<Filing> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rows.add(closed(2020, false, APPLICANTS.get(0), OUTCOMES.get(UNHELD)));
    }
    rows.replaceAll(r -> r.with("due_on", ((LocalDate) r.at("closed_on")).plusDays(dice.below(2))));
    LocalDateTime filed = LocalDateTime.of(2020, 5, 1, 9, 0, 0);
    Filing wrong = rows.get(0).with("request_id", "2020-0100").with("submitted_at", filed);
    rows.add(wrong);
    input.write("requests/2020/all.xlsx", Layout.OLD, rows);
    Filing withdrawal = wrong.with("submitted_at", filed.plusHours(2)).with("withdrawn", true);
    input.write("requests/2020/withdrawn.jsonl", Layout.MARKED, List.of(withdrawal));
  }

  private void last(SampleFolder input) {
    RequestPlan plan = RequestPlan.of(21, List.of(16, 17, 18, 19, 20, 21), TAKEN_LAST);
    List<Filing> rows = new ArrayList<>();
    for (int a = 0; a < APPLICANTS.size(); a++) {
      for (Code outcome : outcomes(plan, a)) {
        rows.add(closed(2021, false, APPLICANTS.get(a), outcome));
      }
      for (int i = 0; i < plan.carried().get(a); i++) {
        LocalDate day = dice.day(LocalDate.of(2021, 11, 25), LocalDate.of(2021, 12, 31));
        rows.add(received(2021, APPLICANTS.get(a), day));
      }
    }
    file(input, "requests/2021/county.jsonl", Layout.PLAIN, rows, r -> place(r) == 0);
    file(input, "requests/2021/departments.csv.gz", Layout.COMPACT, rows, r -> place(r) == 1);
    file(input, "requests/2021/offices.csv", Layout.OLD, rows, r -> place(r) == 2);
    file(input, "requests/2021/towns.csv", Layout.PLAIN, rows, r -> place(r) == 3);
  }

  private static int place(Filing row) {
    String unit = row.text("unit_id");
    return unit.equals(Register.COUNTY)
        ? 0
        : unit.compareTo(Register.department(20)) < 0
            ? 1
            : unit.compareTo(Register.town(0)) < 0 ? 2 : 3;
  }

  private static void file(
      SampleFolder input, String path, Layout layout, List<Filing> rows, Predicate<Filing> part) {
    input.write(path, layout, rows.stream().filter(part).toList());
  }

  /** A request that the year closes, in time nine times out of ten. */
  private Filing closed(int year, boolean early, Code applicant, Code outcome) {
    LocalDate end = LocalDate.of(year, 12, 31);
    LocalDate received =
        early
            ? dice.day(LocalDate.of(year - 1, 12, 5), LocalDate.of(year - 1, 12, 31))
            : dice.day(LocalDate.of(year, 1, 1), end.minusDays(1));
    LocalDate earliest = early ? LocalDate.of(year, 1, 1) : received;
    LocalDate closed = earliest.plusDays(dice.between(0, dice.oneIn(10) ? 40 : 27));
    return received(year, applicant, received)
        .with("closed_on", closed.isAfter(end) ? end : closed)
        .with("outcome", outcome);
  }

  private Filing received(int year, Code applicant, LocalDate day) {
    String unit = dice.pick(FILERS.get(year));
    int number = numbers.merge(unit + day.getYear(), 1, Integer::sum);
    return Filing.of("unit_id", unit)
        .with("request_id", "%d-%04d".formatted(day.getYear(), number))
        .with("applicant_kind", applicant)
        .with("received_on", day)
        .with("due_on", dice.oneIn(5) ? null : day.plusDays(28));
  }
}
