package gouji.job;

/** Takes how far a job is. */
public interface Progress {

  /** A stage begins, of so many steps; 0 when it cannot be said. */
  void stage(String name, int steps);

  /** A step of the stage is done; rows so far, 0 when none are counted. */
  void step(String what, long rows);
}
