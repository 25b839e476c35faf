package gouji.cli;

import gouji.job.Progress;
import java.io.PrintStream;

/** Tells how far a command is: one moving line on a terminal, plain lines elsewhere. */
final class TerminalProgress implements Progress {
  private static final String ERASE = "\r\u001b[K";
  private static final long SECOND = 1_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private String stage = "";
  private int steps;
  private int done;
  private long rows;
  private long startedAt;

  TerminalProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Progress on standard error. */
  // The program runs on JDK 17 only, where no console means no terminal.
  @SuppressWarnings("SystemConsoleNull")
  static TerminalProgress standard() {
    return new TerminalProgress(System.err, System.console() != null);
  }

  @Override
  public synchronized void stage(String name, int expected) {
    finish();
    stage = name;
    steps = expected;
    done = 0;
    rows = 0;
    startedAt = System.nanoTime();
    if (terminal) {
      out.print(ERASE + stage + " ...");
      out.flush();
    } else {
      out.println("gouji: " + stage + (steps > 0 ? " (" + steps + " steps)" : ""));
    }
  }

  @Override
  public synchronized void step(String what, long counted) {
    done++;
    rows += counted;
    if (terminal) {
      out.print(ERASE + stage + place() + ": " + what + rowsDone() + timeLeft());
      out.flush();
    }
  }

  /** Ends the stage under way. */
  synchronized void finish() {
    end("done");
  }

  /** Ends the stage under way, which broke off. */
  synchronized void breakOff() {
    end("broke off");
  }

  private void end(String how) {
    if (stage.isEmpty()) {
      return;
    }
    String seconds = "%.1f s".formatted((System.nanoTime() - startedAt) / (double) SECOND);
    if (terminal) {
      out.print(ERASE);
    }
    out.println("gouji: " + stage + " " + how + place() + rowsDone() + ", " + seconds);
    stage = "";
  }

  private String place() {
    return steps > 0 ? " " + done + "/" + steps : "";
  }

  private String rowsDone() {
    return rows > 0 ? ", " + rows + " rows" : "";
  }

  private String timeLeft() {
    if (steps == 0 || done == 0 || done >= steps) {
      return "";
    }
    long each = (System.nanoTime() - startedAt) / done;
    return ", about " + Math.max(1, each * (steps - done) / SECOND) + " s left";
  }
}
