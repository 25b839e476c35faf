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
 * Kills the program over the sample county many times, or lets two of it contend. Called by
 * scripts/crash.
 */
public final class CrashTrials {
  private static final int EACH = 3;
  private static final List<Moment> STEPS =
      List.of(Moment.INGEST, Moment.TAKEN_IN, Moment.AGGREGATE, Moment.RECONCILE, Moment.EXPORT);

  private CrashTrials() {}

  /**
   * Kills it, or lets it contend.
   *
   * @param args the launcher, folder to work in, {@code kill} or {@code contend}, how often, seed
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
    int times = Integer.parseInt(args[3]);
    SparkSession.Builder builder = SparkSession.builder().master("local[2]");
    Profile.common().forEach(builder::config);
    Profile.SMALL.embedded().forEach(builder::config);
    List<String> program = List.of(args[0]);
    Crashes crashes =
        new Crashes(
            program,
            (words, said) -> Crashes.start(program, words, said).waitFor(),
            folder,
            builder.getOrCreate(),
            Long.parseLong(args[4]));
    crashes.over(SampleRun.INPUT, SampleRun.CORRECTIONS);
    int wrong = args[2].equals("contend") ? contended(crashes, times) : killed(crashes, times);
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static int contended(Crashes crashes, int trials)
      throws IOException, InterruptedException {
    int wrong = 0;
    int turnedAway = 0;
    for (int i = 0; i < trials; i++) {
      Crashes.Contended told = crashes.contend();
      wrong += told.wrong().isEmpty() ? 0 : 1;
      turnedAway += told.turnedAway() ? 1 : 0;
      System.out.printf("trial %3d, turned away %-5b %s%n", i + 1, told.turnedAway(), told.wrong());
    }
    System.out.printf(
        "Trials of two processes: %d; one turned away: %d; with differences: %d%n",
        trials, turnedAway, wrong);
    return wrong;
  }

  private static int killed(Crashes crashes, int kills) throws IOException, InterruptedException {
    Map<Moment, Integer> hits = new EnumMap<>(Moment.class);
    int wrong = 0;
    for (int i = 0; i < kills || lacking(hits) != null; i++) {
      // First those that are soon after the first commit of a step, then the rest by chance.
      Crashes.Told told = crashes.kill(lacking(hits));
      hits.merge(told.hit(), 1, Integer::sum);
      wrong += told.wrong().isEmpty() ? 0 : 1;
      System.out.printf("kill %3d, %-10s %s%n", i + 1, told.hit(), told.wrong());
    }
    System.out.printf("Kills by how far the run was: %s; with differences: %d%n", hits, wrong);
    return wrong;
  }

  /** A step that was not hit often enough; null when all were. */
  private static Moment lacking(Map<Moment, Integer> hits) {
    return STEPS.stream().filter(s -> hits.getOrDefault(s, 0) < EACH).findFirst().orElse(null);
  }
}
