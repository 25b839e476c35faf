package gouji.testkit.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalogue of service items. No item counts as other_service: the county reports none. */
final class ServiceItems {
  private static final LocalDate END = LocalDate.of(2020, 12, 31);
  private static final List<String> MATTERS =
      List.of("水资源", "林木", "食品", "建筑", "道路", "农机", "种子", "排污", "广告", "消防", "教育", "养老");

  private final Dice dice = new Dice(2020_01);
  private final Map<String, List<Filing>> rows = new HashMap<>();
  private final List<Filing> others = new ArrayList<>();

  static void write(SampleFolder input) {
    ServiceItems items = new ServiceItems();
    ItemKind.all().forEach(kind -> items.rows.put(kind.letters(), items.make(kind)));
    items.serve();
    items.qualify();
    items.version();
    items.file(input);
  }

  private List<Filing> make(ItemKind kind) {
    List<Filing> made = new ArrayList<>();
    for (ItemLives.Life life : ItemLives.of(kind, dice)) {
      int units = kind.units().size();
      String unit = kind.units().get(life.ordinal() % units);
      int number = life.ordinal() / units + 1;
      made.add(
          Filing.of("unit_id", unit)
              .with("item_code", ItemKind.itemCode(unit, kind.letters(), number))
              .with(
                  "name", "%s管理%s事项%d".formatted(dice.pick(MATTERS), kind.code().chinese(), number))
              .with("item_type", kind.code())
              .with("on_request", kind.written() ? kind.onRequest() : null)
              .with("other_service", false)
              .with("valid_from", life.from())
              .with("valid_to", life.to()));
    }
    return made;
  }

  /** Says of every item handled on request, and of some others, how it is served. */
  private void serve() {
    Deque<Integer> visits = visits(152, 1185, 146);
    Deque<Boolean> licences = answers(184, 2);
    Deque<Boolean> onboarded = answers(1171, 126);
    for (ItemKind kind : ItemKind.all()) {
      Deque<Boolean> answers = kind.letters().equals("XK") ? licences : onboarded;
      rows.get(kind.letters())
          .replaceAll(
              row -> {
                boolean counts = kind.onRequest() && isValid(row);
                int visit = counts ? visits.remove() : dice.below(4);
                boolean in = counts ? answers.remove() : dice.oneIn(2);
                return serve(row, visit, in);
              });
    }
  }

  private Filing serve(Filing row, int visits, boolean onboarded) {
    LocalDate from = (LocalDate) row.at("valid_from");
    Filing served = visits == 3 ? row : row.with("visits", visits);
    int way = dice.below(3);
    if (onboarded) {
      LocalDate limit = from.isAfter(END) ? LocalDate.of(2021, 12, 31) : END;
      LocalDate day = way == 0 ? null : dice.oneIn(20) ? limit : dice.day(from, limit);
      return served.with("onboarded", way == 1 ? null : true).with("onboarded_on", day);
    }
    LocalDate next = END.plusDays(dice.oneIn(3) ? 1 : dice.between(2, 300));
    boolean later = way == 0 && from.isBefore(next);
    return later
        ? served.with("onboarded", true).with("onboarded_on", next)
        : served.with("onboarded", way == 1 ? false : null);
  }

  private Deque<Integer> visits(int zero, int one, int more) {
    List<Integer> visits = new ArrayList<>();
    for (int i = 0; i < zero + one + more; i++) {
      visits.add(i < zero ? 0 : i < zero + one ? 1 : 2 + i % 2);
    }
    dice.shuffle(visits);
    return new ArrayDeque<>(visits);
  }

  private Deque<Boolean> answers(int yes, int no) {
    List<Boolean> answers = new ArrayList<>();
    for (int i = 0; i < yes + no; i++) {
      answers.add(i < yes);
    }
    dice.shuffle(answers);
    return new ArrayDeque<>(answers);
  }

  private static boolean isValid(Filing row) {
    LocalDate to = (LocalDate) row.at("valid_to");
    return !((LocalDate) row.at("valid_from")).isAfter(END) && (to == null || END.isBefore(to));
  }

  /** Thirty kinds of qualification among the intermediary items of 2020, some without any. */
  private void qualify() {
    int[] place = {0};
    rows.get("ZJ")
        .replaceAll(
            row -> {
              int number = isValid(row) ? place[0]++ : dice.below(30);
              return number >= 45
                  ? row
                  : row.with("qualification", "第%d类资质".formatted(number % 30 + 1));
            });
  }

  /** Gives some items a version before or after the one that 2020 ends with. */
  private void version() {
    List<Filing> licences = rows.get("XK");
    List<Filing> services = rows.get("GG");
    for (Filing row :
        List.of(licences.get(3), licences.get(40), services.get(5), services.get(77))) {
      Filing bare = row.with("onboarded_on", null).with("onboarded", false).with("visits", 5);
      Filing early = bare.with("valid_from", LocalDate.of(2014, 5, 1)).with("valid_to", null);
      others.add(early.with("name", row.text("name") + "(试行)"));
    }
    int open = 20;
    while (licences.get(open).at("valid_to") != null) {
      open++;
    }
    Filing current = licences.get(open);
    others.add(current.with("visits", 4).with("onboarded", false).with("onboarded_on", null));
    licences.set(open, current.with("valid_from", LocalDate.of(2020, 7, 1)));
    for (Filing row : List.of(licences.get(8), services.get(9))) {
      LocalDate changed = LocalDate.of(2021, 5, 1);
      others.add(row.with("valid_from", changed).with("visits", 0).with("valid_to", null));
    }
    Filing wrong =
        licences.get(12).with("valid_from", LocalDate.of(2020, 9, 1)).with("onboarded", false);
    others.add(
        wrong.with("onboarded_on", null).with("submitted_at", LocalDateTime.of(2020, 9, 2, 10, 0)));
  }

  private void file(SampleFolder input) {
    List<Layout> layouts =
        List.of(Layout.PLAIN, Layout.OLD, Layout.MARKED, Layout.COMPACT, Layout.WIDE);
    int place = 0;
    for (ItemKind kind : ItemKind.all()) {
      List<Filing> own = rows.get(kind.letters());
      String name = kind.code() + "-" + kind.letters().toLowerCase(Locale.ROOT);
      switch (kind.letters()) {
        case "CF" -> penalties(input, own);
        case "ZJ", "SF" -> input.write("service_items/" + name + ".xlsx", Layout.MARKED, own);
        case "JC" -> input.write("service_items/" + name + ".csv", Layout.OLD, openEnded(own));
        default ->
            input.write(
                "service_items/" + name + ".csv", layouts.get(place++ % layouts.size()), own);
      }
    }
    versions(input);
  }

  /** The same items, with the day that some systems write for no end. */
  private static List<Filing> openEnded(List<Filing> rows) {
    return rows.stream()
        .map(r -> r.at("valid_to") == null ? r.with("valid_to", LocalDate.of(9999, 12, 31)) : r)
        .toList();
  }

  private void versions(SampleFolder input) {
    input.write("service_items/versions/versions.csv", Layout.PLAIN, others);
    Filing wrong = others.get(others.size() - 1);
    Filing withdrawal =
        Filing.of("unit_id", wrong.at("unit_id"))
            .with("item_code", wrong.at("item_code"))
            .with("valid_from", wrong.at("valid_from"))
            .with("submitted_at", LocalDateTime.of(2020, 9, 20, 16, 30))
            .with("withdrawn", true);
    input.write("service_items/versions/withdrawn.jsonl", Layout.PLAIN, List.of(withdrawal));
  }

  private static void penalties(SampleFolder input, List<Filing> rows) {
    Map<String, List<Filing>> byUnit =
        rows.stream().collect(Collectors.groupingBy(row -> row.text("unit_id")));
    int half = ItemKind.DECIDING.size() / 2;
    for (int i = 0; i < 2; i++) {
      List<Filing> part = new ArrayList<>();
      ItemKind.DECIDING.subList(i * half, (i + 1) * half).forEach(u -> part.addAll(byUnit.get(u)));
      String path = "service_items/penalty/part-" + (i + 1);
      if (i == 0) {
        input.write(path + ".csv", Layout.OLD, part);
      } else {
        input.write(path + ".csv.gz", Layout.COMPACT, part);
      }
    }
  }
}
