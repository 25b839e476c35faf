package gouji.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs several independent pieces of work; a small run does a few at a time, for most of its time
 * goes into planning and committing, which one core cannot share.
 */
record Together(boolean small) {
  private static final int AT_A_TIME = 3;

  /** The results, in the order of the work. The first failure ends it. */
  <T> List<T> all(List<? extends Callable<T>> work) {
    ExecutorService pool = Executors.newFixedThreadPool(small ? AT_A_TIME : 1);
    try {
      List<Future<T>> running = new ArrayList<>();
      work.forEach(w -> running.add(pool.submit(w)));
      List<T> done = new ArrayList<>();
      for (Future<T> one : running) {
        done.add(one.get());
      }
      return done;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while at work", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
