package gouji.testkit.crash;

/** How far a command is, as the files of its warehouse and outputs show. */
public enum Moment {
  /** Nothing is committed yet. */
  BEGINNING,
  /** Some table of records is committed, the table of files is not. */
  INGEST,
  /** All files are taken in. */
  TAKEN_IN,
  /** Some table of figures is committed. */
  AGGREGATE,
  /** Findings or numbers of verdicts are committed. */
  RECONCILE,
  /** Some output is written. */
  EXPORT,
  /** The run is written down. */
  END
}
