package gouji.published;

/** A file that cannot be read as what it is; the message says why, as the end of a sentence. */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UnreadableFile(String reason, Throwable cause) {
    super(reason, cause);
  }

  static UnreadableFile because(String reason) {
    return new UnreadableFile(reason, null);
  }

  static UnreadableFile because(String reason, Throwable cause) {
    return cause instanceof UnreadableFile known ? known : new UnreadableFile(reason, cause);
  }
}
