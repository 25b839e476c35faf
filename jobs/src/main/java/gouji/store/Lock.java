package gouji.store;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * One writer at a time: a file beside the warehouse that names who writes. Delta does not protect
 * two processes on a local disk, and two runs would lose each other's records anywhere.
 */
public final class Lock implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final LockFile file;

  private Lock(LockFile file) {
    this.file = file;
  }

  /** Takes the lock; unusable when another process holds it. A dead one's lock is taken over. */
  public static Lock take(String warehouse, String run, Instant now, Configuration conf) {
    return taken(new Path(warehouse).suffix(".lock"), run, now, Duration.ZERO, conf);
  }

  /**
   * Takes the lock on the list of runs, which is held for a moment only and waited for: those that
   * only read the warehouse add to the list, too.
   */
  public static Lock ofRuns(
      String warehouse, String run, Instant now, Duration patience, Configuration conf) {
    return taken(new Path(warehouse).suffix(".runs.lock"), run, now, patience, conf);
  }

  private static Lock taken(
      Path path, String run, Instant now, Duration patience, Configuration conf) {
    try {
      LockFile file = file(path, conf);
      long end = System.nanoTime() + patience.toNanos();
      while (!file.take(LockHolder.self(now, run))) {
        if (System.nanoTime() >= end) {
          throw held(path, file.findHolder());
        }
        Thread.sleep(PAUSE.toMillis());
      }
      return new Lock(file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for " + path, e);
    } catch (IOException e) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the lock %s cannot be made: %s. Mend the folder's rights or name another warehouse."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static LockFile file(Path path, Configuration conf) throws IOException {
    FileSystem fs = Folders.fileSystem(path, conf);
    fs.mkdirs(path.getParent());
    return fs instanceof RawLocalFileSystem local
        ? new LocalLockFile(local.pathToFile(path).toPath())
        : new SharedLockFile(fs, path);
  }

  private static Failure held(Path path, Optional<LockHolder> holder) {
    String who =
        holder
            .map(h -> "process %d on %s since %s".formatted(h.pid(), h.host(), h.since()))
            .orElse("another process");
    return new Failure(
        FailureCode.UNUSABLE,
        "the warehouse is being written by %s. Wait until it ends, then repeat the command; if it is gone for good, delete %s."
            .formatted(who, path));
  }

  @Override
  public void close() {
    try {
      file.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
