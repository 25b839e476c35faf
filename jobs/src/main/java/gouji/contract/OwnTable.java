package gouji.contract;

import static gouji.contract.OwnTable.Kind.BIGINT;
import static gouji.contract.OwnTable.Kind.BIGINTS;
import static gouji.contract.OwnTable.Kind.BOOLEAN;
import static gouji.contract.OwnTable.Kind.DECIMAL;
import static gouji.contract.OwnTable.Kind.DECIMALS;
import static gouji.contract.OwnTable.Kind.INT;
import static gouji.contract.OwnTable.Kind.INTS;
import static gouji.contract.OwnTable.Kind.STRING;
import static gouji.contract.OwnTable.Kind.STRINGS;
import static gouji.contract.OwnTable.Kind.TIMESTAMP;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The tables that Gouji writes beside the data sets, with their columns: first those that bulk
 * files show, in the order of the contract, then further ones.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are List.of, which never change
public enum OwnTable {
  /** Figures of the forms; cells that are 0 or absent are not there. */
  CELLS(
      List.of(
          new Column(Columns.YEAR, INT),
          new Column(Columns.UNIT_ID, STRING),
          new Column(Columns.SCOPE, STRING),
          new Column(Columns.FORM, STRING),
          new Column(Columns.CELL, STRING),
          new Column(Columns.VALUE, DECIMAL)),
      List.of()),
  /**
   * Figures outside the forms; a rate with something above the line and 0 below has no value, is
   * there for the rules, and is not listed in bulk files.
   */
  INDICATORS(
      List.of(
          new Column(Columns.YEAR, INT),
          new Column(Columns.UNIT_ID, STRING),
          new Column(Columns.SCOPE, STRING),
          new Column(Columns.INDICATOR, STRING),
          new Column(Columns.NUMERATOR, DECIMAL),
          new Column(Columns.DENOMINATOR, DECIMAL),
          new Column(Columns.VALUE, DECIMAL)),
      List.of()),
  /** Assertions that do not hold. */
  FINDINGS(
      List.of(
          new Column(Columns.YEAR, INT),
          new Column(Columns.UNIT_ID, STRING),
          new Column(Columns.SCOPE, STRING),
          new Column(Columns.SOURCE, STRING),
          new Column(Columns.RULE, STRING),
          new Column(Columns.SEVERITY, STRING),
          new Column(Columns.CELL, STRING),
          new Column(Columns.LEFT, STRING),
          new Column(Columns.RIGHT, STRING),
          new Column(Columns.DIFFERENCE, STRING),
          new Column(Columns.MESSAGE, STRING)),
      List.of(
          new Column(Columns.FORM, STRING),
          new Column(Columns.INSTANCE, STRING),
          new Column(Columns.CULPRIT, STRING),
          new Column(Columns.HINTS, STRINGS),
          new Column(Columns.EVIDENCE, STRINGS),
          new Column(Columns.OPERANDS, STRINGS),
          new Column(Columns.IDENTITY, STRING),
          new Column(Columns.STATE, STRING))),
  /** How many instances of each rule held, did not, and why not. */
  VERDICTS(
      List.of(
          new Column(Columns.YEAR, INT),
          new Column(Columns.RULE, STRING),
          new Column(Columns.SOURCE, STRING),
          new Column(Columns.VERDICT, STRING),
          new Column(Columns.INSTANCES, BIGINT)),
      List.of()),
  /** One line for every problem of a rejected row or file. */
  REJECTS(
      List.of(
          new Column(Columns.DATA_SET, STRING),
          new Column(Columns.FILE, STRING),
          new Column(Columns.LINE, BIGINT),
          new Column(Columns.COLUMN, STRING),
          new Column(Columns.REASON, STRING),
          new Column(Columns.RAW, STRING)),
      List.of()),
  /** How many records in force a unit has in a data set and year. */
  COVERAGE(
      List.of(
          new Column(Columns.YEAR, INT),
          new Column(Columns.UNIT_ID, STRING),
          new Column(Columns.DATA_SET, STRING),
          new Column(Columns.RECORDS, BIGINT)),
      List.of(new Column(Columns.IN_REGISTER, BOOLEAN))),
  /**
   * What the records in force of a unit and data set count for in a year; in the year 0 only that
   * there are some. Figures are made of it without reading the records again.
   */
  CONTRIBUTIONS(
      List.of(),
      List.of(
          new Column(Columns.UNIT_ID, STRING),
          new Column(Columns.YEAR, INT),
          new Column(Columns.DATA_SET, STRING),
          new Column(Columns.RECORDS, BIGINT),
          new Column(Columns.COUNTED, INTS),
          new Column(Columns.TALLIES, BIGINTS),
          new Column(Columns.SUMMED, INTS),
          new Column(Columns.SUMS, DECIMALS),
          new Column(Columns.THINGS, STRINGS))),
  /** The register of each year. */
  UNITS_BY_YEAR(
      List.of(
          new Column(Columns.YEAR, INT),
          new Column(Columns.UNIT_ID, STRING),
          new Column(Columns.NAME, STRING),
          new Column(Columns.LEVEL, STRING),
          new Column(Columns.PARENT_ID, STRING),
          new Column(Columns.ROOT_ID, STRING)),
      List.of(
          new Column(Columns.ANCESTORS, STRINGS),
          new Column(Columns.HEIRS, STRINGS),
          new Column(Columns.SUCCESSOR_ID, STRING),
          new Column(Columns.PARENT_STATE, STRING),
          new Column(Columns.VALID_IN_YEAR, BOOLEAN),
          new Column(Columns.VALID_AT_END, BOOLEAN),
          new Column(Columns.SUPPLIED, STRINGS),
          new Column(Columns.DELIVERED, STRINGS))),
  /** The files that were taken in, each with its newest content. */
  FILES(
      List.of(
          new Column(Columns.DATA_SET, STRING),
          new Column(Columns.FILE, STRING),
          new Column(Columns.SHA256, STRING),
          new Column(Columns.BYTES, BIGINT),
          new Column(Columns.CONTENT, INT),
          new Column(Columns.ROWS_READ, BIGINT),
          new Column(Columns.ROWS_ACCEPTED, BIGINT),
          new Column(Columns.ROWS_REJECTED, BIGINT),
          new Column(Columns.WARNINGS, STRINGS)),
      List.of(new Column(Columns.RUN, STRING))),
  /** One row for every command that changed or read the warehouse. */
  RUNS(
      List.of(
          new Column(Columns.RUN, STRING),
          new Column(Columns.COMMAND, STRING),
          new Column(Columns.STARTED_AT, TIMESTAMP),
          new Column(Columns.FINISHED_AT, TIMESTAMP),
          new Column(Columns.STATUS, INT),
          new Column(Columns.VERSIONS, Kind.NUMBERS)),
      List.of(
          new Column(Columns.BASIS, STRING),
          new Column(Columns.COUNTS, Kind.NUMBERS),
          new Column(Columns.RULES, STRING)));

  private final List<Column> shown;
  private final List<Column> further;

  OwnTable(List<Column> shown, List<Column> further) {
    this.shown = shown;
    this.further = further;
  }

  /** Name of the Delta table. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns that bulk files show, in their order. */
  public List<Column> shown() {
    return shown;
  }

  /** All columns. */
  public List<Column> columns() {
    return Stream.concat(shown.stream(), further.stream()).toList();
  }

  /** A column's name and type. */
  public record Column(String name, Kind kind) {}

  /** The types of columns. */
  public enum Kind {
    /** Whole number of 32 bits. */
    INT,
    /** Whole number of 64 bits. */
    BIGINT,
    /** DECIMAL(24,6). */
    DECIMAL,
    /** Text. */
    STRING,
    /** True or false. */
    BOOLEAN,
    /** A moment. */
    TIMESTAMP,
    /** A list of whole numbers of 32 bits. */
    INTS,
    /** A list of whole numbers of 64 bits. */
    BIGINTS,
    /** A list of DECIMAL(38,6), for sums of many. */
    DECIMALS,
    /** A list of texts. */
    STRINGS,
    /** Whole numbers by name. */
    NUMBERS
  }
}
