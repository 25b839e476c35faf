package gouji.failure;

/** A bad set-up: says what, where, the value and what to do, in one line. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final FailureCode code;

  /** A failure of the given kind with the message that the user reads. */
  public Failure(FailureCode code, String message) {
    super(message);
    this.code = code;
  }

  /** A failure with the exception behind it. */
  public Failure(FailureCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The kind of failure. */
  public FailureCode code() {
    return code;
  }
}
