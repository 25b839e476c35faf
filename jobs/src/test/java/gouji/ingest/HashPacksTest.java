package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.SparkSessions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessions.class)
class HashPacksTest {
  @Test
  void tellsThoseThatComeTwiceAndThoseThatAreHeld(SparkSession spark) {
    Random random = new Random(7);
    List<Long> hashes = random.longs(9_000).boxed().toList();
    List<Long> held = random.longs(9_000).boxed().toList();
    Set<Long> twice = Set.copyOf(hashes.subList(0, 40));
    Set<Long> known = Set.copyOf(hashes.subList(30, 90));
    List<Long> taken = new ArrayList<>(hashes);
    taken.addAll(twice);
    List<Long> there = new ArrayList<>(held);
    there.addAll(known);
    Set<Long> both = new HashSet<>(twice);
    both.addAll(known);

    assertThat(met(spark, taken, null)).isEqualTo(new TreeSet<>(twice));
    assertThat(met(spark, taken, there)).isEqualTo(new TreeSet<>(both));
  }

  @Test
  void tellsNoneOfNone(SparkSession spark) {
    assertThat(met(spark, List.of(), null)).isEmpty();
    assertThat(met(spark, List.of(), List.of(1L, 1L))).isEmpty();
    assertThat(met(spark, List.of(0L, -1L, Long.MIN_VALUE), List.of(-1L))).containsExactly(-1L);
  }

  private static Set<Long> met(SparkSession spark, List<Long> hashes, List<Long> held) {
    Dataset<Row> known = held == null ? null : rows(spark, held);
    Set<Long> met = new TreeSet<>();
    HashPacks.meeting(rows(spark, hashes), known, 3)
        .collectAsList()
        .forEach(r -> met.add(r.getLong(0)));
    return met;
  }

  private static Dataset<Row> rows(SparkSession spark, List<Long> hashes) {
    List<Row> rows = hashes.stream().map(h -> RowFactory.create(h)).toList();
    return spark.createDataFrame(rows, StagedRows.hashes()).repartition(2);
  }
}
