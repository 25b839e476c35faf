package gouji.published;

/** A file that cannot be read as what it is; the message says why, as the end of a sentence. */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Unreadable reason;

  private UnreadableFile(Unreadable reason, Throwable cause) {
    super(reason.english(), cause);
    this.reason = reason;
  }

  static UnreadableFile because(Unreadable reason) {
    return new UnreadableFile(reason, null);
  }

  static UnreadableFile because(Unreadable reason, Throwable cause) {
    return cause instanceof UnreadableFile known ? known : new UnreadableFile(reason, cause);
  }

  /** Why it cannot be read. */
  public Unreadable reason() {
    return reason;
  }
}
