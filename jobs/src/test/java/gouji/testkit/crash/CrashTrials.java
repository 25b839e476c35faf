package gouji.testkit.crash;

import gouji.store.Profile;
import gouji.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Kills the program over the sample county and a small province many times, or lets two of it
 * contend. Called by scripts/crash.
 */
public final class CrashTrials {
  private static final int EACH = 3;
  private static final List<Moment> STEPS =
      List.of(Moment.INGEST, Moment.TAKEN_IN, Moment.AGGREGATE, Moment.RECONCILE, Moment.EXPORT);

  /** A kind of warehouse, and how often each moment was hit over it. */
  private record Trials(String name, Crashes crashes, Map<Moment, Integer> hits) {
    /** A step that was not hit often enough; null when all were. */
    Moment lacking() {
      return STEPS.stream().filter(s -> hits.getOrDefault(s, 0) < EACH).findFirst().orElse(null);
    }
  }

  private CrashTrials() {}

  /**
   * Kills it, or lets it contend.
   *
   * @param args the launcher, folder to work in, with the province's input and its next month in
   *     it, {@code kill} or {@code contend}, how often, seed
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
    int times = Integer.parseInt(args[3]);
    long seed = Long.parseLong(args[4]);
    SparkSession.Builder builder = SparkSession.builder().master("local[2]");
    Profile.common().forEach(builder::config);
    Profile.SMALL.embedded().forEach(builder::config);
    SparkSession spark = builder.getOrCreate();
    Trials county = trials("county", List.of(args[0]), folder, spark, seed);
    county.crashes.over(SampleRun.INPUT, SampleRun.CORRECTIONS);
    // Many rows go another way: several commits for a table, and merges.
    List<String> bulk = List.of("env", "GOUJI_PROFILE=bulk", "GOUJI_HEAP=2g", args[0]);
    Trials province = trials("province", bulk, folder, spark, seed);
    province.crashes.over(folder.resolve("input"), folder.resolve("month"));
    List<Trials> both = List.of(county, province);
    int wrong = args[2].equals("contend") ? contended(both, times) : killed(both, times);
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static Trials trials(
      String name, List<String> program, Path folder, SparkSession spark, long seed)
      throws IOException {
    Crashes crashes =
        new Crashes(
            program,
            (words, said) -> Crashes.start(program, words, said).waitFor(),
            Files.createDirectories(folder.resolve(name)),
            spark,
            seed);
    return new Trials(name, crashes, new EnumMap<>(Moment.class));
  }

  private static int contended(List<Trials> all, int trials)
      throws IOException, InterruptedException {
    int wrong = 0;
    int turnedAway = 0;
    for (int i = 0; i < trials; i++) {
      Trials one = all.get(i % all.size());
      Crashes.Contended told = one.crashes.contend();
      wrong += told.wrong().isEmpty() ? 0 : 1;
      turnedAway += told.turnedAway() ? 1 : 0;
      System.out.printf(
          "trial %3d, %-8s, turned away %-5b %s%n",
          i + 1, one.name, told.turnedAway(), told.wrong());
    }
    System.out.printf(
        "Trials of two processes: %d; one turned away: %d; with differences: %d%n",
        trials, turnedAway, wrong);
    return wrong;
  }

  private static int killed(List<Trials> all, int kills) throws IOException, InterruptedException {
    int wrong = 0;
    for (int i = 0; i < kills || all.stream().anyMatch(t -> t.lacking() != null); i++) {
      // First those that are soon after the first commit of a step, then the rest by chance.
      Trials one = all.get(i % all.size());
      Crashes.Told told = one.crashes.kill(one.lacking());
      one.hits.merge(told.hit(), 1, Integer::sum);
      wrong += told.wrong().isEmpty() ? 0 : 1;
      System.out.printf("kill %3d, %-8s, %-10s %s%n", i + 1, one.name, told.hit(), told.wrong());
    }
    all.forEach(t -> System.out.printf("Kills over the %s by how far: %s%n", t.name, t.hits));
    System.out.printf("With differences: %d%n", wrong);
    return wrong;
  }
}
