package gouji.testkit.crash;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import gouji.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Kills the program while it takes files in, computes, reconciles and writes, lets it repeat the
 * command, and holds what then is there against a run that was let be.
 */
public final class Crashes {
  private static final long PAUSE = 20;
  private static final int SOON = 300;

  /** Within how many milliseconds two processes start that contend. */
  private static final int TOGETHER = 3_000;

  /** The tables that outputs show, and that of runs, which differs. */
  private static final Set<String> SHOWN =
      Stream.of(OwnTable.values())
          .filter(t -> t != OwnTable.FILES)
          .map(OwnTable::tableName)
          .collect(Collectors.toSet());

  private final List<String> program;
  private final Undisturbed undisturbed;
  private final Path folder;
  private final SparkSession spark;
  private final Random random;
  private final List<Scenario> scenarios = new ArrayList<>();

  /**
   * Kills that program.
   *
   * @param program the words that start it
   * @param undisturbed runs it where it is let be
   * @param folder to work in
   * @param spark reads the tables
   * @param seed of the moments
   */
  public Crashes(
      List<String> program, Undisturbed undisturbed, Path folder, SparkSession spark, long seed) {
    this.program = program;
    this.undisturbed = undisturbed;
    this.folder = folder;
    this.spark = spark;
    random = new Random(seed);
  }

  /**
   * A command that is killed.
   *
   * @param input the files that it takes in
   * @param before where it begins
   * @param after where it ends when it is let be
   * @param tables what its tables come to then
   * @param millis how long that takes
   */
  private record Scenario(
      Path input, Place before, Place after, Map<String, String> tables, long millis) {}

  /**
   * What came of a kill.
   *
   * @param hit how far the command was
   * @param wrong what differs from a run that was let be; empty for nothing
   */
  public record Told(Moment hit, List<String> wrong) {}

  /** Notes a first run over one input and a second one over the other, each to be killed. */
  public void over(Path first, Path second) throws IOException, InterruptedException {
    Place nothing = new Place(folder.resolve("nothing"));
    Files.createDirectories(nothing.folder());
    // What is masked depends on the secret: all runs have the same.
    Files.writeString(Path.of(nothing.warehouse() + ".secret"), "ab".repeat(32));
    scenarios.add(scenario(nothing, first));
    scenarios.add(scenario(scenarios.get(0).after(), second));
  }

  private Scenario scenario(Place before, Path input) throws IOException, InterruptedException {
    Place after = before.copy(folder.resolve("after-" + scenarios.size()));
    long start = System.nanoTime();
    run(after, input);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return new Scenario(input, before, after, tables(after), millis);
  }

  private void run(Place place, Path input) throws IOException, InterruptedException {
    undisturbed(place, run(input));
  }

  private static List<String> run(Path input) {
    return List.of("run", "--input", input.toString(), "--today", "2024-01-31");
  }

  private void undisturbed(Place place, List<String> command)
      throws IOException, InterruptedException {
    int status = undisturbed.run(words(place, command), place.folder().resolve("said"));
    if (status > 1) {
      throw new IllegalStateException("%s ends with %d".formatted(command, status));
    }
  }

  private static List<String> words(Place place, List<String> command) {
    return words(place, place, command);
  }

  private static List<String> words(Place place, Place into, List<String> command) {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--warehouse", place.warehouse().toString()));
    words.addAll(List.of("--format", "csv", "--out", into.out().toString()));
    return words;
  }

  /** Starts the program with those words. */
  static Process start(List<String> program, List<String> words, Path said) throws IOException {
    List<String> all = new ArrayList<>(program);
    all.addAll(words);
    return new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(said.toFile()).start();
  }

  /** Runs a command line to its end; gives its exit status. */
  @FunctionalInterface
  public interface Undisturbed {
    /** Runs those words; what they say goes into the file, if anywhere. */
    int run(List<String> words, Path said) throws IOException, InterruptedException;
  }

  /** Kills the command soon after that moment; null for any moment. */
  public Told kill(Moment moment) throws IOException, InterruptedException {
    Scenario scenario = scenarios.get(random.nextInt(scenarios.size()));
    Place place = scenario.before().copy(folder.resolve("killed"));
    Map<String, Long> before = place.commits();
    Process process =
        start(program, words(place, run(scenario.input())), place.folder().resolve("said"));
    if (moment == null) {
      process.waitFor(random.nextLong(scenario.millis()), TimeUnit.MILLISECONDS);
    } else {
      while (process.isAlive() && place.reached(before).compareTo(moment) < 0) {
        Thread.sleep(PAUSE);
      }
      Thread.sleep(random.nextInt(SOON));
    }
    process.destroyForcibly().waitFor();
    Moment hit = place.reached(before);
    List<String> wrong = new ArrayList<>();
    if (!before.isEmpty()) {
      read(place, hit == Moment.END ? scenario.after() : scenario.before(), wrong);
    }
    run(place, scenario.input());
    differences("outputs", scenario.after().outputs(), place.outputs(), wrong);
    differences("tables", scenario.tables(), tables(place), wrong);
    Folders.delete(place.folder());
    return new Told(hit, wrong);
  }

  /**
   * Two processes that ran the same command at once.
   *
   * @param turnedAway whether one was told that the other is at work
   * @param wrong what differs from a run that was let be; empty for nothing
   */
  public record Contended(boolean turnedAway, List<String> wrong) {}

  /**
   * Two processes run the same command at once, and a third one reads meanwhile. The later one has
   * to be turned away or to find nothing new; then it repeats the command.
   */
  public Contended contend() throws IOException, InterruptedException {
    Scenario scenario = scenarios.get(random.nextInt(scenarios.size()));
    Place place = scenario.before().copy(folder.resolve("contended"));
    Place other = new Place(place.folder().resolve("other"));
    Place reader = new Place(place.folder().resolve("reader"));
    List<String> command = run(scenario.input());
    Path saidFirst = place.folder().resolve("first");
    Path saidSecond = place.folder().resolve("second");
    Process first = start(program, words(place, command), saidFirst);
    Thread.sleep(random.nextInt(TOGETHER));
    Process second = start(program, words(place, other, command), saidSecond);
    List<String> wrong = new ArrayList<>();
    if (!scenario.before().commits().isEmpty()) {
      List<String> words = words(place, reader, List.of("export"));
      Path said = place.folder().resolve("read");
      ended(undisturbed.run(words, said), 1, said, wrong);
      differences("read", scenario.before().outputs(), reader.outputs(), wrong);
    }
    boolean isFirst = ended(first.waitFor(), 2, saidFirst, wrong);
    boolean isSecond = ended(second.waitFor(), 2, saidSecond, wrong);
    if (!isFirst && !isSecond) {
      wrong.add("both were turned away");
    }
    run(place, scenario.input());
    differences("outputs", scenario.after().outputs(), place.outputs(), wrong);
    differences("tables", scenario.tables(), tables(place), wrong);
    Folders.delete(place.folder());
    return new Contended(isFirst != isSecond, wrong);
  }

  /** Whether a process did its work; anything but that or a polite refusal is wrong. */
  private static boolean ended(int status, int most, Path said, List<String> wrong)
      throws IOException {
    String text = Files.readString(said);
    if (status > most || (status == 2 && !text.contains("is being written by process"))) {
      wrong.add("ended with %d: %s".formatted(status, text));
    }
    return status <= 1;
  }

  /** Whoever only reads sees what the last command left that ended. */
  private void read(Place killed, Place sound, List<String> wrong)
      throws IOException, InterruptedException {
    Place reader = killed.copy(folder.resolve("read"));
    undisturbed(reader, List.of("export"));
    differences("read", sound.outputs(), reader.outputs(), wrong);
    Folders.delete(reader.folder());
  }

  private static void differences(
      String what, Map<String, String> wanted, Map<String, String> found, List<String> wrong) {
    Map<String, String> all = new TreeMap<>(wanted);
    all.putAll(found);
    for (String name : all.keySet()) {
      if (!String.valueOf(wanted.get(name)).equals(found.get(name))) {
        wrong.add(what + ": " + name);
      }
    }
  }

  /** How many rows each table has that no output shows, and what they come to. */
  private Map<String, String> tables(Place place) {
    Dataset<Row> all = null;
    for (String table : place.commits().keySet()) {
      if (!SHOWN.contains(table)) {
        Dataset<Row> rows =
            spark.read().format("delta").load(place.warehouse().resolve(table).toString());
        Column[] columns =
            Stream.of(rows.columns())
                .filter(c -> !c.equals(Columns.RUN))
                .map(functions::col)
                .toArray(Column[]::new);
        Dataset<Row> hashes =
            rows.select(lit(table).as("table"), xxhash64(columns).cast("decimal(20,0)").as("hash"));
        all = all == null ? hashes : all.union(hashes);
      }
    }
    Map<String, String> tables = new TreeMap<>();
    // A table that was put back has no rows where the other was never made.
    all.groupBy("table")
        .agg(count(lit(1)), sum("hash"))
        .collectAsList()
        .forEach(r -> tables.put(r.getString(0), r.toString()));
    return tables;
  }
}
