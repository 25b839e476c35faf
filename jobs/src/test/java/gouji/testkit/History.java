package gouji.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The deliveries of a small area over some months, drawn at random: new records, corrections,
 * withdrawals and changes of the register, in any order. The same seed gives the same files.
 */
public final class History {
  private static final Map<String, String> HEADERS =
      Map.of(
          "units", "unit_id,name,level,parent_id,valid_from,valid_to,submitted_at,withdrawn",
          "licences", "unit_id,decision_no,party_seq,decided_on,revoked_on,submitted_at,withdrawn",
          "penalties", "unit_id,decision_no,party_seq,decided_on,fine_yuan,submitted_at,withdrawn",
          "requests",
              "unit_id,request_id,applicant_kind,received_on,closed_on,outcome,submitted_at,withdrawn",
          "service_items",
              "unit_id,item_code,name,item_type,onboarded,visits,qualification,valid_from,submitted_at,"
                  + "withdrawn",
          "facts", "unit_id,year,fact_code,value,submitted_at,withdrawn");
  private static final List<String> TOWNS = List.of("T1", "T2", "T3", "T4", "T5", "T6");
  private static final List<String> COUNTIES = List.of("C1", "C2");

  private final Random random;
  private final Path input;
  private final Map<String, List<String>> lines = new TreeMap<>();
  private final Map<String, List<Path>> earlier = new TreeMap<>();
  private int delivery;

  /** Deliveries into that folder. */
  public History(Path input, long seed) {
    this.input = input;
    random = new Random(seed);
  }

  /**
   * Writes the next delivery.
   *
   * @param again whether a file that was delivered earlier may be replaced by this one's
   */
  public void deliver(boolean again) throws IOException {
    lines.clear();
    if (delivery == 0) {
      add("units", "P,province,province,,2010-01-01,,,");
      COUNTIES.forEach(c -> add("units", c + ",county,county,P,2010-01-01,,,"));
      TOWNS.forEach(t -> add("units", "%s,town,town,%s,2010-01-01,,,".formatted(t, county())));
    } else if (random.nextInt(3) == 0) {
      String valid = random.nextInt(4) == 0 ? "2021-06-30" : "";
      add("units", "%s,town,town,%s,%s,%s,%s".formatted(town(), county(), day(), valid, filed()));
    }
    int rows = delivery == 0 ? 60 : random.nextInt(12);
    for (int i = 0; i < rows; i++) {
      record();
    }
    write(again);
    delivery++;
  }

  private void record() {
    String unit = random.nextInt(15) == 0 ? pick(List.of("C1", "C2", "X")) : town();
    int number = random.nextInt(12);
    switch (random.nextInt(5)) {
      case 0 ->
          add(
              "licences",
              "%s,L%d,%s,%s,%s,%s"
                  .formatted(
                      unit,
                      number,
                      pick(List.of("", "1", "2")),
                      day(),
                      random.nextInt(4) == 0 ? "2022-05-01" : "",
                      filed()));
      case 1 ->
          add(
              "penalties",
              "%s,P%d,%s,%s,%d.%02d,%s"
                  .formatted(
                      unit,
                      number,
                      pick(List.of("", "2")),
                      day(),
                      random.nextInt(1000),
                      random.nextInt(100),
                      filed()));
      case 2 -> {
        boolean open = random.nextInt(3) == 0;
        add(
            "requests",
            "%s,R%d,%s,2020-03-0%d,%s,%s,%s"
                .formatted(
                    unit,
                    number,
                    pick(List.of("natural", "enterprise")),
                    1 + random.nextInt(9),
                    open ? "" : "2021-0%d-01".formatted(1 + random.nextInt(9)),
                    open ? "" : pick(List.of("open", "refuse_internal")),
                    filed()));
      }
      case 3 ->
          add(
              "service_items",
              "%s,I%d,item,%s,%s,%d,%s,%s,%s"
                  .formatted(
                      unit,
                      number,
                      pick(List.of("licence", "intermediary", "confirmation")),
                      pick(List.of("true", "")),
                      random.nextInt(3),
                      pick(List.of("", "q1", "q2", "q3")),
                      day(),
                      filed()));
      default ->
          add(
              "facts",
              "%s,%d,new_media_accounts,%d,%s"
                  .formatted(unit, 2019 + random.nextInt(4), random.nextInt(20), filed()));
    }
  }

  private void write(boolean again) throws IOException {
    for (Map.Entry<String, List<String>> set : lines.entrySet()) {
      List<Path> known = earlier.computeIfAbsent(set.getKey(), s -> new ArrayList<>());
      Path file = input.resolve(set.getKey()).resolve("%02d.csv".formatted(delivery));
      if (again && !known.isEmpty() && random.nextInt(4) == 0) {
        file = pick(known);
      } else {
        known.add(file);
      }
      Files.createDirectories(file.getParent());
      List<String> all = new ArrayList<>(List.of(HEADERS.get(set.getKey())));
      all.addAll(set.getValue());
      Files.write(file, all);
    }
  }

  private void add(String set, String line) {
    lines.computeIfAbsent(set, s -> new ArrayList<>()).add(line);
  }

  private String town() {
    return pick(TOWNS);
  }

  private String county() {
    return pick(COUNTIES);
  }

  private String day() {
    return String.format(
        Locale.ROOT,
        "20%d-%02d-%02d",
        18 + random.nextInt(5),
        1 + random.nextInt(12),
        1 + random.nextInt(28));
  }

  /** When the row was filed, if it says so, and whether it withdraws its record. */
  private String filed() {
    String at =
        random.nextInt(4) == 0 ? "" : "2023-01-%02d 10:00:00".formatted(1 + random.nextInt(28));
    return at + "," + (random.nextInt(8) == 0 ? "true" : "");
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
