package gouji.testkit.sample;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Choices that look random and are the same on every run. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** One of 0 to {@code bound} - 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of {@code from} to {@code to}, both included. */
  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }

  /** Any day of the year. */
  LocalDate dayOf(int year) {
    return LocalDate.ofYearDay(year, between(1, Year.of(year).length()));
  }

  /** Any day of the two and the days between them. */
  LocalDate day(LocalDate from, LocalDate to) {
    return LocalDate.ofEpochDay(
        from.toEpochDay() + below((int) (to.toEpochDay() - from.toEpochDay()) + 1));
  }
}
