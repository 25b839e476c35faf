package gouji.store;

import java.io.IOException;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that writes a warehouse.
 *
 * @param host its machine
 * @param pid its number there
 * @param since when it began
 * @param run id of its run
 */
record LockHolder(String host, long pid, Instant since, String run) {
  private static final int WORDS = 4;

  /** This process. */
  static LockHolder self(Instant since, String run) {
    return new LockHolder(hostName(), ProcessHandle.current().pid(), since, run);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }

  /** The holder that a lock file names; empty when it names none. */
  static Optional<LockHolder> find(String text) {
    String[] words = text.strip().split(" ", -1);
    if (words.length != WORDS || !words[1].matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LockHolder(words[0], Long.parseLong(words[1]), Instant.parse(words[2]), words[3]));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What a lock file says of it. */
  String text() {
    return "%s %d %s %s%n".formatted(host, pid, since, run);
  }

  /** Whether it ran on this machine; of others nobody here can tell whether they live. */
  boolean isHere() {
    return host.equals(hostName());
  }

  /** Whether it ran on this machine and does not any more. */
  boolean isDead() {
    return isHere()
        && pid != ProcessHandle.current().pid()
        && ProcessHandle.of(pid).map(this::isSuccessor).orElse(true);
  }

  /** Whether a process of its number began after it, and so is another one. */
  private boolean isSuccessor(ProcessHandle process) {
    return process.info().startInstant().map(s -> s.isAfter(since)).orElse(false);
  }
}
