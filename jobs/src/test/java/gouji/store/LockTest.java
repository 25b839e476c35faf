package gouji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {
  private static final Instant NOW = Instant.parse("2024-01-31T08:00:00Z");
  private final Configuration conf = new Configuration();
  @TempDir private Path folder;

  private Lock take() {
    return Lock.take(folder.resolve("wh").toString(), "20240131T080000.000Z", NOW, conf);
  }

  @Test
  void isGivenBackWhenTheCommandEnds() {
    Path file = folder.resolve("wh.lock");
    Lock lock = take();
    assertThat(file).exists();
    lock.close();
    assertThat(file).doesNotExist();
    take().close();
  }

  @Test
  void refusesASecondWriterAndNamesTheFirst() {
    Lock first = take();
    assertThatThrownBy(this::take)
        .isInstanceOf(Failure.class)
        .hasMessageContaining(
            "is being written by process " + ProcessHandle.current().pid() + " on ")
        .hasMessageContaining("since 2024-01-31T08:00:00Z. Wait until it ends");
    first.close();
  }

  @Test
  void takesOverTheLockOfADeadProcess() throws IOException {
    String dead = InetAddress.getLocalHost().getHostName() + " 999999999999 " + NOW + " run\n";
    Files.writeString(folder.resolve("wh.lock"), dead);
    take().close();
  }

  @Test
  void isHeldByOneOfManyThatAskAtOnce() throws InterruptedException {
    AtomicInteger holders = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(
          new Thread(
              () -> {
                for (int round = 0; round < 50; round++) {
                  Lock lock = Lock.ofRuns(folder + "/wh", "r", NOW, Duration.ofMinutes(1), conf);
                  most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                  taken.incrementAndGet();
                  holders.decrementAndGet();
                  lock.close();
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(most).hasValue(1);
    assertThat(taken).hasValue(8 * 50);
  }

  @Test
  void leavesTheLockOfAnotherMachineAlone() throws IOException {
    Files.writeString(folder.resolve("wh.lock"), "elsewhere 17 " + NOW + " run\n");
    assertThatThrownBy(this::take)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("process 17 on elsewhere");
  }
}
