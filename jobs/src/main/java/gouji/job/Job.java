package gouji.job;

/** One piece of work over a warehouse; repeating it over the same tables changes nothing. */
public interface Job {

  /** Does the work and says what came of it. */
  Outcome run();
}
