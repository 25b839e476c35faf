package gouji.report;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What an audit found in one file; plain values, ready for any format.
 *
 * @param file the file
 * @param reason why it is no report that could be read; null when it is one
 * @param form id of the form that its tables use
 * @param isFormByYear whether the report year told the form, for the tables alone did not
 * @param year the report year; null when nothing tells it
 * @param yearFrom what tells the year, in Chinese
 * @param unit the unit; empty when nothing tells it
 * @param level the level of the unit; empty when nothing tells it
 * @param matched the other files that it was held against
 * @param tables how sure each table was read
 * @param cells the cells whose rows are there, in the order of print
 * @param statements what the text states of cells and indicators
 * @param verdicts how many verdicts there were, by rule and verdict
 * @param findings what does not hold or cannot be told, errors first
 * @param lines the lines of the file with their numbers
 */
public record AuditedReport(
    String file,
    String reason,
    String form,
    boolean isFormByYear,
    Integer year,
    String yearFrom,
    String unit,
    String level,
    Matched matched,
    List<Table> tables,
    List<Cell> cells,
    List<Statement> statements,
    Map<String, Map<String, Integer>> verdicts,
    List<Finding> findings,
    List<Line> lines)
    implements Serializable {

  /** Copies the lists. */
  public AuditedReport {
    tables = List.copyOf(tables);
    cells = List.copyOf(cells);
    statements = List.copyOf(statements);
    findings = List.copyOf(findings);
    lines = List.copyOf(lines);
  }

  /** A file that is no report that could be read. */
  public static AuditedReport none(String file, String reason) {
    return new AuditedReport(
        file,
        reason,
        "",
        false,
        null,
        "",
        "",
        "",
        Matched.NONE,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  /** The same with other files that it was held against, and with what the rules say. */
  public AuditedReport with(
      Matched others, Map<String, Map<String, Integer>> counts, List<Finding> found) {
    return new AuditedReport(
        file,
        reason,
        form,
        isFormByYear,
        year,
        yearFrom,
        unit,
        level,
        others,
        tables,
        cells,
        statements,
        counts,
        found,
        lines);
  }

  /** Whether the file is a report that was read. */
  public boolean isReport() {
    return reason == null;
  }

  /** How many verdicts of that kind there were. */
  public int verdicts(String verdict) {
    return verdicts.values().stream().mapToInt(v -> v.getOrDefault(verdict, 0)).sum();
  }

  /** How many cells were read. */
  public long read() {
    return cells.stream().filter(c -> !c.isAmbiguous()).count();
  }

  /** The year as text; a stroke when nothing tells it. */
  public String yearText() {
    return year == null ? ReportTable.ABSENT : String.valueOf(year);
  }

  /**
   * Other files that a report was held against.
   *
   * @param last the file of the same unit of the year before; empty for none
   * @param above the file of the unit above; empty for none
   * @param below the files of the units right below
   */
  public record Matched(String last, String above, List<String> below) implements Serializable {
    /** No other file. */
    public static final Matched NONE = new Matched("", "", List.of());

    /** Copies the list. */
    public Matched {
      below = List.copyOf(below);
    }
  }

  /**
   * How sure a table was read.
   *
   * @param id id of the table
   * @param title its heading
   * @param extent complete, partial or not_found
   * @param ambiguous how many cells are ambiguous
   * @param missing labels of the rows that are not there
   */
  public record Table(String id, String title, String extent, long ambiguous, List<String> missing)
      implements Serializable {
    /** Copies the list. */
    public Table {
      missing = List.copyOf(missing);
    }
  }

  /**
   * A cell as it was read.
   *
   * @param address its address
   * @param rowLabel Chinese label of its row
   * @param columnLabel Chinese label of its column
   * @param state number, blank, not_applicable, text or ambiguous
   * @param value the number; null for none
   * @param raw the text as it stands there
   * @param place where it stands, in Chinese; empty where it is ambiguous
   * @param line the line where it stands; 0 where it is ambiguous
   */
  public record Cell(
      String address,
      String rowLabel,
      String columnLabel,
      String state,
      BigDecimal value,
      String raw,
      String place,
      int line)
      implements Serializable {
    /** Whether the report does not say for certain what stands there. */
    public boolean isAmbiguous() {
      return state.equals("ambiguous");
    }
  }

  /**
   * A number that the text states.
   *
   * @param figure what it is a number of: an address, a code, or several joined by plus
   * @param value the number
   * @param sentence the sentence that states it
   * @param line the line of the sentence
   */
  public record Statement(String figure, BigDecimal value, String sentence, int line)
      implements Serializable {}

  /**
   * What does not hold or cannot be told.
   *
   * @param rule id of the rule
   * @param severity error, warning or info
   * @param cell the first cell of the left side; empty for none
   * @param cells addresses of the report's cells that took part
   * @param left the left side; empty for none
   * @param right the right side; empty for none
   * @param difference left less right; empty for none
   * @param message what it says
   * @param culprit what correction would repair more than this; empty for none
   * @param hints what the numbers look like
   * @param evidence every figure that took part, with its label, value and place
   */
  public record Finding(
      String rule,
      String severity,
      String cell,
      List<String> cells,
      String left,
      String right,
      String difference,
      String message,
      String culprit,
      List<String> hints,
      List<String> evidence)
      implements Serializable {
    /** Copies the lists. */
    public Finding {
      cells = List.copyOf(cells);
      hints = List.copyOf(hints);
      evidence = List.copyOf(evidence);
    }
  }

  /** A line of the file. */
  public record Line(int number, String text) implements Serializable {}
}
