package gouji.store;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * One writer at a time: a file beside the warehouse that names who writes. Delta does not protect
 * two processes on a local disk, and two runs would lose each other's records anywhere.
 */
public final class Lock implements AutoCloseable {
  private final FileSystem fs;
  private final Path path;

  private Lock(FileSystem fs, Path path) {
    this.fs = fs;
    this.path = path;
  }

  /** Takes the lock; unusable when another process holds it. A dead one's lock is taken over. */
  public static Lock take(String warehouse, String run, Instant now, Configuration conf) {
    Path path = new Path(warehouse).suffix(".lock");
    try {
      FileSystem fs = Folders.fileSystem(path, conf);
      fs.mkdirs(path.getParent());
      if (fs.exists(path) && isDead(fs, path)) {
        fs.delete(path, false);
      }
      try (OutputStream out = fs.create(path, false)) {
        out.write(
            "%s %d %s %s%n"
                .formatted(host(), ProcessHandle.current().pid(), now, run)
                .getBytes(StandardCharsets.UTF_8));
      } catch (FileAlreadyExistsException e) {
        throw held(fs, path, e);
      }
      return new Lock(fs, path);
    } catch (IOException e) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the lock %s cannot be made: %s. Mend the folder's rights or name another warehouse."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static Failure held(FileSystem fs, Path path, IOException cause) throws IOException {
    String[] holder = holder(fs, path);
    String who =
        holder.length < 3
            ? "another process"
            : "process %s on %s since %s".formatted(holder[1], holder[0], holder[2]);
    return new Failure(
        FailureCode.UNUSABLE,
        "the warehouse is being written by %s. Wait until it ends, then repeat the command; if it is gone for good, delete %s."
            .formatted(who, path),
        cause);
  }

  private static String[] holder(FileSystem fs, Path path) throws IOException {
    try (FSDataInputStream in = fs.open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split(" ", -1);
    }
  }

  /** Whether the holder ran on this machine and does not any more; elsewhere nobody can tell. */
  private static boolean isDead(FileSystem fs, Path path) throws IOException {
    String[] holder = holder(fs, path);
    if (holder.length < 3 || !holder[0].equals(host()) || !holder[1].matches("[0-9]{1,18}")) {
      return false;
    }
    long pid = Long.parseLong(holder[1]);
    return pid != ProcessHandle.current().pid()
        && ProcessHandle.of(pid).map(p -> startedLater(p, Instant.parse(holder[2]))).orElse(true);
  }

  /** Whether a process of that number began after the lock was taken, and so is another one. */
  private static boolean startedLater(ProcessHandle process, Instant taken) {
    return process.info().startInstant().map(s -> s.isAfter(taken)).orElse(false);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }

  @Override
  public void close() {
    try {
      fs.delete(path, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
