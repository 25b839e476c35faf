package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes first, and in however many runs: the same records are in force. */
class RevisionOrderTest {
  private static final int TRIALS = 60;

  @ParameterizedTest
  @ValueSource(longs = {20260101, 7, 361126})
  void keepsTheSameRecordsInForceInWhicheverOrderFilesCome(long seed) {
    Random random = new Random(seed);
    for (int trial = 0; trial < TRIALS; trial++) {
      boolean decisions = random.nextBoolean();
      Map<String, List<String>> files = files(random, decisions);
      RevisedTable together = table(decisions).take(files);

      RevisedTable apart = table(decisions);
      List<String> names = new ArrayList<>(files.keySet());
      Collections.shuffle(names, random);
      for (List<String> batch : batches(names, random)) {
        apart.take(batch.stream().collect(Collectors.toMap(n -> n, files::get)));
      }

      String[] shown = shown(decisions);
      assertThat(apart.inForce(shown))
          .as("seed %d, trial %d: %s taken in as %s", seed, trial, files, names)
          .isEqualTo(together.inForce(shown));
      if (!decisions) {
        assertThat(together.inForce(shown)).isEqualTo(newest(files));
      }
    }
  }

  private static RevisedTable table(boolean decisions) {
    return decisions
        ? new RevisedTable(
            "licences", "unit_id,decision_no,party_seq,decided_on,submitted_at,withdrawn")
        : new RevisedTable(
            "units", "unit_id,name,level,valid_from,valid_to,submitted_at,withdrawn");
  }

  private static String[] shown(boolean decisions) {
    return decisions
        ? new String[] {"decision_no", "party_seq", "file", "line"}
        : new String[] {"unit_id", "valid_from", "file", "line", "ends_on"};
  }

  private static Map<String, List<String>> files(Random random, boolean decisions) {
    Map<String, List<String>> files = new TreeMap<>();
    int count = 1 + random.nextInt(5);
    for (int f = 0; f < count; f++) {
      List<String> rows = new ArrayList<>();
      for (int r = 1 + random.nextInt(5); r > 0; r--) {
        String filed = random.nextInt(3) == 0 ? "" : "2021-01-0" + (1 + random.nextInt(3));
        boolean withdrawn = random.nextInt(4) == 0;
        rows.add(
            (decisions ? decision(random, withdrawn) : version(random))
                + filed
                + ","
                + (withdrawn ? "true" : ""));
      }
      files.put("f" + (char) ('a' + f), rows);
    }
    return files;
  }

  private static String decision(Random random, boolean withdrawn) {
    String party = withdrawn && random.nextBoolean() ? "" : String.valueOf(1 + random.nextInt(2));
    return "A,%d,%s,2020-01-01,".formatted(random.nextInt(2), party);
  }

  private static String version(Random random) {
    String until = random.nextInt(3) == 0 ? "2023-01-01" : "";
    return "u%d,n,county,20%d-01-01,%s,"
        .formatted(random.nextInt(2), 19 + random.nextInt(3), until);
  }

  private static List<List<String>> batches(List<String> names, Random random) {
    Map<Integer, List<String>> batches = new HashMap<>();
    int runs = 1 + random.nextInt(names.size());
    names.forEach(
        n -> batches.computeIfAbsent(random.nextInt(runs), b -> new ArrayList<>()).add(n));
    List<List<String>> shuffled = new ArrayList<>(batches.values());
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Versions in force, told once more in the plainest way: sort, and keep the last of each key. */
  private static List<String> newest(Map<String, List<String>> files) {
    List<String[]> rows = new ArrayList<>();
    files.forEach(
        (file, lines) -> {
          for (int i = 0; i < lines.size(); i++) {
            String[] v = lines.get(i).split(",", -1);
            rows.add(
                new String[] {
                  v[0], v[3], v[5] + " " + file + " " + i, file, String.valueOf(i + 2), v[4], v[6]
                });
          }
        });
    rows.sort(
        Comparator.<String[], String>comparing(r -> r[0])
            .thenComparing(r -> r[1])
            .thenComparing(r -> r[2]));
    Map<String, String[]> last = new TreeMap<>();
    rows.forEach(r -> last.put(r[0] + "|" + r[1], r));
    last.values().removeIf(r -> r[6].equals("true"));
    List<String[]> kept = new ArrayList<>(last.values());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      String[] row = kept.get(i);
      String next =
          i + 1 < kept.size() && kept.get(i + 1)[0].equals(row[0]) ? kept.get(i + 1)[1] : "";
      String end =
          row[5].isEmpty() || (!next.isEmpty() && next.compareTo(row[5]) < 0) ? next : row[5];
      lines.add(String.join("|", row[0], row[1], row[3], row[4], end));
    }
    Collections.sort(lines);
    return lines;
  }
}
