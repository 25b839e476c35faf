package gouji.testkit.bench;

/** Choices that look random and depend on nothing but the numbers they are drawn from. */
final class Draw {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private long state;

  Draw(long... numbers) {
    for (long number : numbers) {
      state = mixed(state + STEP + number);
    }
  }

  private static long mixed(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** One of 0 to {@code bound} - 1. */
  int below(int bound) {
    state += STEP;
    return (int) (((mixed(state) >>> 33) * bound) >>> 31);
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return below(times) == 0;
  }

  <T> T pick(T[] list) {
    return list[below(list.length)];
  }
}
