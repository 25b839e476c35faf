package gouji.store;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.store.Needed.Why;
import gouji.testkit.Folders;
import gouji.testkit.Rows;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More histories than the build has time for: {@code -Dgouji.histories=20}. */
@ExtendWith(SparkSessions.class)
class UpkeepTest {
  private static final String TABLE = "licences";
  private static final int WRITES = 12;

  @TempDir private Path folder;
  private SparkSession spark;
  private Tables tables;

  @BeforeEach
  void open(SparkSession session) {
    spark = session;
    tables = new Tables(spark, folder.toString(), false);
  }

  static LongStream histories() {
    return LongStream.rangeClosed(1, Long.getLong("gouji.histories", 2));
  }

  private Dataset<Row> rows(int first, int rows, String value) {
    return Rows.of(
        spark,
        "unit_id STRING, value STRING",
        IntStream.range(first, first + rows)
            .mapToObj(i -> "L" + i + "|" + value)
            .toArray(String[]::new));
  }

  private Path table() {
    return folder.resolve(TABLE);
  }

  private void sql(String command) {
    spark.sql(command.formatted("delta.`" + table() + "`"));
  }

  private long newest() {
    return tables.versions().get(TABLE);
  }

  /** One write of those that commands do, and of those that undo or tidy. */
  private void write(Random random, int i) {
    switch (i == 0 ? 0 : random.nextInt(7)) {
      case 0 -> tables.append(TABLE, rows(i * 20, 20, "a" + i).repartition(2));
      case 1 -> exchange(random.nextInt(i * 20), i);
      case 2 -> sql("DELETE FROM %s WHERE unit_id LIKE '%%" + random.nextInt(10) + "'");
      case 3 -> sql("UPDATE %s SET value = 'u" + i + "' WHERE unit_id LIKE 'L1%%'");
      case 4 -> tables.restore(TABLE, (long) random.nextInt((int) newest() + 1));
      case 5 -> tables.replace(TABLE, rows(i * 10, 30, "r" + i));
      default -> tables.upkeep(TABLE).compact();
    }
  }

  private void exchange(int first, int i) {
    sql("DELETE FROM %s WHERE unit_id IN ('L" + first + "', 'L" + (first + 1) + "')");
    tables.append(TABLE, rows(first, 4, "m" + i));
  }

  private List<String> at(long version) {
    return Rows.lines(tables.at(Map.of(TABLE, version)).find(TABLE).orElseThrow());
  }

  private List<String> changes(long since) {
    return since == newest() ? List.of() : Rows.lines(tables.changes(TABLE, since));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void keepsWhatIsNeededWhateverWasWrittenAndNothingElse(long seed) {
    Random random = new Random(seed);
    IntStream.range(0, WRITES).forEach(i -> write(random, i));
    long newest = newest();
    SortedMap<Long, Why> versions = new TreeMap<>();
    Stream.generate(() -> (long) random.nextInt((int) newest + 1))
        .limit(3)
        .forEach(v -> versions.put(v, Why.REPORT));
    long counted = newest - random.nextInt(3);
    Map<Long, List<String>> before = new TreeMap<>();
    versions.keySet().forEach(v -> before.put(v, at(v)));
    before.put(newest, at(newest));
    List<String> changes = changes(counted);
    Upkeep upkeep = tables.upkeep(TABLE);
    Needed needed = new Needed(versions, counted, null);

    Upkeep.Unneeded unneeded = upkeep.unneeded(needed).orElseThrow();
    upkeep.delete(unneeded);

    assertThat(unneeded.files()).isNotEmpty().allMatch(f -> !Files.exists(Path.of(f.toUri())));
    assertThat(unneeded.kept().keySet()).containsExactlyElementsOf(before.keySet());
    before.forEach((v, rows) -> assertThat(at(v)).as("version %d", v).isEqualTo(rows));
    assertThat(changes(counted)).isEqualTo(changes);
    assertThat(LongStream.rangeClosed(0, newest).filter(v -> !upkeep.isReadable(v)))
        .as("versions that are gone")
        .isNotEmpty()
        .doesNotContainAnyElementsOf(before.keySet());
    assertThat(upkeep.unneeded(needed).orElseThrow().files()).isEmpty();
    assertThat(newest()).as("no commit is made").isEqualTo(newest);
  }

  @Test
  void keepsTheDeletionVectorsOfVersionsThatAreNeeded() {
    tables.append(TABLE, rows(0, 30, "a").coalesce(1));
    IntStream.range(0, 4).forEach(i -> sql("DELETE FROM %s WHERE unit_id = 'L" + i + "'"));
    tables.replace(TABLE, rows(0, 30, "b").coalesce(1));
    sql("DELETE FROM %s WHERE unit_id = 'L9'");
    Map<Long, List<String>> before = Map.of(2L, at(2), 6L, at(6));
    assertThat(vectors()).isEqualTo(5);
    Upkeep upkeep = tables.upkeep(TABLE);

    Needed needed = new Needed(new TreeMap<>(Map.of(2L, Why.REPORT)), null, null);
    upkeep.delete(upkeep.unneeded(needed).orElseThrow());

    assertThat(vectors()).isEqualTo(2);
    before.forEach((v, rows) -> assertThat(at(v)).as("version %d", v).isEqualTo(rows));
  }

  private long vectors() {
    return Folders.files(table()).stream().filter(f -> f.toString().endsWith(".bin")).count();
  }

  @Test
  void keepsRowsThatCameAndWentSinceChangesWereRead() {
    IntStream.range(0, 4).forEach(i -> tables.replace(TABLE, rows(i * 10, 3, "v" + i)));
    List<String> changes = changes(1);
    assertThat(changes).as("of v1, v2 and v3").hasSize(12);
    Upkeep upkeep = tables.upkeep(TABLE);

    upkeep.delete(upkeep.unneeded(new Needed(new TreeMap<>(), 1L, null)).orElseThrow());

    assertThat(changes(1)).isEqualTo(changes);
    assertThat(LongStream.rangeClosed(0, 3).filter(upkeep::isReadable).boxed())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void keepsEveryVersionThatWasTheNewestSinceAMoment() {
    tables.append(TABLE, rows(0, 2, "a"));
    tables.replace(TABLE, rows(0, 2, "b"));
    tables.replace(TABLE, rows(0, 2, "c"));
    Upkeep upkeep = tables.upkeep(TABLE);
    Instant before = Instant.now().minus(Duration.ofHours(1));

    Upkeep.Unneeded none = upkeep.unneeded(Needed.newest(before)).orElseThrow();
    assertThat(none.files()).isEmpty();
    assertThat(none.kept())
        .containsExactly(
            Map.entry(0L, Why.RECENT), Map.entry(1L, Why.RECENT), Map.entry(2L, Why.NEWEST));
    Instant later = before.plus(Duration.ofHours(2));
    assertThat(upkeep.unneeded(Needed.newest(later)).orElseThrow().kept())
        .containsExactly(Map.entry(2L, Why.NEWEST));
  }

  @Test
  void bringsSmallFilesTogetherWithoutChangingARow() {
    tables.append(TABLE, rows(0, 40, "a").repartition(12));
    List<String> rows = at(0);
    Upkeep upkeep = tables.upkeep(TABLE);
    assertThat(upkeep.extent()).contains(new Upkeep.Extent(12, 12));

    assertThat(upkeep.compact()).isTrue();

    assertThat(upkeep.extent()).contains(new Upkeep.Extent(1, 1));
    assertThat(at(newest())).isEqualTo(rows);
    assertThat(tables.isChanged(TABLE, 0)).isFalse();
    assertThat(tables.origins().isSame(TABLE, 0L, newest())).isTrue();
    assertThat(changes(0)).isEmpty();
    assertThat(upkeep.compact()).as("there is nothing to write").isFalse();
  }

  @Test
  void countsFilesWithManyDeletedRowsAsUntidy() {
    tables.append(TABLE, rows(0, 100, "a").coalesce(1));
    sql("DELETE FROM %s WHERE unit_id IN ('L1', 'L2')");
    assertThat(newestFile().isWorn()).isFalse();
    sql("DELETE FROM %s WHERE unit_id LIKE 'L4%%'");
    assertThat(newestFile().isWorn()).isTrue();
  }

  private VersionFiles.Live newestFile() {
    CommitLog log =
        new CommitLog(
            new org.apache.hadoop.fs.Path(table().toUri()),
            spark.sparkContext().hadoopConfiguration());
    return VersionFiles.upTo(newest(), log, Needed.newest(null))
        .orElseThrow()
        .newest()
        .iterator()
        .next();
  }

  @Test
  void deletesWhatABrokenWriteLeftAndLetsOthersFilesBe() throws IOException {
    tables.append(TABLE, rows(0, 2, "a"));
    List<String> left =
        List.of(
            "part-00000-x-c000.snappy.parquet",
            ".part-00000-x-c000.snappy.parquet.crc",
            ".part-gone.parquet.crc",
            "deletion_vector_x.bin",
            "_change_data/cdc-00000-x.snappy.parquet",
            "_delta_log/.00000000000000000001.json.x.tmp",
            "_delta_log/..00000000000000000001.json.x.tmp.crc");
    List<String> others =
        List.of("_delta_index/i", ".hidden/part-1.parquet", "_SUCCESS", "_delta_log/notes.txt");
    Files.createDirectories(table().resolve("_change_data"));
    Files.createDirectories(table().resolve("_delta_index"));
    Files.createDirectories(table().resolve(".hidden"));
    List<Path> before = Folders.files(table());
    for (String file : Stream.concat(left.stream(), others.stream()).toList()) {
      Files.writeString(table().resolve(file), "1234");
    }
    Upkeep upkeep = tables.upkeep(TABLE);

    Upkeep.Unneeded unneeded = upkeep.unneeded(Needed.newest(null)).orElseThrow();
    upkeep.delete(unneeded);

    assertThat(unneeded.bytes()).isEqualTo(4L * left.size());
    assertThat(left).noneMatch(f -> Files.exists(table().resolve(f)));
    assertThat(others).allMatch(f -> Files.exists(table().resolve(f)));
    assertThat(before).allMatch(f -> Files.exists(table().resolve(f)));
    assertThat(at(0)).hasSize(2);
  }

  @Test
  void deletesAllOfATableWhoseFirstWriteBrokeOff() throws IOException {
    Files.createDirectories(table());
    Files.writeString(table().resolve("part-00000-x-c000.snappy.parquet"), "1234");
    Upkeep upkeep = tables.upkeep(TABLE);

    upkeep.delete(upkeep.unneeded(Needed.newest(null)).orElseThrow());

    assertThat(Folders.files(table())).isEmpty();
    assertThat(tables.upkeep("fees").unneeded(Needed.newest(null)).orElseThrow().files()).isEmpty();
  }

  @Test
  void deletesNothingWhereTheLogHasLostCommits() throws IOException {
    tables.append(TABLE, rows(0, 2, "a"));
    tables.replace(TABLE, rows(0, 2, "b"));
    Files.delete(table().resolve("_delta_log/00000000000000000000.json"));

    assertThat(tables.upkeep(TABLE).unneeded(Needed.newest(null))).isEmpty();
    assertThat(tables.upkeep(TABLE).extent()).isEmpty();
  }

  @Test
  void letsNoVersionOfATableBeForgottenWithTime() {
    tables.append(TABLE, rows(0, 2, "a"));
    Upkeep upkeep = tables.upkeep(TABLE);
    assertThat(upkeep.settle()).as("as it is from the start").isFalse();
    sql(
        "ALTER TABLE %s UNSET TBLPROPERTIES ('delta.logRetentionDuration',"
            + " 'delta.deletedFileRetentionDuration')");
    long before = newest();

    assertThat(upkeep.settle()).isTrue();

    assertThat(upkeep.settle()).isFalse();
    assertThat(tables.origins().isSame(TABLE, before, newest())).isTrue();
    assertThat(spark.sql("SHOW TBLPROPERTIES delta.`" + table() + "`").collectAsList())
        .extracting(r -> r.getString(0) + "=" + r.getString(1))
        .contains(
            "delta.enableExpiredLogCleanup=false",
            "delta.logRetentionDuration=interval 36500 days",
            "delta.deletedFileRetentionDuration=interval 36500 days",
            "delta.enableChangeDataFeed=true");
    assertThat(tables.upkeep("fees").settle()).as("it is not there").isFalse();
  }
}
