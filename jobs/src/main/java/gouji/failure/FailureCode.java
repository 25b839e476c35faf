package gouji.failure;

/** What kind of failure ended a command, and the exit status that tells it. */
public enum FailureCode {
  /** A declaration under schemas/ is wrong. */
  BAD_DECLARATION(2),
  /** The command line, the configuration or a folder is unusable; nothing was done. */
  UNUSABLE(2),
  /** Something broke on the way; what was done is kept. */
  INTERRUPTED(3);

  private final int exitStatus;

  FailureCode(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  /** The exit status of the process. */
  public int exitStatus() {
    return exitStatus;
  }
}
