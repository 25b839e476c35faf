package gouji.measure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.apache.spark.sql.Row;

/**
 * Numbers by place, and things that are told apart, while they are added up. As columns of a row:
 * counted places, their tallies, summed places, their sums, things.
 */
final class Numbers {
  /** How many columns they take. */
  static final int COLUMNS = 5;

  private static final char SEPARATOR = '\u001f';
  private static final int SCALE = 6;

  private final long[] tallies;
  private final BigDecimal[] sums;
  private final Set<String> things = new TreeSet<>();

  /** Nothing yet of so many numbers. */
  Numbers(int size) {
    tallies = new long[size];
    sums = new BigDecimal[size];
  }

  void tally(int place, long count) {
    tallies[place] = Math.addExact(tallies[place], count);
  }

  void sum(int place, BigDecimal amount) {
    sums[place] = sums[place] == null ? amount : sums[place].add(amount);
  }

  /** Notes a thing of a number; again does not matter. */
  void tell(int place, String key) {
    things.add(place + String.valueOf(SEPARATOR) + key);
  }

  int things() {
    return things.size();
  }

  /** Adds what the columns of a row from there on say. */
  void add(Row row, int at) {
    addNumbers(row, at, place -> true);
    things.addAll(row.<String>getList(at + 4));
  }

  /** Adds what the columns of a row from there on say of the numbers at some places. */
  void add(Row row, int at, IntPredicate places) {
    addNumbers(row, at, places);
    List<String> told = row.getList(at + 4);
    told.stream().filter(t -> places.test(placeOf(t))).forEach(things::add);
  }

  private void addNumbers(Row row, int at, IntPredicate places) {
    List<Integer> counted = row.getList(at);
    List<Long> counts = row.getList(at + 1);
    for (int i = 0; i < counted.size(); i++) {
      if (places.test(counted.get(i))) {
        tally(counted.get(i), counts.get(i));
      }
    }
    List<Integer> summed = row.getList(at + 2);
    List<BigDecimal> amounts = row.getList(at + 3);
    for (int i = 0; i < summed.size(); i++) {
      if (places.test(summed.get(i))) {
        sum(summed.get(i), amounts.get(i));
      }
    }
  }

  private static int placeOf(String thing) {
    return Integer.parseInt(thing.substring(0, thing.indexOf(SEPARATOR)));
  }

  /** Counts the things of some numbers, which need not be told apart any more. */
  void settle(IntPredicate places) {
    things.removeIf(
        thing -> {
          int place = placeOf(thing);
          boolean settled = places.test(place);
          if (settled) {
            tally(place, 1);
          }
          return settled;
        });
  }

  /** What each number that was counted or added up comes to; the others are not there. */
  Map<Integer, BigDecimal> amounts() {
    Map<Integer, BigDecimal> amounts = new HashMap<>();
    for (int i = 0; i < tallies.length; i++) {
      if (sums[i] != null) {
        amounts.put(i, sums[i]);
      } else if (tallies[i] != 0) {
        amounts.put(i, BigDecimal.valueOf(tallies[i]));
      }
    }
    return amounts;
  }

  /** Puts them into the columns of a row from there on. */
  void pack(Object[] row, int at) {
    int[] counted = places(i -> tallies[i] != 0);
    int[] summed = places(i -> sums[i] != null);
    row[at] = boxed(counted);
    row[at + 1] = Arrays.stream(counted).mapToObj(i -> tallies[i]).toArray();
    row[at + 2] = boxed(summed);
    row[at + 3] = Arrays.stream(summed).mapToObj(i -> sums[i].setScale(SCALE)).toArray();
    row[at + 4] = things.toArray();
  }

  /** Puts no number and these things into the columns of a row from there on. */
  static void pack(Object[] row, int at, Collection<String> things) {
    Arrays.fill(row, at, at + COLUMNS - 1, new Object[0]);
    row[at + COLUMNS - 1] = things.toArray();
  }

  private int[] places(IntPredicate isThere) {
    int[] found = new int[tallies.length];
    int size = 0;
    for (int i = 0; i < tallies.length; i++) {
      if (isThere.test(i)) {
        found[size++] = i;
      }
    }
    return Arrays.copyOf(found, size);
  }

  private static Object[] boxed(int[] places) {
    return Arrays.stream(places).boxed().toArray();
  }
}
