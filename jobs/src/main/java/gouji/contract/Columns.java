package gouji.contract;

/** Names of the columns of our own tables. */
public final class Columns {
  /** Report year, INT. */
  public static final String YEAR = "year";

  /** The unit, STRING. */
  public static final String UNIT_ID = "unit_id";

  /** {@code own} or {@code consolidated}, STRING. */
  public static final String SCOPE = "scope";

  /** Id of the form, STRING. */
  public static final String FORM = "form";

  /** Address of a cell, STRING; in findings the first cell of the left side, or an indicator. */
  public static final String CELL = "cell";

  /** The number, DECIMAL(24,6), in the unit of its cell or indicator. */
  public static final String VALUE = "value";

  /** Code of the indicator, STRING. */
  public static final String INDICATOR = "indicator";

  /**
   * What stands above the line, DECIMAL(24,6); the value itself for a count; null for a rate fact.
   */
  public static final String NUMERATOR = "numerator";

  /** What stands below the line, DECIMAL(24,6); null for counts and facts. */
  public static final String DENOMINATOR = "denominator";

  /**
   * {@code computed}, {@code reported} or {@code both}, STRING; null where a rule has no figures.
   */
  public static final String SOURCE = "source";

  /** Id of the rule, STRING. */
  public static final String RULE = "rule";

  /** {@code error}, {@code warning} or {@code info}, STRING. */
  public static final String SEVERITY = "severity";

  /** Left side of the assertion as a plain decimal, STRING. */
  public static final String LEFT = "left";

  /** Right side of the assertion as a plain decimal, STRING. */
  public static final String RIGHT = "right";

  /** Left less right as a plain decimal, STRING. */
  public static final String DIFFERENCE = "difference";

  /** What the finding says, in Chinese, STRING. */
  public static final String MESSAGE = "message";

  /** Name of the data set, STRING. */
  public static final String DATA_SET = "data_set";

  /** Path relative to the input folder, STRING. */
  public static final String FILE = "file";

  /** Line on which the record starts, BIGINT. */
  public static final String LINE = "line";

  /** Column with the problem, STRING; empty when it is the row or the file. */
  public static final String COLUMN = "column";

  /** Code of the reject reason, STRING. */
  public static final String REASON = "reason";

  /** The value as written, STRING; empty when there is none or it may not be shown. */
  public static final String RAW = "raw";

  /** How many records, BIGINT. */
  public static final String RECORDS = "records";

  /** Whether the unit is in the register of the year, BOOLEAN; its records count nowhere else. */
  public static final String IN_REGISTER = "in_register";

  /** Name of the unit in the year, STRING. */
  public static final String NAME = "name";

  /** Level of the unit in the year, STRING. */
  public static final String LEVEL = "level";

  /** The unit above as recorded, STRING; null for none. */
  public static final String PARENT_ID = "parent_id";

  /** The unit at the top of the area that this unit belongs to, STRING. */
  public static final String ROOT_ID = "root_id";

  /** The unit itself, its parent and so on up to the root, ARRAY of STRING. */
  public static final String ANCESTORS = "ancestors";

  /**
   * The units that answer for this unit's figures of last year: its ancestors, or those of its
   * successor when it ended by 31 December, ARRAY of STRING.
   */
  public static final String HEIRS = "heirs";

  /** The unit that took over, STRING; null for none. */
  public static final String SUCCESSOR_ID = "successor_id";

  /** {@code none}, {@code found}, {@code missing} or {@code circle}, STRING. */
  public static final String PARENT_STATE = "parent_state";

  /** Whether the unit was valid on some day of the year, BOOLEAN. */
  public static final String VALID_IN_YEAR = "valid_in_year";

  /** Whether the unit was valid on 31 December, BOOLEAN. */
  public static final String VALID_AT_END = "valid_at_end";

  /** Data sets and fact codes that were supplied to the root, ARRAY of STRING, sorted. */
  public static final String SUPPLIED = "supplied";

  /** Data sets and fact codes of which the unit's area has records, ARRAY of STRING, sorted. */
  public static final String DELIVERED = "delivered";

  /** What of its rule a finding is about, STRING: a label such as 自然人. */
  public static final String INSTANCE = "instance";

  /** The figure whose correction would repair more than this finding, STRING. */
  public static final String CULPRIT = "culprit";

  /** What the numbers look like, ARRAY of STRING. */
  public static final String HINTS = "hints";

  /** The figures that took part with label, value and where they were read, ARRAY of STRING. */
  public static final String EVIDENCE = "evidence";

  /** The figures that took part as {@code address=value}, ARRAY of STRING. */
  public static final String OPERANDS = "operands";

  /** What a finding is known by over runs, STRING. */
  public static final String IDENTITY = "identity";

  /** new, still, fixed or waived, STRING. */
  public static final String STATE = "state";

  /** pass, fail, unknown or not_applicable, STRING. */
  public static final String VERDICT = "verdict";

  /** How many instances of a rule, BIGINT. */
  public static final String INSTANCES = "instances";

  /** Digest of the file's bytes, STRING in hexadecimal. */
  public static final String SHA256 = "sha256";

  /** Size of the file, BIGINT. */
  public static final String BYTES = "bytes";

  /** How many contents the path has had, INT. */
  public static final String CONTENT = "content";

  /** Rows read from the file, BIGINT; null when it was rejected as a whole. */
  public static final String ROWS_READ = "rows_read";

  /** Rows accepted, BIGINT; counted where they come out of the merge with the table. */
  public static final String ROWS_ACCEPTED = "rows_accepted";

  /** Rows rejected, BIGINT; counted where they come out of the merge with the table. */
  public static final String ROWS_REJECTED = "rows_rejected";

  /** What else is to be told of the file, ARRAY of STRING. */
  public static final String WARNINGS = "warnings";

  /** Id of the run, STRING: its start as yyyyMMdd'T'HHmmss.SSS'Z'. */
  public static final String RUN = "run";

  /** The command, STRING. */
  public static final String COMMAND = "command";

  /** Start of the run, TIMESTAMP. */
  public static final String STARTED_AT = "started_at";

  /** End of the run, TIMESTAMP. */
  public static final String FINISHED_AT = "finished_at";

  /** Exit status, INT. */
  public static final String STATUS = "status";

  /** Version of every table when the run ended, MAP of STRING to BIGINT. */
  public static final String VERSIONS = "versions";

  /**
   * Digest of all that the figures depend on beside the tables: declarations, years, program,
   * STRING.
   */
  public static final String BASIS = "basis";

  /** Digest of the forms and rules of a run, STRING. */
  public static final String RULES = "rules";

  /** How many of what a run told of at its end, MAP of STRING to BIGINT. */
  public static final String COUNTS = "counts";

  /** Places of the numbers that were counted, ARRAY of INT, ascending. */
  public static final String COUNTED = "counted";

  /** How many records or things each counted number has, ARRAY of BIGINT. */
  public static final String TALLIES = "tallies";

  /** Places of the numbers that were added up, ARRAY of INT, ascending. */
  public static final String SUMMED = "summed";

  /** What each number that was added up comes to, ARRAY of DECIMAL(38,6). */
  public static final String SUMS = "sums";

  /**
   * What has to be told apart over several units, each after the place of its number, ARRAY of
   * STRING, sorted; in the year 0 the data sets and fact codes of which the unit has a record.
   */
  public static final String THINGS = "things";

  private Columns() {}
}
