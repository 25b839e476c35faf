package gouji.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Commits tables while the next step is already at work on the rows, which are at hand; most of a
 * small table's commit is waiting and planning. What must come last waits for all before it.
 */
final class WriteBehind {
  private static final int AT_A_TIME = 3;

  private final ExecutorService pool;
  private final List<CompletableFuture<Void>> underWay = new ArrayList<>();
  private final Map<String, CompletableFuture<Void>> ofTable = new HashMap<>();

  /** With {@code behind} false every write is done when it was asked for. */
  WriteBehind(boolean behind) {
    pool =
        behind
            ? Executors.newFixedThreadPool(
                AT_A_TIME,
                task -> {
                  Thread thread = new Thread(task, "table-writer");
                  // A failed command ends at once; what is not committed is written again.
                  thread.setDaemon(true);
                  return thread;
                })
            : null;
  }

  /** Asks for a write; in the background where that is allowed, one after another for a table. */
  synchronized void write(String table, Runnable write) {
    if (pool == null) {
      write.run();
    } else {
      CompletableFuture<Void> next =
          ofTable.containsKey(table)
              ? ofTable.get(table).thenRunAsync(write, pool)
              : CompletableFuture.runAsync(write, pool);
      ofTable.put(table, next);
      underWay.add(next);
    }
  }

  /** Asks for a write that begins when all asked for before are done. */
  synchronized void writeLast(Runnable write) {
    if (pool == null) {
      write.run();
    } else {
      CompletableFuture<Void> before =
          CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new));
      underWay.add(before.thenRunAsync(write, pool));
    }
  }

  /** Waits until everything asked for is done; throws what made one fail. */
  void flush() {
    List<CompletableFuture<Void>> waiting;
    synchronized (this) {
      waiting = List.copyOf(underWay);
    }
    try {
      waiting.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
